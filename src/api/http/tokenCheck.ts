import type { CallOptions, Exchange } from './exchange';
import type { Failure } from '../failure';
import { fail, type Result } from '../result';
import { accountAnswer, type Account } from '../schema/schema';

/** Makes a request of an operation. */
export type Send = Exchange;

interface Access {
  readonly getUser: (options?: CallOptions) => Promise<Result<Account, Failure>>;
  readonly send: Send;
}

/**
 * 401 may mean a bad token, or just no access to this one thing (docs: documentation/get-started/api-fundamentals).
 * `users/me/` tells which; one look serves all requests that are refused at the same time.
 */
export function createAccess(exchange: Exchange, onTokenRejected: () => void): Access {
  let looking: Promise<Result<Account, Failure>> | undefined;

  async function getUser(options: CallOptions = {}): Promise<Result<Account, Failure>> {
    const result = await exchange({ ...options, method: 'GET', path: 'users/me/', answer: accountAnswer });
    if (!result.ok && result.failure.kind === 'unauthorized') {
      onTokenRejected();
    }
    return result;
  }

  return {
    getUser,
    send: async (call) => {
      const result = await exchange(call);
      if (result.ok || result.failure.kind !== 'unauthorized') {
        return result;
      }
      looking ??= getUser().finally(() => (looking = undefined));
      const user = await unlessAborted(looking, call.signal);
      if (user === undefined) {
        return fail({ kind: 'aborted', request: result.failure.request, effect: 'none' });
      }
      const isTokenBad = !user.ok && user.failure.kind === 'unauthorized';
      return isTokenBad ? result : fail({ ...result.failure, kind: 'forbidden' });
    },
  };
}

/** The look is shared, so whoever is aborted leaves it to the others. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(undefined);
    signal?.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', giveUp));
  });
}
