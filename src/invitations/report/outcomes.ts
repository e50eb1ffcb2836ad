import type { DoubtfulEntry, Entry, InvalidEntry, ValidEntry } from '../../addresses/entry';
import type { Person } from '../ledger/person';
import type { Run } from '../ledger/run';
import type { Earlier } from '../plan/earlier';
import type { InvitationPlan, Planned } from '../plan/plan';

/** What became of one entry, with the details of that outcome. While a run is under way, what is known so far. */
export type EntryOutcome =
  | (Pick<Person, 'outcome' | 'reason' | 'status' | 'serverMessage' | 'link'> & { readonly entry: ValidEntry })
  | { readonly outcome: 'alreadyInvited'; readonly entry: ValidEntry; readonly before: Earlier }
  | { readonly outcome: 'repeat'; readonly entry: ValidEntry }
  | { readonly outcome: 'invalid'; readonly entry: InvalidEntry | DoubtfulEntry };

/** Returns what became of all entries of a plan, in their original order. */
export function entryOutcomes(plan: InvitationPlan, people: readonly Person[]): readonly EntryOutcome[] {
  const byAddress = new Map(people.map((person) => [person.address, person]));
  return plan.entries.map((planned) => outcomeOf(planned, byAddress));
}

/**
 * Returns what became of a run's people according to the ledger, which doesn't contain entries that weren't meant to
 * be sent.
 */
export function outcomesOfRun({ people }: Run): readonly EntryOutcome[] {
  return people.map(({ person }) => {
    const { address, name, ...outcome } = person;
    return { ...outcome, entry: { kind: 'valid', address, ...(name === undefined ? {} : { name }) } };
  });
}

function outcomeOf(planned: Planned, people: ReadonlyMap<string, Person>): EntryOutcome {
  switch (planned.action) {
    case 'toInvite': {
      const person = people.get(planned.entry.address);
      return person === undefined ? { outcome: 'notSent', entry: planned.entry } : { ...person, entry: planned.entry };
    }
    case 'alreadyMember':
      return { outcome: 'alreadyMember', entry: planned.entry };
    case 'alreadyInvited':
      return { outcome: 'alreadyInvited', entry: planned.entry, before: planned.before };
    case 'repeat':
      return { outcome: 'repeat', entry: planned.entry };
    case 'invalid':
      return { outcome: 'invalid', entry: planned.entry };
  }
}

/**
 * Returns the people "Invite Remaining" offers: those not sent or rejected, followed by those whose outcome is unknown. The
 * review step skips the latter until the user accepts that they may get a second email.
 */
export function remainingEntries(outcomes: readonly EntryOutcome[]): readonly ValidEntry[] {
  const entriesOf = (...those: readonly EntryOutcome['outcome'][]) =>
    outcomes.flatMap((item) => (item.entry.kind === 'valid' && those.includes(item.outcome) ? [item.entry] : []));
  return [...entriesOf('notSent', 'rejected'), ...entriesOf('unknown')];
}

/** Returns the name that was given with an address. */
export function nameOf(entry: Entry): string | undefined {
  return entry.kind === 'valid' ? entry.name : undefined;
}

export function linkOf(item: EntryOutcome): string | undefined {
  return item.outcome === 'alreadyInvited' ? item.before.link : 'link' in item ? item.link : undefined;
}
