import type { ApiResponse, Exchange, Layer } from './handler';
import { describeLocation } from './redirects';

/** Where the client logs requests: paths, statuses, and times, never a token, an address, or a link. */
export interface ApiLog {
  debug(line: string): void;
  warn(line: string): void;
}

/**
 * Logs each request that failed. One that succeeded is logged once its response has been parsed, by `parseResponse`,
 * so that its line says what was wrong with it.
 */
export function logFailures(log: ApiLog): Layer {
  return (next) => async (request) => {
    const response = await next(request);
    if (!response.ok && response.exchange !== undefined) {
      const line = describeExchange(response.exchange, failureForLog(response, response.exchange));
      log[response.failure.kind === 'aborted' ? 'debug' : 'warn'](line);
    }
    return response;
  };
}

/**
 * Returns one log line: method, path and query, status, time, size, attempt. Contains nothing that was sent or
 * received.
 */
export function describeExchange({ request, durationMs, status, bytes }: Exchange, outcome?: string): string {
  const { method, url, attempt } = request;
  const words = [method, `${url.pathname}${url.search}`, status, outcome].filter((word) => word !== undefined);
  const parts = [
    words.join(' '),
    `${Math.round(durationMs)} ms`,
    ...(bytes === undefined ? [] : [`${bytes} bytes`]),
    `attempt ${attempt}`,
  ];
  return parts.join(', ');
}

function failureForLog(
  { failure, location }: Extract<ApiResponse, { ok: false }>,
  { request: { target } }: Exchange,
): string {
  if (failure.kind === 'redirected') {
    return `redirect to ${describeLocation(location, target)}`;
  }
  if (failure.kind === 'network' || failure.kind === 'certificate') {
    return `failed (${failure.code ?? 'no code'})`;
  }
  return failure.kind;
}
