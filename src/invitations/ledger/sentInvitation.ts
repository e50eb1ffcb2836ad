import type { Member, Workspace } from '../../api';
import { foldAddress } from '../../addresses/fold';
import type { Ledger } from './ledger';
import type { Person } from './person';
import type { InvitedPerson } from './run';

/** The status of a sent invitation. `accepted`: the person is a member now. */
export type InvitationStatus = 'sending' | 'invited' | 'notConfirmed' | 'unknown' | 'accepted';

/** One invitation as the user sees it: the newest one to its mailbox. */
export interface SentInvitation extends InvitedPerson {
  readonly status: InvitationStatus;
  /** Whether it was sent so long ago that its link may no longer work. */
  readonly mayHaveExpired: boolean;
}

/**
 * From this age on, in milliseconds, a row says that an invitation may have expired. Prolific doesn't document when
 * one does.
 */
const mayExpireAfterMs = 14 * 24 * 60 * 60_000;

/**
 * Returns the sent invitations to one workspace, newest first, one per mailbox. Leaves out who was rejected, not sent, or already
 * a member. `people` are the workspace's people in the ledger, newest first.
 */
export function sentInvitations(
  people: readonly InvitedPerson[],
  members: readonly Pick<Member, 'email'>[],
  now: number,
): readonly SentInvitation[] {
  const memberMailboxes = new Set(members.flatMap(({ email }) => (email === undefined ? [] : [foldAddress(email)])));
  const seen = new Set<string>();
  return people.flatMap((invited) => {
    const mailbox = foldAddress(invited.person.address);
    const status = statusOf(invited.person, memberMailboxes.has(mailbox));
    if (status === undefined || seen.has(mailbox)) {
      return [];
    }
    seen.add(mailbox);
    const mayHaveExpired = status === 'invited' && now - Date.parse(invited.run.startedAt) > mayExpireAfterMs;
    return [{ ...invited, status, mayHaveExpired }];
  });
}

function statusOf({ outcome }: Person, isMember: boolean): InvitationStatus | undefined {
  switch (outcome) {
    case 'sending':
    case 'invited':
    case 'notConfirmed':
    case 'unknown':
      return isMember ? 'accepted' : outcome;
    case 'planned':
    case 'alreadyMember':
    case 'rejected':
    case 'notSent':
      return undefined;
  }
}

/** Returns the sent invitations to all workspaces, newest first. */
export function allSentInvitations(
  ledger: Pick<Ledger, 'runs' | 'peopleOf'>,
  store: { get(workspaceId: string): Pick<Workspace, 'members'> | undefined },
  now: number,
): readonly SentInvitation[] {
  const workspaceIds = [...new Set(ledger.runs.map(({ workspaceId }) => workspaceId))];
  return workspaceIds
    .flatMap((id) => sentInvitations(ledger.peopleOf(id), store.get(id)?.members ?? [], now))
    .sort((a, b) => Date.parse(b.run.startedAt) - Date.parse(a.run.startedAt));
}

/** Whether someone may still need its link. */
export function isPending({ status, person }: SentInvitation): boolean {
  return status !== 'accepted' && person.link !== undefined;
}
