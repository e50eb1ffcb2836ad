import type { ColorTheme } from '../host/versions';

/** Some themes as a rule, since a test in each of them takes long; all of them with PROLIFIC_E2E_THEMES=all. */
export function themesToTest(asARule: readonly ColorTheme[]): readonly ColorTheme[] {
  return process.env['PROLIFIC_E2E_THEMES'] === 'all'
    ? ['dark', 'light', 'highContrast', 'highContrastLight']
    : asARule;
}
