import * as l10n from '@vscode/l10n';
import { plural } from './plural';

/** Says for how long Prolific asked to wait. */
export function askedToWait(ms: number): string {
  return plural(
    l10n.t(
      '{0, plural, one {Waiting # second, as requested by Prolific} other {Waiting # seconds, as requested by Prolific}}',
    ),
    Math.ceil(ms / 1000),
  );
}
