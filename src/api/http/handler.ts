import type { Effect, Failure, Method, RequestName } from '../failure';

/** A request as every layer sees it. */
export interface ApiRequest {
  readonly method: Method;
  /** The requested URL. Failures and log lines use it to identify the request. */
  readonly url: URL;
  /** Where the request is sent: `url`, or the target of a redirect within the origin. */
  readonly target: URL;
  /** JSON. Undefined for no body. */
  readonly body: string | undefined;
  /** Counts from 1. */
  readonly attempt: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the length of each pause the server asks for, in milliseconds. */
  readonly onWait?: ((ms: number) => void) | undefined;
  /** Called right before the request is sent, which happens once this resolves. */
  readonly beforeSend?: (() => void | Promise<void>) | undefined;
}

/** What the log records about a request that was sent. */
export interface Exchange {
  readonly request: ApiRequest;
  readonly durationMs: number;
  /** Undefined if no response arrived. */
  readonly status: number | undefined;
  /** Size of the response body in bytes. */
  readonly bytes: number | undefined;
}

/** A body to parse, or why there is none. */
export type ApiResponse =
  | { readonly ok: true; readonly body: string; readonly exchange: Exchange }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** The target of a redirect, as received. */
      readonly location?: string | undefined;
      /** Undefined if nothing was sent. */
      readonly exchange?: Exchange;
    };

/** Handles a request. Never throws, except for what a caller's callback throws. */
export type Handler = (request: ApiRequest) => Promise<ApiResponse>;

/** Wraps a handler in another handler. */
export type Layer = (next: Handler) => Handler;

export function nameOf({ method, url }: Pick<ApiRequest, 'method' | 'url'>): RequestName {
  return { method, path: url.pathname };
}

/** A read changes nothing, even if its response is lost. */
export function effectOfLostResponse(method: Method): Effect {
  return method === 'GET' ? 'none' : 'unknown';
}

/** Returns the response for a request that was aborted before it was sent. */
export function abortedBeforeSent(request: ApiRequest): ApiResponse {
  return { ok: false, failure: { kind: 'aborted', request: nameOf(request), effect: 'none' } };
}
