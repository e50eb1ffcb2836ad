import { Concealed } from '../redacted';
import { readErrorBody } from './errorBody';
import type { Effect, Failure, HttpFailure, RequestName } from '../failure';
import { isCertificateCode, wasNeverSent } from './networkCodes';
import type { WireOutcome } from './transport';

/** The longest wait that a server may ask for, in milliseconds; a longer one is cut to this. */
export const longestRetryAfterMs = 60_000;

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

/** Reads `Retry-After` in both its forms, seconds and date. No document of Prolific promises the header. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  // Date.parse takes nearly anything for a date; what the standard allows ends in GMT.
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : text.endsWith('GMT') ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), longestRetryAfterMs);
}

/** What a lost or unusable answer leaves open: a read changes nothing, however it ends. */
export function effectUnknown({ method }: RequestName): Effect {
  return method === 'GET' ? 'none' : 'unknown';
}

/** Turns what came over the wire into a failure, or into the body of an answer that may be parsed. */
export function classify(
  outcome: WireOutcome,
  request: RequestName,
  timeoutMs: number,
): { readonly body: string } | { readonly failure: Failure } {
  const effect = effectUnknown(request);
  switch (outcome.kind) {
    case 'aborted':
      return { failure: { kind: 'aborted', request, effect: outcome.sent ? effect : 'none' } };
    case 'timedOut':
      return { failure: { kind: 'timedOut', afterMs: timeoutMs, request, effect } };
    case 'tooLarge':
      return { failure: { kind: 'tooLarge', request, effect } };
    case 'redirect':
      return { failure: { kind: 'redirected', request, effect } };
    case 'broken':
      return { failure: brokenConnection(outcome, request) };
    case 'answer':
      return outcome.status >= 200 && outcome.status < 300
        ? { body: outcome.body }
        : { failure: refusal(outcome, request) };
  }
}

function brokenConnection({ code, syscall }: Extract<WireOutcome, { kind: 'broken' }>, request: RequestName): Failure {
  const effect = wasNeverSent(code, syscall) ? 'none' : effectUnknown(request);
  return code !== undefined && isCertificateCode(code)
    ? { kind: 'certificate', code, request, effect }
    : { kind: 'network', code, request, effect };
}

function refusal(answer: Extract<WireOutcome, { kind: 'answer' }>, request: RequestName): Failure {
  const { status } = answer;
  const kind = kindOfStatus(status);
  return {
    kind,
    request,
    // Whether a server or a gateway that failed had carried the request out before, nobody can tell.
    effect: kind === 'server' || status === 408 ? effectUnknown(request) : 'none',
    status,
    body: new Concealed(readErrorBody(answer.body)),
    retryAfterMs: readRetryAfter(answer.retryAfter, Date.now()),
  };
}
