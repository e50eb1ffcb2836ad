import pRetry from 'p-retry';
import { isHttpFailure, mayPass, type Failure } from '../failure';
import { pause, type Waiting } from './requestLimiter';
import type { Result } from '../result';

const tries = 3;

export interface RetryOptions extends Waiting {
  readonly firstPauseMs: number;
}

/** Carries a failure through p-retry, which speaks in exceptions. */
class FailedTry extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/**
 * Runs a read up to three times while its failure may pass. Undefined: it was aborted while it waited or was about to.
 * p-retry counts the tries; the pauses are ours, since it can neither tell their length nor follow a `Retry-After`.
 */
export async function retryReads<T>(
  read: (attempt: number) => Promise<Result<T, Failure>>,
  { firstPauseMs, signal, onWait }: RetryOptions,
): Promise<Result<T, Failure> | undefined> {
  const attempt = async (number: number) => {
    const result = await read(number);
    if (!result.ok) {
      throw new FailedTry(result.failure);
    }
    return result;
  };
  try {
    return await pRetry(attempt, {
      retries: tries - 1,
      minTimeout: 0,
      ...(signal === undefined ? {} : { signal }),
      shouldRetry: async ({ error, attemptNumber }) => {
        if (!(error instanceof FailedTry) || !mayPass(error.failure)) {
          return false;
        }
        const waitMs = pauseAfter(error.failure, attemptNumber, firstPauseMs);
        if (isAskedToWait(error.failure)) {
          onWait?.(waitMs);
        }
        await pause(waitMs, signal);
        return true;
      },
    });
  } catch (error) {
    if (signal?.aborted === true) {
      return undefined;
    }
    if (error instanceof FailedTry) {
      return { ok: false, failure: error.failure };
    }
    throw error;
  }
}

/** How long to wait after a failed try, in milliseconds: never less than the server asks for, longer each time, scattered. */
export function pauseAfter(failure: Failure, attempt: number, firstPauseMs: number, random = Math.random()): number {
  const askedMs = isHttpFailure(failure) ? (failure.retryAfterMs ?? 0) : 0;
  return Math.round(askedMs + firstPauseMs * 2 ** (attempt - 1) * (1 + random));
}

function isAskedToWait(failure: Failure): boolean {
  return isHttpFailure(failure) && (failure.kind === 'rateLimited' || failure.retryAfterMs !== undefined);
}
