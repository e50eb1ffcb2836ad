import type { Clock } from '../../../src/platform/clock';

/** A clock on which every wait is over at once, and nothing comes back again and again. */
export const instantClock: Clock = {
  now: () => Date.now(),
  sleep: () => Promise.resolve(),
  every: () => ({ dispose: () => undefined }),
};
