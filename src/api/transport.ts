import type { Response } from 'node-fetch';
import type { Method } from './failure';

/** The largest answer that is read, in bytes. */
export const largestAnswer = 10 * 1024 * 1024;

export interface WireRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
}

/** What came over the wire. Errors of the library are reduced to their codes: their messages hold addresses of requests. */
export type WireOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly retryAfter: string | undefined }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string | undefined }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'cutOff' }
  | { readonly kind: 'broken'; readonly code: string | undefined };

export type Transport = (request: WireRequest) => Promise<WireOutcome>;

/** Sends one request, once. Never throws. Follows no redirect: where the token may go is not the server's to decide. */
export const sendOverNetwork: Transport = async (request) => {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
  try {
    // Loaded at the first request, so that the start of VS Code does not pay for it. No agent: VS Code's proxy settings
    // reach node-fetch through the patched node:http and node:https, and an agent of our own would switch them off.
    const { default: fetch } = await import('node-fetch');
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: 'manual',
      size: largestAnswer,
      signal,
    });
    return await readResponse(response);
  } catch (error) {
    if (request.signal?.aborted === true) {
      return { kind: 'aborted' };
    }
    return timeout.aborted ? { kind: 'timedOut' } : classify(error);
  }
};

async function readResponse(response: Response): Promise<WireOutcome> {
  if (response.status >= 300 && response.status < 400) {
    response.body?.resume();
    return { kind: 'redirect', status: response.status, location: response.headers.get('location') ?? undefined };
  }
  const retryAfter = response.headers.get('retry-after') ?? undefined;
  return { kind: 'answer', status: response.status, body: await response.text(), retryAfter };
}

function classify(error: unknown): WireOutcome {
  const type = property(error, 'type');
  const code = property(error, 'code') ?? property(property(error, 'cause'), 'code');
  if (type === 'max-size') {
    return { kind: 'tooLarge' };
  }
  if (code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return { kind: 'cutOff' };
  }
  return { kind: 'broken', code: typeof code === 'string' ? code : undefined };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
