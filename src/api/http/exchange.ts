import type { AnswerSchema } from '../schema/answer';
import { attempt, type AttemptSettings, type Sent } from './attempt';
import { readRetryAfter } from './classify';
import type { Failure, Method, RequestName } from '../failure';
import { createGate, type Gate } from './requestLimiter';
import type { ApiOrigin } from '../origin';
import { fail, type Result } from '../result';
import { retryReads } from './retry';
import type { Transport } from './transport';

export interface ExchangeSettings extends Omit<AttemptSettings, 'send'> {
  readonly origin: ApiOrigin;
  readonly transport: Transport;
  /** The first pause before a read is tried again, in milliseconds; the next ones grow. */
  readonly firstPauseMs: number;
}

/** What every operation takes besides its own arguments. */
export interface CallOptions {
  /** Ends the call at once, also while it waits. A write that was under way then may have been carried out. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each pause that the server asked for (429, `Retry-After`), in milliseconds. Reads alone wait and try again. */
  readonly onWait?: ((ms: number) => void) | undefined;
}

/** One request as an operation describes it. `path` is below `/api/v1/` and ends in a slash. */
export interface Call<T> extends CallOptions {
  readonly method: Method;
  readonly path: string;
  readonly query?: Readonly<Record<string, number>>;
  readonly body?: unknown;
  readonly answer: AnswerSchema<T>;
}

export type Exchange = <T>(call: Call<T>) => Promise<Result<T, Failure>>;

/** At most this many requests are under way at once, whoever asks. */
const requestsAtOnce = 4;

/** Makes the one function through which every request goes. Reads are tried up to three times; writes are sent once. */
export function createExchange({ origin, transport, firstPauseMs, ...settings }: ExchangeSettings): Exchange {
  const gate = createGate(requestsAtOnce);
  return async (call) => {
    const { method, answer, signal, onWait } = call;
    const url = addressOf(call, origin);
    const request: RequestName = { method, path: url.pathname };
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const inTurn = { ...settings, send: throughGate(gate, transport, onWait) };
    const tryOnce = (number: number) => attempt({ request, url, body, answer, signal }, number, inTurn);
    if (method !== 'GET') {
      return tryOnce(1);
    }
    const result = await retryReads(tryOnce, { firstPauseMs, signal, onWait });
    return result ?? fail({ kind: 'aborted', request, effect: 'none' });
  };
}

/** The place at the gate is free again as soon as the answer is there, so that the next request leaves before it is read. */
function throughGate(gate: Gate, transport: Transport, onWait: CallOptions['onWait']): AttemptSettings['send'] {
  return async (request) => {
    const send = async (): Promise<Sent> => {
      const startedAt = performance.now();
      const outcome = await transport(request);
      if (outcome.kind === 'answer' && outcome.status === 429) {
        gate.holdReads(readRetryAfter(outcome.retryAfter, Date.now()) ?? 0);
      }
      return { outcome, durationMs: performance.now() - startedAt };
    };
    const pass = request.method === 'GET' ? gate.read : gate.write;
    const sent = await pass(send, { signal: request.signal, onWait });
    return sent ?? { outcome: { kind: 'aborted', sent: false }, durationMs: 0 };
  };
}

function addressOf({ path, query = {} }: Pick<Call<unknown>, 'path' | 'query'>, origin: ApiOrigin): URL {
  const url = new URL(`/api/v1/${path}`, origin);
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.set(name, String(value));
  }
  return url;
}
