import type { SettledOutcome, SettledPerson } from '../ledger/batch';
import type { InvitationPlan, InvitedBefore, Planned } from '../plan/plan';
import type { DoubtfulEntry, Entry, InvalidEntry, ValidEntry } from '../../addresses/entry';

/** What became of one entry: exactly one of nine outcomes, with what can be told of it. */
export type EntryOutcome =
  | {
      readonly outcome: SettledOutcome;
      readonly entry: ValidEntry;
      readonly words: string | undefined;
      readonly link: string | undefined;
    }
  | { readonly outcome: 'alreadyInvited'; readonly entry: ValidEntry; readonly before: InvitedBefore }
  | { readonly outcome: 'repeat'; readonly entry: ValidEntry }
  | { readonly outcome: 'invalid'; readonly entry: InvalidEntry | DoubtfulEntry };

/** What became of all entries of a plan, in the order given. */
export function entryOutcomes(plan: InvitationPlan, people: readonly SettledPerson[]): readonly EntryOutcome[] {
  const byAddress = new Map(people.map((person) => [person.address, person]));
  return plan.entries.map((planned) => outcomeOf(planned, byAddress));
}

function outcomeOf(planned: Planned, people: ReadonlyMap<string, SettledPerson>): EntryOutcome {
  switch (planned.action) {
    case 'toInvite': {
      const { entry } = planned;
      const person = people.get(entry.address);
      return { outcome: person?.outcome ?? 'notSent', entry, words: person?.words, link: person?.link };
    }
    case 'alreadyMember':
      return { outcome: 'alreadyMember', entry: planned.entry, words: undefined, link: undefined };
    case 'alreadyInvited':
      return { outcome: 'alreadyInvited', entry: planned.entry, before: planned.before };
    case 'repeat':
      return { outcome: 'repeat', entry: planned.entry };
    case 'invalid':
      return { outcome: 'invalid', entry: planned.entry };
  }
}

/** Those that were not sent or refused, for "Invite the Rest". Whose outcome is unknown is not among them. */
export function remaining(ends: readonly EntryOutcome[]): readonly ValidEntry[] {
  return ends.flatMap((end) => (end.outcome === 'notSent' || end.outcome === 'refused' ? [end.entry] : []));
}

/** The name that was pasted with an address. */
export function nameOf(entry: Entry): string | undefined {
  return entry.kind === 'valid' ? entry.name : undefined;
}
