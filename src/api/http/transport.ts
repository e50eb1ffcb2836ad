import { Readable } from 'node:stream';
import type { Response } from 'node-fetch';
import type { Method } from '../failure';

/** The largest answer that is read, in bytes after decompression. */
export const largestAnswer = 10 * 1024 * 1024;

export interface WireRequest {
  readonly method: Method;
  readonly url: URL;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
}

/** What came over the wire. Errors of the library are reduced to their codes: their messages hold addresses of requests. */
export type WireOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly retryAfter: string | undefined }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string | undefined }
  | { readonly kind: 'aborted'; readonly sent: boolean }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'broken'; readonly code: string | undefined; readonly syscall: string | undefined };

export type Transport = (request: WireRequest) => Promise<WireOutcome>;

/**
 * Makes the function that sends one request, once. It never throws, and follows no redirect: where the token may go is
 * not the server's to decide. The token lives in this closure and nowhere else.
 */
export function createTransport({ token, userAgent }: { token: string; userAgent: string }): Transport {
  const headers = {
    Accept: 'application/json',
    Authorization: `Token ${token}`,
    'Content-Type': 'application/json',
    'User-Agent': userAgent,
  };
  return async ({ method, url, body, signal, timeoutMs }) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      // Loaded at the first request, so that the start of VS Code does not pay for it. No agent: VS Code's proxy settings
      // reach node-fetch through the patched node:http and node:https, and an agent of our own would switch them off.
      const { default: fetch } = await import('node-fetch');
      const response = await fetch(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        size: largestAnswer,
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      return await readResponse(response);
    } catch (error) {
      // The library rejects alike for both; only the signals tell.
      if (signal?.aborted === true) {
        return { kind: 'aborted', sent: true };
      }
      return timeout.aborted ? { kind: 'timedOut' } : reduce(error);
    }
  };
}

async function readResponse(response: Response): Promise<WireOutcome> {
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    if (response.body instanceof Readable) {
      response.body.destroy();
    }
    return { kind: 'redirect', status, location: headers.get('location') ?? undefined };
  }
  return { kind: 'answer', status, body: await response.text(), retryAfter: headers.get('retry-after') ?? undefined };
}

function reduce(error: unknown): WireOutcome {
  if (textAt(error, 'type') === 'max-size') {
    return { kind: 'tooLarge' };
  }
  return { kind: 'broken', code: textAt(error, 'code'), syscall: textAt(error, 'erroredSysCall') };
}

function textAt(error: unknown, name: string): string | undefined {
  const property: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof property === 'string' ? property : undefined;
}
