import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Result } from '../api';
import { plural } from '../text/plural';
import { cancelled, done, failed, type CommandResult } from '../prompts/commandResult';
import type { CurrentAccount } from './currentAccount';
import type { SignedIn } from './session';
import { describeStorageFailure } from './sessionProblem';
import type { SessionManager } from './sessionManager';
import { tokenPage } from '../platform/webPages';
import type { StorageFailure } from './tokenStore';

/** The stored invite links, as far as signing out needs to know about them. */
export interface StoredLinks {
  countLinks(): Promise<number>;
  forget(owner: SignedIn): Promise<Result<void, StorageFailure>>;
}

export interface SignOutDependencies {
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly ledger: StoredLinks;
}

/** "Sign Out": deletes the token, and the invite links too if the user chooses to. */
export async function signOut({ sessions, account, ledger }: SignOutDependencies): Promise<CommandResult> {
  const session = await sessions.settled();
  if (session.kind === 'signedOut') {
    void vscode.window.showInformationMessage(l10n.t("You aren't signed in to Prolific."));
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
      "Invite links stored on this computer: {0}. Prolific won't show them again. Keep them for the next time you sign in?",
    ),
    count,
  );
  const options = { modal: true, detail };
  const chosen = await vscode.window.showWarningMessage(l10n.t('Sign out of Prolific?'), options, keep, forget);
  return chosen === keep ? 'keep' : chosen === forget ? 'forget' : undefined;
}

async function tellThatTokenIsValid(): Promise<void> {
  const open = l10n.t('Open API Tokens');
  const chosen = await vscode.window.showInformationMessage(
    l10n.t('Signed out. The token was removed from this computer but stays valid until you delete it in Prolific.'),
    open,
  );
  if (chosen === open) {
    await vscode.env.openExternal(vscode.Uri.parse(tokenPage));
  }
}
