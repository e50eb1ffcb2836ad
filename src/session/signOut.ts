import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Result } from '../api';
import { plural } from '../text/plural';
import { cancelled, done, failed, type CommandResult } from '../prompts/commandResult';
import type { CurrentAccount } from './currentAccount';
import type { SignedIn } from './session';
import { describeStorageFailure } from './sessionProblem';
import type { SessionManager } from './sessionManager';
import { tokenPage } from './tokenPage';
import type { StorageFailure } from './tokenStore';

/** The invite links that are stored on this computer, as far as signing out has to know of them. */
export interface StoredLinks {
  countLinks(): Promise<number>;
  forget(owner: SignedIn): Promise<Result<void, StorageFailure>>;
}

export interface SignOutDependencies {
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly ledger: StoredLinks;
}

/** "Sign Out": deletes the token, and the invite links too if the user wants that. */
export async function signOut({ sessions, account, ledger }: SignOutDependencies): Promise<CommandResult> {
  const session = await sessions.settled();
  if (session.kind === 'signedOut') {
    void vscode.window.showInformationMessage(l10n.t('Nobody is signed in to Prolific in VS Code.'));
    return done;
  }
  const { owner } = account;
  const count = owner === undefined ? 0 : await ledger.countLinks();
  const choice = count === 0 ? 'keep' : await askAboutLinks(count);
  if (choice === undefined) {
    return cancelled;
  }
  if (choice === 'forget' && owner !== undefined) {
    const forgotten = await ledger.forget(owner);
    if (!forgotten.ok) {
      return failed(describeStorageFailure(forgotten.failure));
    }
  }
  const result = await sessions.signOut();
  if (!result.ok) {
    return failed(describeStorageFailure(result.failure));
  }
  void tellThatTokenIsValid();
  return done;
}

async function askAboutLinks(count: number): Promise<'keep' | 'forget' | undefined> {
  const keep = l10n.t('Sign Out and Keep Links');
  const forget = l10n.t('Sign Out and Forget Links');
  const detail = plural(
    l10n.t(
      'Invite links kept on this computer: {0}. Prolific does not give them out again. Keep them for the next time you sign in?',
    ),
    count,
  );
  const options = { modal: true, detail };
  const chosen = await vscode.window.showWarningMessage(l10n.t('Sign out of Prolific?'), options, keep, forget);
  return chosen === keep ? 'keep' : chosen === forget ? 'forget' : undefined;
}

async function tellThatTokenIsValid(): Promise<void> {
  const open = l10n.t('Open Token Page');
  const chosen = await vscode.window.showInformationMessage(
    l10n.t('Signed out: the API token was deleted here. At Prolific it stays valid until you delete it there.'),
    open,
  );
  if (chosen === open) {
    await vscode.env.openExternal(vscode.Uri.parse(tokenPage));
  }
}
