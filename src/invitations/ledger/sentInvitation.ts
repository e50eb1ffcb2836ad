import type { Member, Workspace } from '../../api';
import { outcomeNow, type Batch, type Person, type SentOutcome } from './batch';
import type { Ledger, LedgerEntry } from './ledger';

/** What is known of an invitation that was sent: `accepted` once the invited person is among the members. */
export type InvitationStatus = 'sending' | 'invited' | 'notConfirmed' | 'unknown' | 'accepted';

/** One invitation as it is shown: the newest one to its address. */
export interface SentInvitation {
  readonly batch: Batch;
  readonly person: Person;
  readonly status: InvitationStatus;
  /** Whether it was sent so long ago that its link may not work any more. */
  readonly mayHaveExpired: boolean;
}

/** Prolific's invitations expire; after how long is not documented. From here on a row says so, in milliseconds. */
const mayExpireAfterMs = 14 * 24 * 60 * 60_000;

/**
 * The invitations to one workspace that were sent, newest first, one an address. What was refused or never sent is none,
 * nor is one to somebody who was a member before. `entries` are those of the workspace, newest first.
 */
export function sentInvitations(
  entries: readonly LedgerEntry[],
  members: readonly Pick<Member, 'email'>[],
  now: number,
): readonly SentInvitation[] {
  const memberAddresses = new Set(members.map(({ email }) => email));
  const seen = new Set<string>();
  return entries.flatMap(({ batch, person }) => {
    const status = statusOf(outcomeNow(batch, person, now), memberAddresses.has(person.address));
    if (status === undefined || seen.has(person.address)) {
      return [];
    }
    seen.add(person.address);
    const mayHaveExpired = status === 'invited' && now - Date.parse(batch.sentAt) > mayExpireAfterMs;
    return [{ batch, person, status, mayHaveExpired }];
  });
}

function statusOf(outcome: SentOutcome, isMember: boolean): InvitationStatus | undefined {
  switch (outcome) {
    case 'sending':
    case 'invited':
    case 'notConfirmed':
    case 'unknown':
      return isMember ? 'accepted' : outcome;
    case 'alreadyMember':
    case 'refused':
    case 'notSent':
      return undefined;
  }
}

/** The invitations to all workspaces, newest first. */
export function allSentInvitations(
  ledger: Pick<Ledger, 'batches' | 'entriesOf'>,
  store: { get(workspaceId: string): Pick<Workspace, 'members'> | undefined },
  now: number,
): readonly SentInvitation[] {
  const workspaceIds = [...new Set(ledger.batches.map(({ workspaceId }) => workspaceId))];
  return workspaceIds
    .flatMap((id) => sentInvitations(ledger.entriesOf(id), store.get(id)?.members ?? [], now))
    .sort((a, b) => Date.parse(b.batch.sentAt) - Date.parse(a.batch.sentAt));
}

/** Whether somebody may still need the link of it. */
export function isPending({ status, person }: SentInvitation): boolean {
  return status !== 'accepted' && person.link !== undefined;
}
