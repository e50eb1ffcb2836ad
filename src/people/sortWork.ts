import type { Work } from '../addresses/cooperative';
import { orderOf } from '../text/sorted';

const sortedAtOnce = 256;
const mergedAtOnce = 256;

interface Item<T> {
  readonly id: string;
  readonly text: string;
  readonly value: T;
}

/** Sorts as `sorted` does, yielding in between: comparing texts of a language takes its time. */
export function* sortWork<T extends { readonly id: string }>(
  values: readonly T[],
  textOf: (value: T) => string,
): Work<readonly T[]> {
  const order = orderOf<Item<T>>(({ text }) => text);
  let runs: (readonly Item<T>[])[] = [];
  for (let start = 0; start < values.length; start += sortedAtOnce) {
    const items = values
      .slice(start, start + sortedAtOnce)
      .map((value) => ({ id: value.id, text: textOf(value), value }));
    runs.push(items.sort(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item<T>[])[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(yield* merge(runs[index] ?? [], runs[index + 1] ?? [], order));
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ value }) => value);
}

function* merge<T>(one: readonly T[], other: readonly T[], order: (one: T, other: T) => number): Work<readonly T[]> {
  const merged: T[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [first, second] = [one[left], other[right]];
    if (first === undefined || second === undefined) {
      return [...merged, ...one.slice(left), ...other.slice(right)];
    }
    if (order(first, second) <= 0) {
      merged.push(first);
      left += 1;
    } else {
      merged.push(second);
      right += 1;
    }
    if (merged.length % mergedAtOnce === 0) {
      yield;
    }
  }
}
