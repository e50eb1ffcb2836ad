import { isHttpFailure, isTransient, type Failure } from '../failure';
import { abortedBeforeSent, type Layer } from './handler';
import { isBrokenConnection } from './networkCodes';
import { sleep } from './sleep';

const maxAttempts = 3;

/**
 * Sends a read up to three times while its failure is transient, with growing pauses. The first time that a connection
 * breaks there is no pause: it may have died while it was kept for the next read. A write is sent once.
 */
export function retryReads({ initialDelayMs }: { readonly initialDelayMs: number }): Layer {
  return (next) => async (request) => {
    if (request.method !== 'GET') {
      return next(request);
    }
    for (let attempt = 1; ; attempt++) {
      const response = await next({ ...request, attempt });
      if (response.ok || attempt === maxAttempts || !isTransient(response.failure)) {
        return response;
      }
      const isFirstBreak = attempt === 1 && isBroken(response.failure);
      const delayMs = isFirstBreak ? 0 : retryDelayMs(response.failure, attempt, initialDelayMs);
      if (isAskedToWait(response.failure)) {
        request.onWait?.(delayMs);
      }
      await sleep(delayMs, request.signal);
      if (request.signal?.aborted === true) {
        return abortedBeforeSent(request);
      }
    }
  };
}

/**
 * Returns how long to wait after a failed attempt, in milliseconds: what the server asks for plus `initialDelayMs`,
 * doubled with each attempt and randomized so that clients that failed together don't retry together.
 */
export function retryDelayMs(
  failure: Failure,
  attempt: number,
  initialDelayMs: number,
  random = Math.random(),
): number {
  const askedMs = isHttpFailure(failure) ? (failure.retryAfterMs ?? 0) : 0;
  return Math.round(askedMs + initialDelayMs * 2 ** (attempt - 1) * (1 + random));
}

function isBroken(failure: Failure): boolean {
  return failure.kind === 'network' && isBrokenConnection(failure.code);
}

function isAskedToWait(failure: Failure): boolean {
  return isHttpFailure(failure) && (failure.kind === 'rateLimited' || failure.retryAfterMs !== undefined);
}
