import type { Concealed } from './redacted';
import type { ErrorBody } from './http/errorBody';
import { mayPassByItself } from './http/networkCodes';

export type Method = 'GET' | 'POST' | 'PATCH';

/** Names a request without its query and body, so that it can be logged. */
export interface RequestName {
  readonly method: Method;
  readonly path: string;
}

/**
 * Whether a failed request may have changed something at Prolific all the same.
 * `none`: certainly not. `unknown`: the answer was lost, or the server failed at an unknown point.
 */
export type Effect = 'none' | 'unknown';

interface About {
  readonly request: RequestName;
  readonly effect: Effect;
}

/** Failures in which no usable answer came. */
export type NoResponse = About &
  (
    | { readonly kind: 'aborted' }
    | { readonly kind: 'timedOut'; readonly afterMs: number }
    | { readonly kind: 'network'; readonly code: string | undefined }
    | { readonly kind: 'certificate'; readonly code: string }
    | { readonly kind: 'redirected' }
    | { readonly kind: 'tooLarge' }
    | { readonly kind: 'unreadable'; readonly problem: string }
  );

/** Failures that the server answered with, by what its status means (prolific-api: errors, status codes). */
export interface HttpFailure extends About {
  readonly kind:
    'unauthorized' | 'forbidden' | 'notFound' | 'conflict' | 'invalid' | 'rateLimited' | 'server' | 'unexpectedStatus';
  readonly status: number;
  /** The server's own words. They may name an address, hence concealed. */
  readonly body: Concealed<ErrorBody>;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** Everything that can become of a request that did not succeed. */
export type Failure = NoResponse | HttpFailure;

export function isHttpFailure(failure: Failure): failure is HttpFailure {
  return 'status' in failure;
}

/** Whether the same request, sent again a little later, may succeed without anybody doing anything. */
export function mayPass(failure: Failure): boolean {
  switch (failure.kind) {
    case 'timedOut':
    case 'rateLimited':
    case 'server':
      return true;
    case 'network':
      return mayPassByItself(failure.code);
    case 'unexpectedStatus':
      return failure.status === 408;
    case 'aborted':
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
