import type { Failure, RequestName } from '../failure';
import { describeTarget } from './redirects';
import type { Result } from '../result';
import type { WireOutcome } from './transport';

/** What is known of one try when it is over. */
export interface Try {
  readonly request: RequestName;
  readonly url: URL;
  readonly number: number;
  readonly outcome: WireOutcome;
  readonly result: Result<unknown, Failure>;
  /** How many items of the answer could not be used. */
  readonly leftOut: number;
  readonly durationMs: number;
}

/** One line for the log: method, path and query, status, time, size, try. Nothing of what was sent or answered. */
export function describeTry({ request, url, number, outcome, result, leftOut, durationMs }: Try): string {
  const parts = [
    `${request.method} ${request.path}${url.search} ${describeEnd(outcome, result, url)}`,
    `${Math.round(durationMs)} ms`,
    ...(outcome.kind === 'answer' ? [`${Buffer.byteLength(outcome.body)} bytes`] : []),
    `try ${number}`,
    ...(leftOut > 0 ? [`${leftOut} without an id or address left out`] : []),
  ];
  return parts.join(', ');
}

function describeEnd(outcome: WireOutcome, result: Result<unknown, Failure>, url: URL): string {
  switch (outcome.kind) {
    case 'answer':
      return result.ok ? String(outcome.status) : `${outcome.status} ${describeFailure(result.failure)}`;
    case 'redirect':
      return `${outcome.status} redirect to ${describeTarget(outcome.location, url)}`;
    case 'broken':
      return `failed (${outcome.code ?? 'no code'})`;
    case 'aborted':
    case 'timedOut':
    case 'tooLarge':
      return outcome.kind;
  }
}

function describeFailure(failure: Failure): string {
  return failure.kind === 'unreadable' ? `unreadable: ${failure.problem}` : failure.kind;
}
