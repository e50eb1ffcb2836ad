import type { Effect, Failure, Method, RequestName } from '../failure';

/** One request as every layer sees it. */
export interface ApiRequest {
  readonly method: Method;
  /** What is asked for; failures and the log name the request by it. */
  readonly url: URL;
  /** Where the request goes: to `url`, or to where a redirect within the origin leads. */
  readonly target: URL;
  /** JSON; undefined for none. */
  readonly body: string | undefined;
  /** Counts from 1. */
  readonly attempt: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the length of each pause that the server asked for, in milliseconds. */
  readonly onWait?: ((ms: number) => void) | undefined;
  /** Called right before the request leaves, which it does once this resolves. */
  readonly beforeSend?: (() => void | Promise<void>) | undefined;
}

/** What the log tells of a request that was sent. */
export interface Exchange {
  readonly request: ApiRequest;
  readonly durationMs: number;
  /** Undefined where no response came. */
  readonly status: number | undefined;
  /** The size of the response's body. */
  readonly bytes: number | undefined;
}

/** A body that may be parsed, or why there is none. */
export type ApiResponse =
  | { readonly ok: true; readonly body: string; readonly exchange: Exchange }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** Where a redirect leads, as the server wrote it. */
      readonly location?: string | undefined;
      /** Undefined where nothing was sent. */
      readonly exchange?: Exchange;
    };

/** Takes a request to its response. Never throws, but for what a callback of the caller throws. */
export type Handler = (request: ApiRequest) => Promise<ApiResponse>;

/** Wraps a handler in another one. */
export type Layer = (next: Handler) => Handler;

export function nameOf({ method, url }: Pick<ApiRequest, 'method' | 'url'>): RequestName {
  return { method, path: url.pathname };
}

/** A read changes nothing, whatever becomes of its response. */
export function effectOfLostResponse(method: Method): Effect {
  return method === 'GET' ? 'none' : 'unknown';
}

/** The response to a request that was aborted before it was sent. */
export function abortedBeforeSent(request: ApiRequest): ApiResponse {
  return { ok: false, failure: { kind: 'aborted', request: nameOf(request), effect: 'none' } };
}
