import { setTimeout as wait } from 'node:timers/promises';
import type { Disposable } from './emitter';

/** Time as the features see it, so that tests can let hours pass in no time. */
export interface Clock {
  /** The time of day, in milliseconds of the epoch. It may be set back or forth at any moment. */
  now(): number;
  /** Resolves after the time, or at once when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls back again and again, with this pause in between. After sleep, missed ticks are replaced by a single one. */
  every(ms: number, callback: () => void): Disposable;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal === undefined ? {} : { signal });
    } catch {
      // Waiting fails for one reason only: it was aborted.
    }
  },
  every: (ms, callback) => {
    const timer = setInterval(callback, ms);
    return { dispose: () => clearInterval(timer) };
  },
};
