import type { Failure, HttpFailure } from '../failure';
import { Redacted } from '../redacted';
import { readErrorBody } from './errorBody';
import { effectOfLostResponse, nameOf, type ApiRequest } from './handler';
import { isCertificateCode, wasNeverSent } from './networkCodes';

/** The longest pause a server can ask for, in milliseconds. Longer ones are shortened to this. */
export const maxRetryAfterMs = 60_000;

/** Reads `Retry-After` as seconds or as a date. Prolific doesn't document the header. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  // Date.parse accepts nearly anything; dates allowed by the standard end in GMT.
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : text.endsWith('GMT') ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), maxRetryAfterMs);
}

function kindOfStatus(status: number): HttpFailure['kind'] {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 409:
      return 'conflict';
    case 400:
    case 422:
      return 'invalid';
    case 429:
      return 'rateLimited';
    default:
      return status >= 500 ? 'server' : 'unexpectedStatus';
  }
}

/** Returns the failure for a response with an error status. */
export function httpFailure(
  request: ApiRequest,
  status: number,
  body: string,
  retryAfter: string | undefined,
): HttpFailure {
  const kind = kindOfStatus(status);
  // A server or gateway may have carried out the request before it failed.
  const isInDoubt = kind === 'server' || status === 408;
  return {
    kind,
    request: nameOf(request),
    effect: isInDoubt ? effectOfLostResponse(request.method) : 'none',
    status,
    body: new Redacted(readErrorBody(body)),
    retryAfterMs: readRetryAfter(retryAfter, Date.now()),
  };
}

/** What Node.js reports about a failed connection. */
export interface ConnectionError {
  readonly code: string | undefined;
  readonly syscall: string | undefined;
}

/** Returns the failure for a connection that couldn't be made or was lost. */
export function connectionFailure(
  request: Pick<ApiRequest, 'method' | 'url'>,
  { code, syscall }: ConnectionError,
): Failure {
  const name = nameOf(request);
  const effect = wasNeverSent(code, syscall) ? 'none' : effectOfLostResponse(request.method);
  return code !== undefined && isCertificateCode(code)
    ? { kind: 'certificate', code, request: name, effect }
    : { kind: 'network', code, request: name, effect };
}
