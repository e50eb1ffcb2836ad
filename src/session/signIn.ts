import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { askInBox } from '../prompts/inputBox';
import { cancelled, done, type CommandResult } from '../prompts/commandResult';
import { describeSessionFailure } from './sessionProblem';
import type { SessionManager } from './sessionManager';
import { tokenPage } from '../platform/webPages';

/** "Sign In": asks for an API token, verifies it, and stores it once Prolific accepts it. */
export async function signIn(sessions: SessionManager): Promise<CommandResult> {
  const answer = await askForToken(sessions);
  return answer.kind === 'answered' ? done : cancelled;
}

function askForToken(sessions: SessionManager) {
  const openTokenPage = l10n.t('Open API Tokens in Prolific');
  return askInBox({
    title: l10n.t('Sign In to Prolific'),
    prompt: l10n.t(
      "Paste an API token from your Prolific account. [Create a token]({0}). It's stored in VS Code's secret storage.",
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
        return { refused: l10n.t('Enter an API token.') };
      }
      if (!/^[\x21-\x7e]+$/.test(token)) {
        return {
          refused: l10n.t('API tokens contain only letters, digits, and symbols. Copy the token from Prolific again.'),
        };
      }
      const result = await sessions.signIn(token, signal);
      if (result.ok) {
        return { accepted: result.value };
      }
      return {
        refused:
          result.failure.kind === 'unauthorized'
            ? l10n.t('Prolific rejected this token. Copy the whole token, or create a new one.')
            : describeSessionFailure(result.failure).message,
      };
    },
  });
}
