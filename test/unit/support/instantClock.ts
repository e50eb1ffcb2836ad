import type { Clock } from '../../../src/platform/clock';

/** When all that a test does happens. */
export const timeOfTest = '2026-11-21T09:00:00.000Z';

/** A stopped clock on which every wait ends at once and nothing repeats. */
export const instantClock: Clock = {
  now: () => Date.parse(timeOfTest),
  sleep: () => Promise.resolve(),
  every: () => ({ dispose: () => undefined }),
};
