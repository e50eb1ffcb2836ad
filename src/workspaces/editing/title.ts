import * as l10n from '@vscode/l10n';
import type { Note } from '../../prompts/inputBox';
import { language } from '../../text/language';
import { plural, formatCount } from '../../text/plural';

/** The longest title that the boxes of the web app take (Prolific's help centre). The API documents no limit. */
const maxTitleLengthInWebApp = 18;

/** Looks at the title of a workspace or project. */
export function checkTitle(title: string): Note | undefined {
  const length = [...new Intl.Segmenter(language()).segment(title.trim())].length;
  if (length === 0) {
    return { message: l10n.t('Enter a title.'), severity: 'error' };
  }
  return length > maxTitleLengthInWebApp
    ? {
        message: plural(
          l10n.t(
            "{0, plural, one {# character. Prolific's web app allows at most {1}.} other {# characters. Prolific's web app allows at most {1}.}}",
          ),
          length,
          formatCount(maxTitleLengthInWebApp),
        ),
        severity: 'warning',
      }
    : undefined;
}
