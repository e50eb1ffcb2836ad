import { setTimeout as sleepFor } from 'node:timers/promises';

/** Waits, or returns at once when the signal is aborted; the caller looks at the signal. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleepFor(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    // Sleeping fails for one reason only: it was aborted.
  }
}
