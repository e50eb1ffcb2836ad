import type { InvitationRole, Member } from '../../api';
import { outcomeNow, type SentOutcome } from '../ledger/batch';
import type { LedgerEntry } from '../ledger/ledger';
import { foldCase } from '../../addresses/fold';
import { caseVariants } from '../../addresses/letterCase';
import type { DoubtfulEntry, Entry, InvalidEntry, ValidEntry } from '../../addresses/entry';

/** An invitation that was sent from here before, and may still have a link that works. */
export interface InvitedBefore {
  readonly sentAt: string;
  readonly role: InvitationRole;
  readonly link: string | undefined;
}

/** One entry with what is to become of it. */
export type Planned =
  | { readonly action: 'toInvite' | 'alreadyMember' | 'repeat'; readonly entry: ValidEntry }
  | { readonly action: 'alreadyInvited'; readonly entry: ValidEntry; readonly before: InvitedBefore }
  | { readonly action: 'invalid'; readonly entry: InvalidEntry | DoubtfulEntry };

/** What is to become of each entry, before anything is sent. */
export interface InvitationPlan {
  readonly role: InvitationRole;
  /** All entries in the order given. Each stands in exactly one of the five lists below, which are taken from here. */
  readonly entries: readonly Planned[];
  readonly toInvite: readonly string[];
  readonly alreadyMembers: readonly string[];
  readonly alreadyInvited: readonly (InvitedBefore & { readonly address: string })[];
  readonly repeats: readonly string[];
  readonly invalid: readonly (InvalidEntry | DoubtfulEntry)[];
  /** Those to invite whose address is a member's in all but letter case. */
  readonly memberCaseVariants: readonly { readonly address: string; readonly member: string }[];
  /** Those to invite that differ from each other in letter case alone, together. */
  readonly caseVariants: readonly (readonly string[])[];
  /** Members whose address Prolific does not tell, so that it cannot be seen whether they are among the entries. */
  readonly uncheckedMembers: number;
}

export interface PlanInput {
  readonly entries: readonly Entry[];
  readonly members: readonly Pick<Member, 'email'>[];
  readonly invitedBefore: ReadonlyMap<string, InvitedBefore>;
  readonly role: InvitationRole;
  readonly inviteAgain: boolean;
}

/** Sorts the entries. Addresses are compared with their letter case; who differs in it alone is pointed out and still invited. */
export function planInvitations({ entries, members, invitedBefore, role, inviteAgain }: PlanInput): InvitationPlan {
  const memberAddresses = new Set(members.flatMap(({ email }) => (email === undefined ? [] : [email])));
  const seen = new Set<string>();
  const planned = entries.map((entry): Planned => {
    if (entry.kind !== 'valid') {
      return { action: 'invalid', entry };
    }
    const { address } = entry;
    if (seen.has(address)) {
      return { action: 'repeat', entry };
    }
    seen.add(address);
    if (memberAddresses.has(address)) {
      return { action: 'alreadyMember', entry };
    }
    const before = inviteAgain ? undefined : invitedBefore.get(address);
    return before === undefined ? { action: 'toInvite', entry } : { action: 'alreadyInvited', entry, before };
  });
  const toInvite = addressesOf(planned, 'toInvite');
  return {
    role,
    entries: planned,
    toInvite,
    alreadyMembers: addressesOf(planned, 'alreadyMember'),
    alreadyInvited: planned.flatMap((item) =>
      item.action === 'alreadyInvited' ? [{ ...item.before, address: item.entry.address }] : [],
    ),
    repeats: addressesOf(planned, 'repeat'),
    invalid: planned.flatMap((item) => (item.action === 'invalid' ? [item.entry] : [])),
    memberCaseVariants: variantsOfMembers(toInvite, memberAddresses),
    caseVariants: caseVariants(toInvite),
    uncheckedMembers: members.filter(({ email }) => email === undefined).length,
  };
}

function addressesOf(planned: readonly Planned[], action: Exclude<Planned['action'], 'invalid'>): readonly string[] {
  return planned.flatMap((item) => (item.action === action ? [item.entry.address] : []));
}

function variantsOfMembers(
  toInvite: readonly string[],
  members: ReadonlySet<string>,
): InvitationPlan['memberCaseVariants'] {
  const byFold = new Map([...members].map((member) => [foldCase(member), member]));
  return toInvite.flatMap((address) => {
    const member = byFold.get(foldCase(address));
    return member === undefined ? [] : [{ address, member }];
  });
}

const mayHaveMail: ReadonlySet<SentOutcome> = new Set(['invited', 'notConfirmed', 'unknown', 'sending']);

/**
 * Who of the ledger may have got a mail, so that nobody gets a second one unasked: those too whom the answer left out, or
 * whose answer was lost. Of several entries for one address the newest, which comes first, counts.
 */
export function invitedBefore(entries: readonly LedgerEntry[], now: number): ReadonlyMap<string, InvitedBefore> {
  const found = new Map<string, InvitedBefore>();
  for (const { batch, person } of entries) {
    const outcome = outcomeNow(batch, person, now);
    if (mayHaveMail.has(outcome) && !found.has(person.address)) {
      found.set(person.address, { sentAt: batch.sentAt, role: batch.role, link: person.link });
    }
  }
  return found;
}

/** From this many people on a question has to be answered before anything is sent; for admins, from the second on. */
const maxWithoutConfirmation = 100;

/** Whether sending it needs a further question, that names number and role. */
export function needsConfirmation({ toInvite, role }: Pick<InvitationPlan, 'toInvite' | 'role'>): boolean {
  return toInvite.length > (role === 'WORKSPACE_ADMIN' ? 1 : maxWithoutConfirmation);
}
