import type { InvitationRole, Member } from '../../api';
import { foldAddress, foldCase } from '../../addresses/fold';
import { caseVariants } from '../../addresses/letterCase';
import type { DoubtfulEntry, Entry, InvalidEntry, ValidEntry } from '../../addresses/entry';
import { maxPeople } from '../ledger/bound';
import type { Person } from '../ledger/person';
import type { Earlier, EarlierInvitations } from './earlier';

/** One entry, and what happens to it. */
export type Planned =
  | { readonly action: 'toInvite' | 'alreadyMember' | 'repeat'; readonly entry: ValidEntry }
  | { readonly action: 'alreadyInvited'; readonly entry: ValidEntry; readonly before: Earlier }
  | { readonly action: 'invalid'; readonly entry: InvalidEntry | DoubtfulEntry };

/** Two spellings of a mailbox, or two addresses that differ only in letter case: the given one and the known one. */
export interface Alike {
  readonly address: string;
  readonly known: string;
}

/** Who a plan invites, who it skips, and what it points out. */
export interface PlanLists {
  readonly toInvite: readonly string[];
  readonly alreadyMembers: readonly string[];
  readonly alreadyInvited: readonly (Earlier & { readonly address: string })[];
  readonly repeats: readonly string[];
  readonly invalid: readonly (InvalidEntry | DoubtfulEntry)[];
  /** Skipped addresses that match a member, an earlier invitation, or another entry in a different spelling. */
  readonly otherSpellings: readonly Alike[];
  /** Addresses to invite that differ from a member's, or from one invited before, only in letter case. */
  readonly memberCaseVariants: readonly Alike[];
  readonly invitedCaseVariants: readonly Alike[];
  /** Addresses to invite that differ from each other only in letter case, in groups. */
  readonly caseVariants: readonly (readonly string[])[];
  /** How many members have no visible address, so they may be among the entries. */
  readonly uncheckedMembers: number;
}

/** What happens to each entry, decided before anything is sent. */
export interface InvitationPlan extends PlanLists {
  readonly role: InvitationRole;
  /** All entries in their original order. Each is in exactly one of the first five lists. */
  readonly entries: readonly Planned[];
  /** The keys of earlier invitations that the user chose to repeat. */
  readonly agreedTo: ReadonlySet<string>;
}

/** Which of the people invited before to invite again. */
export interface InviteAgain {
  readonly invited: boolean;
  /** People whose outcome is unknown, who may have received an email. */
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
 * Decides what happens to each entry. All spellings of a mailbox count as one address, which is sent as first spelled. Letter
 * case before the @ makes a different address: such entries are pointed out but still invited.
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

/** Returns the people a plan invites, with the names given with their addresses. */
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

/** Returns the addresses to invite that differ from a known one only in letter case. */
function variantsOf(known: readonly string[], toInvite: readonly string[]): readonly Alike[] {
  const byFold = new Map(known.map((address) => [foldCase(address), address]));
  return toInvite.flatMap((address) => {
    const other = byFold.get(foldCase(address));
    return other === undefined || foldAddress(other) === foldAddress(address) ? [] : [{ address, known: other }];
  });
}

/** How many people can be invited without a further confirmation. More than one admin always needs one. */
const maxWithoutConfirmation = 100;

/** Whether sending needs a further confirmation, which names number and role. */
export function needsConfirmation({ toInvite, role }: Pick<InvitationPlan, 'toInvite' | 'role'>): boolean {
  return toInvite.length > (role === 'WORKSPACE_ADMIN' ? 1 : maxWithoutConfirmation);
}

/** Whether there are more people than a run may have. */
export function hasTooMany({ toInvite }: Pick<PlanLists, 'toInvite'>): boolean {
  return toInvite.length > maxPeople;
}
