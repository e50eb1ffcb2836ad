import { mayHaveEmail } from './person';
import type { Run } from './run';

/** The most people that are kept for an account, and that one run may have. */
export const maxPeople = 20_000;

/** So long an invitation may still be accepted, in milliseconds: 30 days. Prolific does not say when one expires. */
const mayBeAcceptedMs = 30 * 24 * 60 * 60_000;

/**
 * The oldest runs that have to be forgotten to make room for so many more people: never one that is under way, or whose
 * invitations may still be accepted. Both the clock and the newest run have to say that a run is old, since a clock that
 * was set wrong for a while would make any run look so.
 */
export function runsToDrop(newestFirst: readonly Run[], count: number, now: number): readonly Run[] {
  const newest = Math.max(...newestFirst.map(({ startedAt }) => Date.parse(startedAt)));
  const old = Math.min(now, newest) - mayBeAcceptedMs;
  let surplus = count - maxPeople + newestFirst.reduce((sum, { entries }) => sum + entries.length, 0);
  return newestFirst.toReversed().filter((run) => {
    const mayGo =
      surplus > 0 && run.state.kind !== 'underWay' && (Date.parse(run.startedAt) < old || !mayBeNeeded(run));
    surplus -= mayGo ? run.entries.length : 0;
    return mayGo;
  });
}

function mayBeNeeded({ entries }: Run): boolean {
  return entries.some(({ person }) => mayHaveEmail(person));
}
