import type { Failure, Method } from '../failure';
import { nameOf, type Exchange, type Handler } from '../http/handler';
import { describeExchange, type ApiLog } from '../http/log';
import type { ApiOrigin } from '../origin';
import { fail, succeed, type Result } from '../result';
import { parseBody, type Parsed, type ResponseSchema } from '../schema/response';

/** Options of every operation. */
export interface CallOptions {
  /**
   * Ends a read at once, and a write that is still waiting. A write that has been sent continues, because aborting it
   * would only leave its outcome unknown.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called at the start of each pause the server asks for (429, `Retry-After`), with its length in milliseconds. Only
   * reads wait and are retried.
   */
  readonly onWait?: ((ms: number) => void) | undefined;
  /**
   * Called right before the request is sent, which happens once the promise resolves. Aborting the signal here prevents
   * that. Called again when a read is retried.
   *
   * @example
   * // A ledger that records invitations, and when, before they are sent.
   * client.createInvitation(batch, { beforeSend: () => ledger.write({ ...batch, sentAt: new Date() }) });
   */
  readonly beforeSend?: (() => void | Promise<void>) | undefined;
}

/** A request as an operation describes it. `path` is relative to `/api/v1/` and ends in a slash. */
export interface Call extends CallOptions {
  readonly method: Method;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  /** Called with the size of the response's body. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** Sends a request and parses its response. */
export type Caller = <T>(call: Call, schema: ResponseSchema<T>) => Promise<Result<T, Failure>>;

export interface CallerOptions {
  readonly origin: ApiOrigin;
  readonly send: Handler;
  readonly log: ApiLog;
}

export function createCaller({ origin, send, log }: CallerOptions): Caller {
  return async ({ method, path, query, body, signal, onWait, beforeSend, onBytes }, schema) => {
    const url = urlOf(origin, path, query);
    const json = body === undefined ? undefined : JSON.stringify(body);
    const response = await send({ method, url, target: url, body: json, attempt: 1, signal, onWait, beforeSend });
    if (!response.ok) {
      return fail(response.failure);
    }
    onBytes?.(response.exchange.bytes ?? 0);
    const parsed = parseBody(response.body, schema, nameOf({ method, url }));
    record(log, response.exchange, parsed);
    return parsed.ok ? succeed(parsed.value.value) : parsed;
  };
}

export function urlOf(origin: ApiOrigin, path: string, query: Call['query'] = {}): URL {
  const url = new URL(`/api/v1/${path}`, origin);
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.set(name, String(value));
  }
  return url;
}

function record(
  log: ApiLog,
  exchange: Exchange,
  parsed: Result<Parsed<unknown>, Extract<Failure, { kind: 'unreadable' }>>,
): void {
  if (!parsed.ok) {
    log.warn(describeExchange(exchange, `unreadable: ${parsed.failure.problem}`));
  } else if (parsed.value.skipped > 0) {
    log.warn(`${describeExchange(exchange)}, ${parsed.value.skipped} without an id or address skipped`);
  } else {
    log.debug(describeExchange(exchange));
  }
}
