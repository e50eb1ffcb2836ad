import type { Failure, HttpFailure } from '../failure';
import { Redacted } from '../redacted';
import { readErrorBody } from './errorBody';
import { effectOfLostResponse, nameOf, type ApiRequest } from './handler';
import { isCertificateCode, wasNeverSent } from './networkCodes';

/** The longest pause that a server may ask for, in milliseconds; a longer one is cut to this. */
export const maxRetryAfterMs = 60_000;

/** Reads `Retry-After` in both its forms, seconds and date. Prolific does not document the header. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  // Date.parse takes nearly anything for a date; what the standard allows ends in GMT.
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

/** The failure that a response with an error status stands for. */
export function httpFailure(
  request: ApiRequest,
  status: number,
  body: string,
  retryAfter: string | undefined,
): HttpFailure {
  const kind = kindOfStatus(status);
  // Nobody can tell whether a server or gateway that failed had carried out the request before.
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

/** What Node reports of a connection that failed. */
export interface ConnectionError {
  readonly code: string | undefined;
  readonly syscall: string | undefined;
}

/** The failure of a request whose connection could not be made, or broke. */
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
