import * as l10n from '@vscode/l10n';
import type { Note } from '../ui/inputBox';

/** The longest title that the boxes of the web app take (Prolific's help centre). The API documents no limit. */
const longestTitleInWebApp = 18;

/** Looks at the title of a workspace or project. */
export function checkTitle(title: string): Note | undefined {
  const length = [...new Intl.Segmenter().segment(title.trim())].length;
  if (length === 0) {
    return { message: l10n.t('A title is needed. Press Escape to leave it as it is.'), severity: 'error' };
  }
  return length > longestTitleInWebApp
    ? {
        message: l10n.t('{0} characters: the web app of Prolific takes at most {1}.', length, longestTitleInWebApp),
        severity: 'warning',
      }
    : undefined;
}
