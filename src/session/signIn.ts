import * as l10n from '@vscode/l10n';
import type { ApiOrigin } from '../api';
import { tokenPage } from '../platform/webPages';
import { canceled, done, failed, type CommandResult } from '../prompts/commandResult';
import type { Note, Prompts, Submission, Submitted } from '../prompts/prompts';
import { askedToWait } from '../text/waiting';
import { readPastedToken } from './pastedToken';
import type { SessionManager } from './sessionManager';
import { describeSessionFailure } from './sessionProblem';

/** The origin of Prolific's API. */
const prolificHost = 'api.prolific.com';

export interface SignInDependencies {
  readonly sessions: SessionManager;
  readonly prompts: Prompts;
}

/** "Sign In": asks for an API token, verifies it, and stores it once Prolific accepts it. */
export async function signIn(dependencies: SignInDependencies): Promise<CommandResult> {
  const { origin } = dependencies.sessions;
  if (origin === undefined) {
    return failed(describeSessionFailure({ kind: 'badApiUrl' }));
  }
  const answer = await askForToken(dependencies, origin);
  return answer.kind === 'answered' ? done : canceled;
}

function askForToken({ sessions, prompts }: SignInDependencies, origin: ApiOrigin) {
  const warning = warningAbout(origin);
  return prompts.input<undefined>({
    title: l10n.t('Sign In to Prolific'),
    prompt: l10n.t(
      "Paste an API token from your Prolific account. [Create a token]({0}). It's sent only to {1} and stored in VS Code's secret storage.",
      tokenPage,
      hostOf(origin),
    ),
    placeholder: l10n.t('API token'),
    isPassword: true,
    note: warning,
    check: () => warning,
    buttons: [
      {
        icon: 'link-external',
        tooltip: l10n.t('Open API Tokens in Prolific'),
        press: () => prompts.openExternal(tokenPage),
      },
    ],
    submit: (pasted, submission) => verify(sessions, origin, pasted, submission),
  });
}

/** Anything that can change the setting could otherwise have the next token sent to itself. */
function warningAbout(origin: ApiOrigin): Note | undefined {
  return hostOf(origin) === prolificHost
    ? undefined
    : {
        severity: 'warning',
        message: l10n.t(
          'The prolific.apiUrl setting sends your token to {0} instead of {1}. Paste an API token only if you trust that host.',
          hostOf(origin),
          prolificHost,
        ),
      };
}

async function verify(
  sessions: SessionManager,
  origin: ApiOrigin,
  pasted: string,
  { signal, report }: Submission,
): Promise<Submitted<undefined>> {
  const read = readPastedToken(pasted);
  if (read.kind === 'empty') {
    return refused(l10n.t('Enter an API token.'));
  }
  if (read.kind === 'notPlain') {
    return refused(l10n.t('API tokens contain only letters, digits, and symbols. Copy the token from Prolific again.'));
  }
  if (sessions.origin !== origin) {
    return refused(l10n.t('The prolific.apiUrl setting was changed. Close this prompt and sign in again.'));
  }
  const result = await sessions.signIn(read.token, { signal, onWait: (ms) => report(askedToWait(ms)) });
  if (result.ok) {
    return { accepted: undefined };
  }
  return result.failure.kind === 'unauthorized'
    ? refused(l10n.t('Prolific rejected this token. Copy the whole token, or create a new one.'))
    : { refused: describeSessionFailure(result.failure) };
}

function refused(message: string): Submitted<never> {
  return { refused: { message, remedies: [] } };
}

function hostOf(origin: ApiOrigin): string {
  return new URL(origin).host;
}
