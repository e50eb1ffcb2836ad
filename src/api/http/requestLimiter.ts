import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';

export interface Waiting {
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: ((ms: number) => void) | undefined;
}

type Pass = <T>(send: () => Promise<T>, waiting: Waiting) => Promise<T | undefined>;

/**
 * Through it pass all requests of one client: so many are under way at once, and no read while the server wants quiet.
 * Both ways give undefined where the signal was aborted before it was the request's turn, so that nothing was sent.
 */
export interface Gate {
  readonly write: Pass;
  readonly read: Pass;
  /** Holds all reads back for so many milliseconds from now on. */
  readonly holdReads: (ms: number) => void;
}

export function createGate(atOnce: number): Gate {
  const limit = pLimit(atOnce);
  let quietUntil = 0;
  const quietMs = () => Math.max(0, quietUntil - performance.now());

  async function inTurn<T>(send: () => Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
    if (signal?.aborted === true) {
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => resolve(undefined);
      signal?.addEventListener('abort', giveUp, { once: true });
      limit(() => {
        signal?.removeEventListener('abort', giveUp);
        return signal?.aborted === true ? undefined : send();
      }).then(resolve, reject);
    });
  }

  return {
    write: (send, { signal }) => inTurn(send, signal),
    /** Takes no place while it waits, and looks again when its turn comes: the server may have asked for quiet meanwhile. */
    read: async (send, { signal, onWait }) => {
      for (;;) {
        const ms = quietMs();
        if (ms > 0) {
          onWait?.(Math.ceil(ms));
          await pause(ms, signal);
        }
        const turn = await inTurn(async () => (quietMs() > 0 ? 'heldBack' : { sent: await send() }), signal);
        if (turn !== 'heldBack') {
          return turn?.sent;
        }
      }
    },
    holdReads: (ms) => {
      quietUntil = Math.max(quietUntil, performance.now() + ms);
    },
  };
}

/** Waits, or gives up at once when the signal is aborted; the caller looks at the signal. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    // Sleeping fails for one reason only: it was aborted.
  }
}
