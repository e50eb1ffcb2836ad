import type { ErrorBody } from './http/errorBody';
import { isWorthRetrying } from './http/networkCodes';
import type { Redacted } from './redacted';
import type { Result } from './result';

export type Method = 'GET' | 'POST' | 'PATCH';

/** Identifies a request without its query and body, so that it can be logged. */
export interface RequestName {
  readonly method: Method;
  readonly path: string;
}

/**
 * Whether a failed request may have changed something in Prolific.
 * `none`: certainly not. `unknown`: the response was lost, or the server failed at an unknown point.
 */
export type Effect = 'none' | 'unknown';

interface AnyFailure {
  readonly request: RequestName;
  readonly effect: Effect;
}

/** The session ended before a request was sent. Nothing is sent for an account that is no longer signed in. */
interface SessionEnded {
  readonly kind: 'sessionEnded';
  readonly effect: 'none';
}

/** Failures without a usable response. */
export type NoResponse =
  | SessionEnded
  | (AnyFailure &
      (
        | { readonly kind: 'aborted' }
        | { readonly kind: 'timedOut'; readonly afterMs: number }
        | { readonly kind: 'network'; readonly code: string | undefined }
        | { readonly kind: 'certificate'; readonly code: string }
        | { readonly kind: 'redirected' }
        | { readonly kind: 'tooLarge' }
        | { readonly kind: 'unreadable'; readonly problem: string }
      ));

/** Failures reported by the server, by the meaning of their status. */
export interface HttpFailure extends AnyFailure {
  readonly kind:
    'unauthorized' | 'forbidden' | 'notFound' | 'conflict' | 'invalid' | 'rateLimited' | 'server' | 'unexpectedStatus';
  readonly status: number;
  /** The server's message. It may name a person, so it's redacted. */
  readonly body: Redacted<ErrorBody>;
  /** How long the server asks clients to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** Every way a request can fail. */
export type Failure = NoResponse | HttpFailure;

export function isHttpFailure(failure: Failure): failure is HttpFailure {
  return 'status' in failure;
}

/** Whether the server rejected the request because of this field. */
export function rejectsField(result: Result<unknown, Failure>, field: string): boolean {
  return (
    !result.ok &&
    isHttpFailure(result.failure) &&
    result.failure.kind === 'invalid' &&
    result.failure.body.reveal().fields.has(field)
  );
}

/** Whether the same request may succeed a little later without anyone doing anything. */
export function isTransient(failure: Failure): boolean {
  switch (failure.kind) {
    case 'timedOut':
    case 'rateLimited':
    case 'server':
      return true;
    case 'network':
      return isWorthRetrying(failure.code);
    case 'unexpectedStatus':
      return failure.status === 408;
    case 'aborted':
    case 'sessionEnded':
    case 'certificate':
    case 'redirected':
    case 'tooLarge':
    case 'unreadable':
    case 'unauthorized':
    case 'forbidden':
    case 'notFound':
    case 'conflict':
    case 'invalid':
      return false;
  }
}
