import * as v from 'valibot';
import { usableItems } from './fields';
import type { Parsed, ResponseSchema } from './response';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many rows of the list the page stands for, including those that had to be skipped. */
  readonly rows: number;
  /** Whether the server says that this is the last page; undefined where it says nothing. */
  readonly isLast: boolean | undefined;
  /** How many rows the server says the whole list has. */
  readonly count: number | undefined;
}

/** Whether there is a next page is all that is read of a link: the token goes nowhere that a response names. */
const links = v.fallback(
  v.pipe(
    v.object({ next: v.nullable(v.object({ href: v.nullish(v.string(), '') })) }),
    v.transform(({ next }): Pick<Page<unknown>, 'isLast'> => ({ isLast: next === null || next.href.trim() === '' })),
  ),
  { isLast: undefined },
);

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const meta = v.fallback(v.object({ count: v.optional(count) }), {});

export interface PageSchemas<T> {
  readonly first: ResponseSchema<Page<T>>;
  readonly later: ResponseSchema<Page<T>>;
}

/**
 * The pages of a list. Only `results` is documented; `_links` and `meta` are what the live service adds. A first page
 * with rows of which none can be used is refused, since it would look like an empty list.
 */
export function pagesOf<T>(item: ResponseSchema<T>): PageSchemas<T> {
  const rows = v.pipe(
    v.array(v.unknown()),
    v.transform((values) => ({ rows: values.length, ...usableItems(values, item) })),
  );
  const pageWith = (results: v.GenericSchema<unknown, v.InferOutput<typeof rows>>): ResponseSchema<Page<T>> =>
    v.pipe(
      v.object({ results, _links: links, meta }),
      v.transform(({ results: { skipped, ...read }, _links, meta: { count: total } }): Parsed<Page<T>> => ({
        value: { ...read, isLast: _links.isLast, count: total },
        skipped,
      })),
    );
  const someUsable = v.pipe(
    rows,
    v.check((page) => page.rows === 0 || page.items.length > 0),
  );
  return { first: pageWith(someUsable), later: pageWith(rows) };
}
