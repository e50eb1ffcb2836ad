import { setTimeout as sleepFor } from 'node:timers/promises';

/** Resolves after a delay, or as soon as the signal is aborted; the caller checks the signal. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleepFor(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    // Sleeping only rejects when it's aborted.
  }
}
