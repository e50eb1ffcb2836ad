import { Concealed } from './concealed';
import { readErrorBody } from './errorBody';
import type { Effect, Failure, Refusal, RequestName } from './failure';
import type { WireOutcome } from './transport';

/** The longest wait that a server may ask for, in milliseconds; a longer one is cut to this. */
export const longestRetryAfterMs = 60_000;

/** With these the request never reached the server, so nothing can have happened there. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNABORTED']);

function isCertificateCode(code: string): boolean {
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH/.test(code);
}

function kindOfStatus(status: number): Refusal['kind'] {
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
  if (header === undefined || header.trim() === '') {
    return undefined;
  }
  const waitMs = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), longestRetryAfterMs);
}

/** Turns what came over the wire into a failure, or into the body of an answer that may be parsed. */
export function classify(
  outcome: WireOutcome,
  request: RequestName,
  timeoutMs: number,
): { readonly body: string } | { readonly failure: Failure } {
  // A read changes nothing, however it ends.
  const unknown: Effect = request.method === 'GET' ? 'none' : 'unknown';
  switch (outcome.kind) {
    case 'aborted':
      return { failure: { kind: 'aborted', request, effect: unknown } };
    case 'timedOut':
      return { failure: { kind: 'timedOut', afterMs: timeoutMs, request, effect: unknown } };
    case 'tooLarge':
      return { failure: { kind: 'tooLarge', request, effect: unknown } };
    case 'redirect':
      return { failure: { kind: 'redirected', request, effect: unknown } };
    case 'cutOff':
      return { failure: { kind: 'unreadable', problem: 'the answer was cut off', request, effect: unknown } };
    case 'broken':
      return { failure: brokenConnection(outcome.code, request, unknown) };
    case 'answer': {
      if (outcome.status >= 200 && outcome.status < 300) {
        return { body: outcome.body };
      }
      const kind = kindOfStatus(outcome.status);
      return {
        failure: {
          kind,
          request,
          effect: kind === 'server' || outcome.status === 408 ? unknown : 'none',
          status: outcome.status,
          body: new Concealed(readErrorBody(outcome.body)),
          retryAfterMs: readRetryAfter(outcome.retryAfter, Date.now()),
        },
      };
    }
  }
}

function brokenConnection(code: string | undefined, request: RequestName, unknown: Effect): Failure {
  if (code !== undefined && isCertificateCode(code)) {
    return { kind: 'certificate', code, request, effect: 'none' };
  }
  const effect = code !== undefined && neverSent.has(code) ? 'none' : unknown;
  return { kind: 'network', code, request, effect };
}
