import pLimit from 'p-limit';
import { abortedBeforeSent, type Layer } from './handler';
import { sleep } from './sleep';

interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: ((ms: number) => void) | undefined;
}

/** Limits how many requests are under way at once, and holds reads back while the server asks for a pause. */
export class RequestLimiter {
  readonly #limit: ReturnType<typeof pLimit>;
  #pausedUntil = 0;

  constructor(maxConcurrentRequests: number) {
    this.#limit = pLimit(maxConcurrentRequests);
  }

  /** Runs a task when it is its turn; resolves with undefined if the signal is aborted before that. */
  write<T>(task: () => Promise<T>, { signal }: WaitOptions): Promise<T | undefined> {
    return this.#inTurn(task, signal);
  }

  /** Takes no place during a pause, and looks again when its turn comes: the server may have asked for one meanwhile. */
  async read<T>(task: () => Promise<T>, { signal, onWait }: WaitOptions): Promise<T | undefined> {
    for (;;) {
      const ms = this.#pauseMs();
      if (ms > 0) {
        onWait?.(Math.ceil(ms));
        await sleep(ms, signal);
      }
      const turn = await this.#inTurn(async () => (this.#pauseMs() > 0 ? 'paused' : { value: await task() }), signal);
      if (turn !== 'paused') {
        return turn?.value;
      }
    }
  }

  /** Holds all reads back for so many milliseconds from now on. */
  pauseReads(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + ms);
  }

  #pauseMs(): number {
    return Math.max(0, this.#pausedUntil - performance.now());
  }

  async #inTurn<T>(task: () => Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
    if (signal?.aborted === true) {
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => resolve(undefined);
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#limit(() => {
        signal?.removeEventListener('abort', giveUp);
        return signal?.aborted === true ? undefined : task();
      }).then(resolve, reject);
    });
  }
}

/** Sends each request when the limiter lets it pass. */
export function limited(limiter: RequestLimiter): Layer {
  return (next) => async (request) => {
    const send = async () => {
      const response = await next(request);
      if (!response.ok && response.failure.kind === 'rateLimited') {
        limiter.pauseReads(response.failure.retryAfterMs ?? 0);
      }
      return response;
    };
    const response = await (request.method === 'GET' ? limiter.read(send, request) : limiter.write(send, request));
    return response ?? abortedBeforeSent(request);
  };
}
