import type { Clock } from '../../../src/platform/clock';

/** When all that a test does happens. */
export const timeOfTest = '2026-11-21T09:00:00.000Z';

/** A clock that stands still, on which every wait is over at once and nothing comes back again and again. */
export const instantClock: Clock = {
  now: () => Date.parse(timeOfTest),
  sleep: () => Promise.resolve(),
  every: () => ({ dispose: () => undefined }),
};
