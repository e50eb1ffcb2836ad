import * as v from 'valibot';
import { effectUnknown } from '../http/classify';
import type { Failure, RequestName } from '../failure';
import { fail, succeed, type Result } from '../result';

/** Told of each item of an answer that has to be left out, because without its id or address nothing can be done with it. */
export type OnLeftOut = () => void;

/** How an answer is read. It is made anew for each answer, so that what is left out can be counted. */
export type AnswerSchema<T> = (onLeftOut: OnLeftOut) => v.GenericSchema<unknown, T>;

/** Reads the body of an answer with a good status. */
export function readAnswer<T>(
  body: string,
  schema: AnswerSchema<T>,
  request: RequestName,
): { readonly result: Result<T, Failure>; readonly leftOut: number } {
  const unreadable = (problem: string) =>
    fail({ kind: 'unreadable', problem, request, effect: effectUnknown(request) } as const);
  const json = readJson(body);
  if (json === undefined) {
    return { result: unreadable('the answer is not JSON'), leftOut: 0 };
  }
  let leftOut = 0;
  const parsed = v.safeParse(
    schema(() => leftOut++),
    json.value,
  );
  if (parsed.success) {
    return { result: succeed(parsed.output), leftOut };
  }
  // Only the place is named: the value there may be somebody's address.
  const place = v.getDotPath(parsed.issues[0]) ?? 'its root';
  return { result: unreadable(`the answer has an unexpected shape at ${place}`), leftOut };
}

/** No body at all reads as undefined, which an operation may allow. */
function readJson(body: string): { readonly value: unknown } | undefined {
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
