import type { Member } from '../api/schema';
import type { Entry } from './addresses';

type NotAnAddress = Extract<Entry, { kind: 'notAnAddress' }>;

/** What is to become of each entry, before anything is sent. */
export interface InvitationPlan {
  readonly toInvite: readonly string[];
  readonly alreadyMembers: readonly string[];
  readonly alreadyInvited: readonly string[];
  readonly repeats: readonly string[];
  readonly notAddresses: readonly NotAnAddress[];
  /** Members whose address Prolific does not tell, so that it cannot be seen whether they are among the entries. */
  readonly uncheckedMembers: number;
}

export interface PlanInput {
  readonly entries: readonly Entry[];
  readonly members: readonly Pick<Member, 'email'>[];
  /** Addresses that were invited to this workspace from here and may still have a link that works. */
  readonly invitedBefore: ReadonlySet<string>;
  readonly inviteAgain: boolean;
}

/** Sorts the entries: each lands in exactly one list. Addresses are compared with their letter case. */
export function planInvitations({ entries, members, invitedBefore, inviteAgain }: PlanInput): InvitationPlan {
  const memberAddresses = new Set(members.flatMap(({ email }) => (email === undefined ? [] : [email])));
  const seen = new Set<string>();
  const lists = { toInvite: [], alreadyMembers: [], alreadyInvited: [], repeats: [] } satisfies Record<
    string,
    string[]
  >;
  const plan: Record<keyof typeof lists, string[]> = lists;
  const notAddresses: NotAnAddress[] = [];
  for (const entry of entries) {
    if (entry.kind === 'notAnAddress') {
      notAddresses.push(entry);
      continue;
    }
    const { address } = entry;
    const list = seen.has(address)
      ? plan.repeats
      : memberAddresses.has(address)
        ? plan.alreadyMembers
        : invitedBefore.has(address) && !inviteAgain
          ? plan.alreadyInvited
          : plan.toInvite;
    list.push(address);
    seen.add(address);
  }
  const uncheckedMembers = members.filter(({ email }) => email === undefined).length;
  return { ...plan, notAddresses, uncheckedMembers };
}
