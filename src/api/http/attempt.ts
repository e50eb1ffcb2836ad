import { readAnswer, type AnswerSchema } from '../schema/answer';
import { classify } from './classify';
import type { Failure, Method, RequestName } from '../failure';
import { describeTry, type Try } from './logLine';
import { followable, mostRedirects } from './redirects';
import { fail, type Result } from '../result';
import type { WireOutcome, WireRequest } from './transport';

/** Where the client writes what it does: paths, statuses and times, never a token, an address or a link. */
export interface ApiLog {
  debug(line: string): void;
  warn(line: string): void;
}

/** What came of a request, and in which time once it was its turn. */
export interface Sent {
  readonly outcome: WireOutcome;
  readonly durationMs: number;
}

export interface AttemptSettings {
  readonly log: ApiLog;
  readonly send: (request: WireRequest) => Promise<Sent>;
  readonly timeoutMs: number;
}

/** What is asked at every try of a call. */
export interface Question<T> {
  readonly request: RequestName;
  readonly url: URL;
  readonly body: string | undefined;
  readonly answer: AnswerSchema<T>;
  readonly signal: AbortSignal | undefined;
}

/** One try: one request, and for a read those to which redirects within the origin lead. Each gets a line in the log. */
export function attempt<T>(
  question: Question<T>,
  number: number,
  settings: AttemptSettings,
): Promise<Result<T, Failure>> {
  return ask(question, number, settings, question.url, mostRedirects);
}

async function ask<T>(
  question: Question<T>,
  number: number,
  settings: AttemptSettings,
  target: URL,
  redirectsLeft: number,
): Promise<Result<T, Failure>> {
  const { request, url, body, answer, signal } = question;
  const { log, send, timeoutMs } = settings;
  const { outcome, durationMs } = await send({ method: request.method, url: target, body, signal, timeoutMs });
  const { result, leftOut } = interpret(outcome, answer, request, timeoutMs);
  record(log, { request, url, number, outcome, result, leftOut, durationMs });
  const next = nextTarget(request.method, outcome, target);
  return next === undefined || redirectsLeft === 0 ? result : ask(question, number, settings, next, redirectsLeft - 1);
}

/** A write is never sent to a second place: it might be carried out at both. */
function nextTarget(method: Method, outcome: WireOutcome, target: URL): URL | undefined {
  return method === 'GET' && outcome.kind === 'redirect' ? followable(outcome.location, target) : undefined;
}

function interpret<T>(
  outcome: WireOutcome,
  answer: AnswerSchema<T>,
  request: RequestName,
  timeoutMs: number,
): { readonly result: Result<T, Failure>; readonly leftOut: number } {
  const classified = classify(outcome, request, timeoutMs);
  return 'failure' in classified
    ? { result: fail(classified.failure), leftOut: 0 }
    : readAnswer(classified.body, answer, request);
}

function record(log: ApiLog, finished: Try): void {
  const { result, leftOut } = finished;
  const isExpected = leftOut === 0 && (result.ok || result.failure.kind === 'aborted');
  log[isExpected ? 'debug' : 'warn'](describeTry(finished));
}
