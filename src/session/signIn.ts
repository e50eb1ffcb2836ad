import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { askInBox } from '../prompts/inputBox';
import { cancelled, done, type CommandResult } from '../prompts/commandResult';
import { describeSessionFailure } from './sessionProblem';
import type { SessionManager } from './sessionManager';
import { tokenPage } from './tokenPage';

/** "Sign In": asks for an API token, tries it, and stores it once Prolific has accepted it. */
export async function signIn(sessions: SessionManager): Promise<CommandResult> {
  const answer = await askForToken(sessions);
  return answer.kind === 'answered' ? done : cancelled;
}

function askForToken(sessions: SessionManager) {
  const openTokenPage = l10n.t('Open the page of API tokens at Prolific');
  return askInBox({
    title: l10n.t('Sign In to Prolific'),
    prompt: l10n.t(
      'Paste an API token of your Prolific account. [Create one at Prolific]({0}). It is kept in the secret storage of VS Code.',
      tokenPage,
    ),
    placeholder: l10n.t('API token'),
    password: true,
    buttons: [
      {
        iconPath: new vscode.ThemeIcon('link-external'),
        tooltip: openTokenPage,
        press: () => void vscode.env.openExternal(vscode.Uri.parse(tokenPage)),
      },
    ],
    submit: async (value, signal) => {
      const token = value.replace(/\s+/g, '');
      if (token === '') {
        return { refused: l10n.t('Paste the API token first.') };
      }
      if (!/^[\x21-\x7e]+$/.test(token)) {
        return { refused: l10n.t('A token has plain letters, digits and signs only. Copy it again from Prolific.') };
      }
      const result = await sessions.signIn(token, signal);
      if (result.ok) {
        return { accepted: result.value };
      }
      return {
        refused:
          result.failure.kind === 'unauthorized'
            ? l10n.t('Prolific does not accept this token. Copy the whole token, or create a new one.')
            : describeSessionFailure(result.failure).message,
      };
    },
  });
}
