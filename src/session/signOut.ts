import * as l10n from '@vscode/l10n';
import type { Account, ApiOrigin, Result } from '../api';
import type { Log } from '../platform/log';
import { tokenPage } from '../platform/webPages';
import { canceled, done, failed, type CommandResult } from '../prompts/commandResult';
import { detached } from '../prompts/detached';
import type { Prompts } from '../prompts/prompts';
import { formatCount, plural } from '../text/plural';
import type { CurrentAccount } from './currentAccount';
import { describeStorageFailure } from './sessionProblem';
import type { SessionManager } from './sessionManager';
import type { StorageFailure } from './tokenStore';

/** Whose invitations: an account's, or if none is known, those of every account at the origin. */
export interface StoredAt {
  readonly origin: ApiOrigin;
  readonly account?: Account;
}

export interface StoredCount {
  readonly people: number;
  readonly links: number;
}

/** The invitations stored on this computer, as far as signing out needs to know about them. */
export interface StoredInvitations {
  count(of: StoredAt): Promise<Result<StoredCount, StorageFailure>>;
  forget(of: StoredAt): Promise<Result<void, StorageFailure>>;
}

export interface SignOutDependencies {
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly prompts: Prompts;
  readonly log: Log;
  readonly storedInvitations: StoredInvitations;
  /** How many people of the invitations that are being sent now are in no request yet. */
  readonly unsentPeople: () => number;
}

/** "Sign Out": deletes the token, and the stored invitations too if the user chooses to. */
export async function signOut(dependencies: SignOutDependencies): Promise<CommandResult> {
  const { sessions, account, prompts, log, storedInvitations } = dependencies;
  const session = await sessions.settled();
  if (session.kind === 'signedOut') {
    detached(prompts.notify({ severity: 'info', message: l10n.t("You aren't signed in to Prolific.") }), log);
    return done;
  }
  const storedAt = account.owner ?? (sessions.origin && { origin: sessions.origin });
  const choice = await askBeforeSigningOut(dependencies, storedAt);
  if (choice === undefined) {
    return canceled;
  }
  if (choice === 'forget' && storedAt !== undefined) {
    const forgotten = await storedInvitations.forget(storedAt);
    if (!forgotten.ok) {
      return failed(describeStorageFailure(forgotten.failure));
    }
  }
  const result = await sessions.signOut();
  if (!result.ok) {
    return failed(describeStorageFailure(result.failure));
  }
  detached(warnThatTokenIsValid(prompts), log);
  return done;
}

/** Asks only if there is something to decide: invitations being sent or stored. */
async function askBeforeSigningOut(
  { prompts, storedInvitations, unsentPeople }: SignOutDependencies,
  storedAt: StoredAt | undefined,
): Promise<'keep' | 'forget' | undefined> {
  const unsent = unsentPeople();
  const stored = storedAt === undefined ? undefined : await storedInvitations.count(storedAt);
  const details = [
    ...(unsent === 0 ? [] : [describeUnsent(unsent)]),
    ...(stored === undefined ? [] : stored.ok ? describeStored(stored.value) : [describeUncounted(stored.failure)]),
  ];
  const hasStored = stored?.ok === true && stored.value.people > 0;
  if (details.length === 0) {
    return 'keep';
  }
  return prompts.confirm<'keep' | 'forget'>({
    message: l10n.t('Sign out of Prolific?'),
    detail: details.join('\n\n'),
    choices: hasStored
      ? [
          { label: l10n.t('Sign Out and Keep Invitations'), value: 'keep' },
          { label: l10n.t('Sign Out and Forget Invitations'), value: 'forget' },
        ]
      : [{ label: l10n.t('Sign Out'), value: 'keep' }],
  });
}

/** Says that some people won't be invited because sending stops. */
export function describeUnsent(count: number): string {
  return plural(
    l10n.t({
      message:
        "{0, plural, one {Invitations are still being sent. # person hasn't been invited yet and won't be.} other {Invitations are still being sent. # people haven't been invited yet and won't be.}}",
      comment: ['ICU plural: # is the number of people who will not be invited.'],
    }),
    count,
  );
}

function describeStored({ people, links }: StoredCount): readonly string[] {
  if (people === 0) {
    return [];
  }
  return [
    plural(
      l10n.t({
        message:
          "{0, plural, one {# invitation is stored on this computer, {1} with an invite link. Prolific won't show the link again. Keep the invitation for the next time you sign in?} other {# invitations are stored on this computer, {1} with an invite link. Prolific won't show the links again. Keep the invitations for the next time you sign in?}}",
        comment: ['ICU plural: # is the number of invitations, {1} how many of them have an invite link.'],
      }),
      people,
      formatCount(links),
    ),
  ];
}

function describeUncounted(failure: StorageFailure): string {
  return l10n.t('{0} Invitations stored on this computer stay there.', describeStorageFailure(failure).message);
}

async function warnThatTokenIsValid(prompts: Prompts): Promise<void> {
  const chosen = await prompts.notify({
    severity: 'info',
    message: l10n.t(
      'Signed out. The token was removed from this computer but stays valid until you delete it in Prolific.',
    ),
    choices: [{ label: l10n.t('Open API Tokens'), value: tokenPage }],
  });
  if (chosen !== undefined) {
    await prompts.openExternal(chosen);
  }
}
