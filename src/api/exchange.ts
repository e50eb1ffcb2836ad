import pLimit from 'p-limit';
import * as v from 'valibot';
import { classify } from './classify';
import type { Failure, Method, RequestName } from './failure';
import { isRefusal } from './failure';
import type { ApiOrigin } from './origin';
import { fail, succeed, type Result } from './result';
import { retryReads } from './retry';
import type { Transport } from './transport';

/** Where the client writes what it does: paths, statuses and times, never a token, an address or a link. */
export interface ApiLog {
  debug(line: string): void;
  warn(line: string): void;
}

export interface ExchangeSettings {
  readonly origin: ApiOrigin;
  readonly token: string;
  readonly userAgent: string;
  readonly log: ApiLog;
  readonly transport: Transport;
  readonly timeoutMs: number;
  /** The first pause before a read is tried again, in milliseconds; the next ones grow. */
  readonly firstPauseMs: number;
}

/** One request as an operation describes it. `path` is below `/api/v1/` and ends in a slash. */
export interface Call<S extends v.GenericSchema> {
  readonly method: Method;
  readonly path: string;
  readonly query?: Readonly<Record<string, number>>;
  readonly body?: unknown;
  readonly answer: S;
  readonly signal?: AbortSignal | undefined;
}

export type Exchange = <const S extends v.GenericSchema>(call: Call<S>) => Promise<Result<v.InferOutput<S>, Failure>>;

/** At most this many requests are under way at once, whoever asks. */
const requestsAtOnce = 4;

/**
 * Makes the one function through which every request goes. The token lives in its closure and nowhere else.
 * Reads are tried up to three times; writes are sent once.
 */
export function createExchange(settings: ExchangeSettings): Exchange {
  const limit = pLimit(requestsAtOnce);

  async function sendOnce<const S extends v.GenericSchema>(
    call: Call<S>,
    url: URL,
    request: RequestName,
    attempt: number,
  ): Promise<Result<v.InferOutput<S>, Failure>> {
    const startedAt = performance.now();
    const outcome = await settings.transport({
      method: call.method,
      url,
      headers: {
        Accept: 'application/json',
        Authorization: `Token ${settings.token}`,
        'Content-Type': 'application/json',
        'User-Agent': settings.userAgent,
      },
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      signal: call.signal,
      timeoutMs: settings.timeoutMs,
    });
    const classified = classify(outcome, request, settings.timeoutMs);
    const result = 'failure' in classified ? fail(classified.failure) : parse(classified.body, call.answer, request);
    const line = describe(url, request, result, Math.round(performance.now() - startedAt), attempt);
    if (result.ok || result.failure.kind === 'aborted') {
      settings.log.debug(line);
    } else {
      settings.log.warn(line);
    }
    return result;
  }

  return (call) => {
    const url = addressOf(call, settings.origin);
    const request: RequestName = { method: call.method, path: url.pathname };
    const send = (attempt: number) => sendOnce(call, url, request, attempt);
    return limit(() =>
      call.method === 'GET' ? retryReads(request, send, settings.firstPauseMs, call.signal) : send(1),
    );
  };
}

function addressOf(call: Pick<Call<v.GenericSchema>, 'path' | 'query'>, origin: ApiOrigin): URL {
  const url = new URL(`/api/v1/${call.path}`, origin);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    url.searchParams.set(name, String(value));
  }
  return url;
}

function parse<const S extends v.GenericSchema>(
  body: string,
  schema: S,
  request: RequestName,
): Result<v.InferOutput<S>, Failure> {
  const json = readJson(body);
  const parsed = v.safeParse(schema, json);
  if (parsed.success) {
    return succeed(parsed.output);
  }
  // Only the place is named: the value there may be somebody's address.
  const place = v.getDotPath(parsed.issues[0]) ?? 'its root';
  const problem = json === undefined ? 'the answer is not JSON' : `the answer has an unexpected shape at ${place}`;
  return fail({ kind: 'unreadable', problem, request, effect: request.method === 'GET' ? 'none' : 'unknown' });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(
  url: URL,
  request: RequestName,
  result: Result<unknown, Failure>,
  durationMs: number,
  attempt: number,
): string {
  const ending = result.ok
    ? 'ok'
    : isRefusal(result.failure)
      ? `${result.failure.kind} (${result.failure.status})`
      : result.failure.kind;
  const detail =
    !result.ok && (result.failure.kind === 'network' || result.failure.kind === 'certificate')
      ? ` ${result.failure.code ?? ''}`
      : !result.ok && result.failure.kind === 'unreadable'
        ? `: ${result.failure.problem}`
        : '';
  return `${request.method} ${request.path}${url.search} ${ending}${detail}, ${durationMs} ms, try ${attempt}`;
}
