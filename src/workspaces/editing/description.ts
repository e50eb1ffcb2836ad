import * as l10n from '@vscode/l10n';
import type { Note } from '../../prompts/inputBox';
import { lineBreakMark } from './boxedText';

/** Looks at the description of a workspace or project. Prolific refuses blank ones, and no way to clear one is known. */
export function checkDescription(text: string): Note | undefined {
  return text.trim() === ''
    ? {
        message: l10n.t('Prolific takes no blank description. Write one, or press Escape to leave it as it is.'),
        severity: 'error',
      }
    : undefined;
}

export function descriptionPrompt(): string {
  return l10n.t('What it is for, as its members see it. {0} stands for a line break.', lineBreakMark);
}
