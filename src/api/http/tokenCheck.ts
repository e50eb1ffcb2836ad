import { abortedBeforeSent, type Layer } from './handler';
import { describeExchange, type ApiLog } from './log';

export interface TokenCheckOptions {
  /** The URL of `users/me/`. */
  readonly accountUrl: URL;
  /** Called when Prolific no longer accepts the token. */
  readonly onTokenRejected: () => void;
  readonly log: ApiLog;
}

/**
 * A 401 means a bad token, or no access to this resource (docs: documentation/get-started/api-fundamentals).
 * `users/me/` tells which. One check serves all requests rejected at the same time.
 */
export function checkToken({ accountUrl, onTokenRejected, log }: TokenCheckOptions): Layer {
  return (next) => {
    let check: Promise<boolean> | undefined;

    async function isTokenRejected(): Promise<boolean> {
      const response = await next({ method: 'GET', url: accountUrl, target: accountUrl, body: undefined, attempt: 1 });
      if (response.ok) {
        log.debug(describeExchange(response.exchange));
        return false;
      }
      const isRejected = response.failure.kind === 'unauthorized';
      if (isRejected) {
        onTokenRejected();
      }
      return isRejected;
    }

    return async (request) => {
      const response = await next(request);
      if (response.ok || response.failure.kind !== 'unauthorized') {
        return response;
      }
      if (request.url.href === accountUrl.href) {
        onTokenRejected();
        return response;
      }
      check ??= isTokenRejected().finally(() => (check = undefined));
      const isRejected = await unlessAborted(check, request.signal);
      if (isRejected === undefined) {
        return abortedBeforeSent(request);
      }
      return isRejected ? response : { ...response, failure: { ...response.failure, kind: 'forbidden' } };
    };
  };
}

/** The check is shared; an aborted caller leaves it running for the others. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (signal === undefined) {
    return work;
  }
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(undefined);
    if (signal.aborted) {
      giveUp();
    }
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
