import * as l10n from '@vscode/l10n';
import type { Note } from '../../prompts/prompts';
import { forLanguage } from '../../text/language';
import { formatCount, plural } from '../../text/plural';

/** What workspaces and projects have in common. */
export interface Texts {
  readonly title: string;
  readonly description: string;
}

/** An editable text of a workspace or project. */
export interface Field {
  readonly name: keyof Texts;
  /** What is sent for a new text. The title is always included, because the service requires it. */
  readonly changeTo: (wanted: string, now: Texts) => { readonly title: string; readonly description?: string };
  readonly check: (text: string) => Note | undefined;
  readonly prompt: (lineBreakMark: string) => string;
  readonly changedElsewhere: () => string;
  /** Saved, but a different text was read right after. */
  readonly changedSince: () => string;
  readonly isUnknown: () => string;
}

export const titleField: Field = {
  name: 'title',
  changeTo: (title) => ({ title }),
  check: checkTitle,
  prompt: () => l10n.t('Enter a new title.'),
  changedElsewhere: () => l10n.t('Someone else changed the title in the meantime.'),
  changedSince: () => l10n.t('The title was saved, but Prolific now has a different one.'),
  isUnknown: () => l10n.t("Couldn't confirm whether the title was saved. Refresh before trying again."),
};

export const descriptionField: Field = {
  name: 'description',
  changeTo: (description, { title }) => ({ title, description }),
  check: checkDescription,
  prompt: (lineBreakMark) => l10n.t('Description shown to members. {0} is a line break.', lineBreakMark),
  changedElsewhere: () => l10n.t('Someone else changed the description in the meantime.'),
  changedSince: () => l10n.t('The description was saved, but Prolific now has a different one.'),
  isUnknown: () => l10n.t("Couldn't confirm whether the description was saved. Refresh before trying again."),
};

/** The longest title that the web app's forms accept (Prolific's help center). The API documents no limit. */
const maxTitleLengthInWebApp = 18;
const graphemes = forLanguage((language) => new Intl.Segmenter(language));

/** Checks the title of a workspace or project. */
export function checkTitle(title: string): Note | undefined {
  const length = [...graphemes().segment(title.trim())].length;
  if (length === 0) {
    return { message: l10n.t('Enter a title.'), severity: 'error' };
  }
  return length > maxTitleLengthInWebApp
    ? {
        message: plural(
          l10n.t({
            message:
              "{0, plural, one {# character. Prolific's web app allows at most {1}.} other {# characters. Prolific's web app allows at most {1}.}}",
            comment: ['ICU plural: # is the length of the title, {1} the maximum.'],
          }),
          length,
          formatCount(maxTitleLengthInWebApp),
        ),
        severity: 'warning',
      }
    : undefined;
}

/** Prolific rejects blank descriptions, and no way to clear one is known. */
function checkDescription(text: string): Note | undefined {
  return text.trim() === ''
    ? {
        message: l10n.t("The description can't be empty. Enter one, or press Escape to keep the current one."),
        severity: 'error',
      }
    : undefined;
}
