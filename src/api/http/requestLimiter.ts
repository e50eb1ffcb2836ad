import { abortedBeforeSent, type Layer } from './handler';
import { sleep } from './sleep';

type Kind = 'read' | 'write';

interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: ((ms: number) => void) | undefined;
}

/** Limits how many requests are under way at once. Writes go first; reads wait while the server asks for a pause. */
export class RequestLimiter {
  /** What starts each request that waits for its turn. */
  readonly #waiting: Readonly<Record<Kind, Set<() => void>>> = { write: new Set(), read: new Set() };
  #running = 0;
  #pausedUntil = 0;

  constructor(private readonly maxConcurrentRequests: number) {}

  /** Runs a task when its turn comes. Resolves with undefined if the signal is aborted before that. */
  async run<T>(kind: Kind, task: () => Promise<T>, { signal, onWait }: WaitOptions): Promise<T | undefined> {
    let toldUntil = 0;
    for (;;) {
      const pauseMs = kind === 'read' ? this.#pauseMs() : 0;
      if (pauseMs > 0) {
        // A timer can end a moment early, and the rest of the pause is no news.
        if (toldUntil !== this.#pausedUntil) {
          toldUntil = this.#pausedUntil;
          onWait?.(Math.ceil(pauseMs));
        }
        await sleep(pauseMs, signal);
      }
      if (!(await this.#takeTurn(kind, signal))) {
        return undefined;
      }
      try {
        // The server may have asked for a pause while this was waiting.
        if (kind === 'write' || this.#pauseMs() === 0) {
          return await task();
        }
      } finally {
        this.#endTurn();
      }
    }
  }

  /** Delays all reads for this many milliseconds from now. */
  pauseReads(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + ms);
  }

  #pauseMs(): number {
    return Math.max(0, this.#pausedUntil - performance.now());
  }

  async #takeTurn(kind: Kind, signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted === true) {
      return false;
    }
    if (this.#running < this.maxConcurrentRequests) {
      this.#running += 1;
      return true;
    }
    const waiting = this.#waiting[kind];
    return new Promise((resolve) => {
      const start = () => {
        signal?.removeEventListener('abort', leave);
        waiting.delete(start);
        this.#running += 1;
        resolve(true);
      };
      const leave = () => {
        waiting.delete(start);
        resolve(false);
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.add(start);
    });
  }

  #endTurn(): void {
    this.#running -= 1;
    const { write, read } = this.#waiting;
    const [next] = write.size > 0 ? write : read;
    next?.();
  }
}

/** Sends each request when the limiter allows it. */
export function limited(limiter: RequestLimiter): Layer {
  return (next) => async (request) => {
    const send = async () => {
      const response = await next(request);
      if (!response.ok && response.failure.kind === 'rateLimited') {
        limiter.pauseReads(response.failure.retryAfterMs ?? 0);
      }
      return response;
    };
    const response = await limiter.run(request.method === 'GET' ? 'read' : 'write', send, request);
    return response ?? abortedBeforeSent(request);
  };
}
