import * as v from 'valibot';
import type { Failure, RequestName } from '../failure';
import { effectOfLostResponse } from '../http/handler';
import { fail, succeed, type Result } from '../result';

/** A parsed response, and how many items were skipped because they have no id or address. */
export interface Parsed<T> {
  readonly value: T;
  readonly skipped: number;
}

/** How a response is parsed. */
export type ResponseSchema<T> = v.GenericSchema<unknown, Parsed<T>>;

/** Parses the body of a successful response. */
export function parseBody<T>(
  body: string,
  schema: ResponseSchema<T>,
  request: RequestName,
): Result<Parsed<T>, Extract<Failure, { kind: 'unreadable' }>> {
  const unreadable = (problem: string) =>
    fail({ kind: 'unreadable', problem, request, effect: effectOfLostResponse(request.method) } as const);
  const json = parseJson(body);
  if (json === undefined) {
    return unreadable('the response is not JSON');
  }
  const parsed = v.safeParse(schema, json.value);
  if (parsed.success) {
    return succeed(parsed.output);
  }
  // Only the path is named: the value may be an address.
  const place = v.getDotPath(parsed.issues[0]) ?? 'its root';
  return unreadable(`the response has an unexpected shape at ${place}`);
}

/** An empty body is read as undefined, which an operation may allow. */
function parseJson(body: string): { readonly value: unknown } | undefined {
  if (body.trim() === '') {
    return { value: undefined };
  }
  try {
    const value: unknown = JSON.parse(body);
    return { value };
  } catch {
    return undefined;
  }
}

/** The type a schema returns. */
export type ParsedBy<S extends ResponseSchema<unknown>> = v.InferOutput<S>['value'];
