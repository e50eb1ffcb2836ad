import * as l10n from '@vscode/l10n';
import type { Note } from '../../prompts/inputBox';
import { lineBreakMark } from './boxedText';

/** Looks at the description of a workspace or project. Prolific refuses blank ones, and no way to clear one is known. */
export function checkDescription(text: string): Note | undefined {
  return text.trim() === ''
    ? {
        message: l10n.t("The description can't be empty. Enter one, or press Escape to keep the current one."),
        severity: 'error',
      }
    : undefined;
}

export function descriptionPrompt(): string {
  return l10n.t('Description shown to members. {0} is a line break.', lineBreakMark);
}
