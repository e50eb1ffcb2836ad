import { mayHaveEmail } from './person';
import type { Run } from './run';

/** How many people are kept per account, and how many a run may have. */
export const maxPeople = 20_000;

/**
 * How long an invitation may still be accepted, in milliseconds: 30 days. Prolific doesn't document when one expires.
 */
const mayBeAcceptedMs = 30 * 24 * 60 * 60_000;

/**
 * Returns the oldest runs, which are dropped to make room for this many more people. Never a run that is under way, or whose
 * invitations may still be accepted. A run is old only if both the clock and the newest run say so, because any run looks
 * old while the clock is wrong.
 */
export function runsToDrop(newestFirst: readonly Run[], count: number, now: number): readonly Run[] {
  const newest = Math.max(...newestFirst.map(({ startedAt }) => Date.parse(startedAt)));
  const old = Math.min(now, newest) - mayBeAcceptedMs;
  let surplus = count - maxPeople + newestFirst.reduce((sum, { people }) => sum + people.length, 0);
  return newestFirst.toReversed().filter((run) => {
    const mayGo =
      surplus > 0 && run.state.kind !== 'underWay' && (Date.parse(run.startedAt) < old || !mayBeNeeded(run));
    surplus -= mayGo ? run.people.length : 0;
    return mayGo;
  });
}

function mayBeNeeded({ people }: Run): boolean {
  return people.some(({ person }) => mayHaveEmail(person));
}
