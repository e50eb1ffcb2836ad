import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { isRefusal, mayPass, type Failure, type RequestName } from './failure';
import { fail, type Result } from './result';

const tries = 3;

/** Carries a failure through p-retry, which speaks in exceptions. */
class FailedTry extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/**
 * Runs a read up to three times while its failure may pass, with growing, scattered pauses; a `Retry-After` of the
 * server is waited for first. Aborting ends the waiting at once.
 */
export async function retryReads<T>(
  request: RequestName,
  read: (attempt: number) => Promise<Result<T, Failure>>,
  firstPauseMs: number,
  signal: AbortSignal | undefined,
): Promise<Result<T, Failure>> {
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
      minTimeout: firstPauseMs,
      randomize: true,
      ...(signal === undefined ? {} : { signal }),
      shouldRetry: async ({ error }) => error instanceof FailedTry && (await isWorthAnotherTry(error.failure, signal)),
    });
  } catch (error) {
    if (signal?.aborted === true) {
      return fail({ kind: 'aborted', request, effect: 'none' });
    }
    if (error instanceof FailedTry) {
      return fail(error.failure);
    }
    throw error;
  }
}

async function isWorthAnotherTry(failure: Failure, signal: AbortSignal | undefined): Promise<boolean> {
  if (!mayPass(failure)) {
    return false;
  }
  const waitMs = isRefusal(failure) ? (failure.retryAfterMs ?? 0) : 0;
  await sleep(waitMs, undefined, signal === undefined ? {} : { signal });
  return true;
}
