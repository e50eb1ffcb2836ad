import * as v from 'valibot';
import { usableItems } from './fields';
import type { Parsed, ResponseSchema } from './response';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many rows of the list the page covers, including skipped ones. */
  readonly rows: number;
  /** Whether the server says this is the last page. Undefined if it doesn't say. */
  readonly isLast: boolean | undefined;
  /** The length of the whole list, according to the server. */
  readonly count: number | undefined;
}

/** A link only tells whether there is a next page; it's never followed, so a response can't redirect the token. */
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
 * A page of a list. Only `results` is documented; the live service adds `_links` and `meta`. A first page whose rows
 * are all unusable is rejected, since it would look like an empty list.
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
