import { Readable } from 'node:stream';
import type { Response } from 'node-fetch';
import type { Failure } from '../failure';
import { connectionFailure, httpFailure } from './failures';
import { effectOfRedirect } from './redirects';
import {
  effectOfLostResponse,
  nameOf,
  type ApiRequest,
  type ApiResponse,
  type Exchange,
  type Handler,
} from './handler';

/** The largest response that's read, in bytes after decompression. */
export const maxResponseBytes = 10 * 1024 * 1024;

export interface TransportOptions {
  readonly token: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
}

/**
 * Returns the handler that sends a request, once. It follows no redirects, because the server must not decide where the
 * token goes. The token is kept in this closure and nowhere else.
 *
 * Reads keep their connection for later reads; VS Code's proxy layer would close it unless told otherwise. A write
 * opens its own connection: if a reused one had died while idle, it would be unclear whether the write was carried out.
 * A retried read opens its own too, since the other idle connections may have died as well.
 */
export function createTransport({ token, userAgent, timeoutMs }: TransportOptions): Handler {
  const headers = {
    Accept: 'application/json',
    Authorization: `Token ${token}`,
    'Content-Type': 'application/json',
    'User-Agent': userAgent,
  };
  return async (request) => {
    const { method, target, body, attempt } = request;
    const isRead = method === 'GET';
    // A write that has been sent is never aborted, because that would only leave its outcome unknown.
    const signal = isRead ? request.signal : undefined;
    const startedAt = performance.now();
    const exchange = (status?: number, bytes?: number): Exchange => ({
      request,
      durationMs: performance.now() - startedAt,
      status,
      bytes,
    });
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      // Loaded on the first request, so that activation doesn't pay for it. No agent: VS Code's proxy settings reach
      // node-fetch through the patched node:http and node:https, and our own agent would switch them off.
      const { default: fetch } = await import('node-fetch');
      if (!isRead || attempt > 1) {
        await closeIdleConnections(target);
      }
      const response = await fetch(target, {
        method,
        headers: { ...headers, Connection: isRead ? 'keep-alive' : 'close' },
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        size: maxResponseBytes,
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      return await readResponse(request, response, exchange);
    } catch (error) {
      // node-fetch rejects the same way for both; only the signals tell them apart.
      const failure: Failure =
        signal?.aborted === true
          ? lost(request, { kind: 'aborted' })
          : timeout.aborted
            ? lost(request, { kind: 'timedOut', afterMs: timeoutMs })
            : failureOf(request, error);
      return { ok: false, failure, exchange: exchange() };
    }
  };
}

async function readResponse(
  request: ApiRequest,
  response: Response,
  exchange: (status: number, bytes?: number) => Exchange,
): Promise<ApiResponse> {
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    if (response.body instanceof Readable) {
      response.body.destroy();
    }
    const location = headers.get('location') ?? undefined;
    const effect = effectOfRedirect(request, status, location);
    const failure = { kind: 'redirected', request: nameOf(request), effect } as const;
    return { ok: false, failure, location, exchange: exchange(status) };
  }
  const body = await response.text();
  const sent = exchange(status, Buffer.byteLength(body));
  return status >= 200 && status < 300
    ? { ok: true, body, exchange: sent }
    : {
        ok: false,
        failure: httpFailure(request, status, body, headers.get('retry-after') ?? undefined),
        exchange: sent,
      };
}

type Lost = { readonly kind: 'aborted' | 'tooLarge' } | { readonly kind: 'timedOut'; readonly afterMs: number };

function lost(request: ApiRequest, what: Lost): Failure {
  return { ...what, request: nameOf(request), effect: effectOfLostResponse(request.method) };
}

/** Errors are reduced to their codes: node-fetch's messages contain request URLs. */
function failureOf(request: ApiRequest, error: unknown): Failure {
  return textAt(error, 'type') === 'max-size'
    ? lost(request, { kind: 'tooLarge' })
    : connectionFailure(request, { code: textAt(error, 'code'), syscall: textAt(error, 'erroredSysCall') });
}

function textAt(error: unknown, name: string): string | undefined {
  const property: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof property === 'string' ? property : undefined;
}

/**
 * Closes idle connections to an origin, so that the next request opens a new one. They're in the pool of Node.js's
 * global agent, even for requests through VS Code's proxy layer.
 */
async function closeIdleConnections({ protocol, hostname, port }: URL): Promise<void> {
  const { globalAgent } = protocol === 'https:' ? await import('node:https') : await import('node:http');
  const host = hostname.replace(/^\[|\]$/g, '');
  const prefix = `${host}:${port || (protocol === 'https:' ? 443 : 80)}:`;
  for (const [name, sockets] of Object.entries(globalAgent.freeSockets)) {
    if (name.startsWith(prefix)) {
      sockets?.forEach((socket) => socket.destroy());
    }
  }
}
