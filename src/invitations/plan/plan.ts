import type { InvitationRole, Member } from '../../api';
import { foldAddress, foldCase } from '../../addresses/fold';
import { caseVariants } from '../../addresses/letterCase';
import type { DoubtfulEntry, Entry, InvalidEntry, ValidEntry } from '../../addresses/entry';
import { maxPeople } from '../ledger/bound';
import type { Person } from '../ledger/person';
import type { Earlier, EarlierInvitations } from './earlier';

/** One entry with what is to become of it. */
export type Planned =
  | { readonly action: 'toInvite' | 'alreadyMember' | 'repeat'; readonly entry: ValidEntry }
  | { readonly action: 'alreadyInvited'; readonly entry: ValidEntry; readonly before: Earlier }
  | { readonly action: 'invalid'; readonly entry: InvalidEntry | DoubtfulEntry };

/** Two spellings of one mailbox, or two addresses that differ in letter case alone: as given, and as it is known. */
export interface Alike {
  readonly address: string;
  readonly known: string;
}

/** What is to become of each entry, before anything is sent. */
export interface InvitationPlan {
  readonly role: InvitationRole;
  /** All entries in the order given. Each stands in exactly one of the five lists below, which are taken from here. */
  readonly entries: readonly Planned[];
  readonly toInvite: readonly string[];
  readonly alreadyMembers: readonly string[];
  readonly alreadyInvited: readonly (Earlier & { readonly address: string })[];
  readonly repeats: readonly string[];
  readonly invalid: readonly (InvalidEntry | DoubtfulEntry)[];
  /** Those left out since they are a member, were invited, or are given twice, in another spelling. */
  readonly otherSpellings: readonly Alike[];
  /** Those to invite whose address is a member's, or of somebody invited before, in all but letter case. */
  readonly memberCaseVariants: readonly Alike[];
  readonly invitedCaseVariants: readonly Alike[];
  /** Those to invite that differ from each other in letter case alone, together. */
  readonly caseVariants: readonly (readonly string[])[];
  /** Members whose address Prolific does not tell, so that it cannot be seen whether they are among the entries. */
  readonly uncheckedMembers: number;
  /** The keys of earlier invitations in spite of which people are to be invited. */
  readonly agreedTo: ReadonlySet<string>;
}

/** Whom of those invited before to invite all the same. */
export interface InviteAgain {
  readonly invited: boolean;
  /** Those who may have had an email. */
  readonly unknown: boolean;
}

export interface PlanInput {
  readonly entries: readonly Entry[];
  readonly members: readonly Pick<Member, 'email'>[];
  readonly earlier: EarlierInvitations;
  readonly role: InvitationRole;
  readonly inviteAgain: InviteAgain;
}

export const inviteNobodyAgain: InviteAgain = { invited: false, unknown: false };

/**
 * Sorts the entries. All spellings of one mailbox count as one address, sent as it is given first. Letter case before the @
 * tells addresses apart: who differs in it alone is pointed out and still invited.
 */
export function planInvitations({ entries, members, earlier, role, inviteAgain }: PlanInput): InvitationPlan {
  const memberAddresses = members.flatMap(({ email }) => (email === undefined ? [] : [email]));
  const membersByMailbox = new Map(memberAddresses.map((member) => [foldAddress(member), member]));
  const seen = new Map<string, string>();
  const otherSpellings: Alike[] = [];
  const pointOut = (address: string, known: string) => {
    if (address !== known) {
      otherSpellings.push({ address, known });
    }
  };
  const planned = entries.map((entry): Planned => {
    if (entry.kind !== 'valid') {
      return { action: 'invalid', entry };
    }
    const mailbox = foldAddress(entry.address);
    const member = membersByMailbox.get(mailbox);
    const before = earlier.get(mailbox);
    const first = seen.get(mailbox);
    const isLeftOut = before !== undefined && !mayBeInvitedAgain(before, inviteAgain);
    const known = first ?? member ?? (isLeftOut ? before.address : undefined);
    pointOut(entry.address, known ?? entry.address);
    seen.set(mailbox, first ?? entry.address);
    if (first !== undefined) {
      return { action: 'repeat', entry };
    }
    if (member !== undefined) {
      return { action: 'alreadyMember', entry };
    }
    return isLeftOut ? { action: 'alreadyInvited', entry, before } : { action: 'toInvite', entry };
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
    otherSpellings,
    memberCaseVariants: variantsOf(memberAddresses, toInvite),
    invitedCaseVariants: variantsOf(
      [...earlier.values()].map(({ address }) => address),
      toInvite,
    ),
    caseVariants: caseVariants(toInvite),
    uncheckedMembers: members.filter(({ email }) => email === undefined).length,
    agreedTo: new Set(toInvite.flatMap((address) => earlier.get(foldAddress(address))?.keys ?? [])),
  };
}

/** Whom a plan invites, with the names that came with their addresses. */
export function peopleToInvite({ entries }: InvitationPlan): readonly Pick<Person, 'address' | 'name'>[] {
  return entries.flatMap(({ action, entry }) =>
    action === 'toInvite' ? [{ address: entry.address, name: entry.name }] : [],
  );
}

function mayBeInvitedAgain({ certainty }: Earlier, { invited, unknown }: InviteAgain): boolean {
  switch (certainty) {
    case 'invited':
      return invited;
    case 'unknown':
      return unknown;
    case 'underWay':
      return false;
  }
}

function addressesOf(planned: readonly Planned[], action: Exclude<Planned['action'], 'invalid'>): readonly string[] {
  return planned.flatMap((item) => (item.action === action ? [item.entry.address] : []));
}

/** Those to invite who differ from somebody known in letter case alone. */
function variantsOf(known: readonly string[], toInvite: readonly string[]): readonly Alike[] {
  const byFold = new Map(known.map((address) => [foldCase(address), address]));
  return toInvite.flatMap((address) => {
    const other = byFold.get(foldCase(address));
    return other === undefined || foldAddress(other) === foldAddress(address) ? [] : [{ address, known: other }];
  });
}

/** From this many people on a question has to be answered before anything is sent; for admins, from the second on. */
const maxWithoutConfirmation = 100;

/** Whether sending it needs a further question, that names number and role. */
export function needsConfirmation({ toInvite, role }: Pick<InvitationPlan, 'toInvite' | 'role'>): boolean {
  return toInvite.length > (role === 'WORKSPACE_ADMIN' ? 1 : maxWithoutConfirmation);
}

/** Whether they are more than one run may have. */
export function hasTooMany({ toInvite }: Pick<InvitationPlan, 'toInvite'>): boolean {
  return toInvite.length > maxPeople;
}
