import type { Effect } from '../failure';
import type { ApiRequest, Layer } from './handler';

/** How many redirects one attempt of a read follows. */
const maxRedirects = 3;

/** Follows redirects of reads within the origin. A write isn't redirected: both places might carry it out. */
export function followRedirects(): Layer {
  return (next) => async (request) => {
    let response = await next(request);
    for (let redirects = 0; redirects < maxRedirects; redirects++) {
      if (request.method !== 'GET' || response.ok || response.failure.kind !== 'redirected') {
        break;
      }
      const target = followable(response.location, request.target);
      if (target === undefined) {
        break;
      }
      response = await next({ ...request, target });
    }
    return response;
  };
}

function resolve(location: string | undefined, from: URL): URL | undefined {
  return location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

/** Returns where a redirect leads, if that is within the same origin: the token is sent nowhere else. */
function followable(location: string | undefined, from: URL): URL | undefined {
  const target = resolve(location, from);
  const isSafe = target?.origin === from.origin && target.username === '' && target.password === '';
  return isSafe ? target : undefined;
}

/**
 * Whether a write that received a redirect may have been carried out. Within an origin, many services carry out a write
 * and then redirect to its result with a 302 or 303. Any other redirect asks for it elsewhere, where it isn't sent.
 */
export function effectOfRedirect(
  { method, target }: Pick<ApiRequest, 'method' | 'target'>,
  status: number,
  location: string | undefined,
): Effect {
  const leadsElsewhere = (resolve(location, target)?.origin ?? target.origin) !== target.origin;
  const mayShowResult = status === 303 || (status === 302 && !leadsElsewhere);
  return method !== 'GET' && mayShowResult ? 'unknown' : 'none';
}

/** Returns the target for a log line: only its origin, since the rest of a URL may contain a secret. */
export function describeLocation(location: string | undefined, from: URL): string {
  const target = resolve(location, from);
  return target === undefined ? 'nowhere' : target.origin === from.origin ? 'the same origin' : target.origin;
}
