import * as v from 'valibot';
import type { AnswerSchema } from './answer';
import type { Page } from '../operations/paging';
import { readUsable } from './schema';

interface LinksSay {
  readonly isLast: boolean | undefined;
}

/** Whether there is a next page is all that is read of a link: the token goes nowhere that an answer names. */
const links = v.fallback(
  v.pipe(
    v.object({ next: v.nullable(v.object({ href: v.nullish(v.string(), '') })) }),
    v.transform(({ next }): LinksSay => ({ isLast: next === null || next.href.trim() === '' })),
  ),
  { isLast: undefined },
);

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const meta = v.fallback(v.object({ count: v.optional(count) }), {});

/**
 * One page of a list. Only `results` is documented; `_links` and `meta` are what the live service adds. A first page
 * with rows of which none can be used is refused, since it would look like an empty list.
 */
export function page<T>(item: AnswerSchema<T>, { isFirst }: { readonly isFirst: boolean }): AnswerSchema<Page<T>> {
  return (onLeftOut) => {
    const results = v.pipe(
      v.array(v.unknown()),
      v.transform((values) => ({ rows: values.length, items: readUsable(values, item(onLeftOut), onLeftOut) })),
      v.check(({ rows, items }) => !isFirst || rows === 0 || items.length > 0),
    );
    return v.pipe(
      v.object({ results, _links: links, meta }),
      v.transform((answer) => ({ ...answer.results, isLast: answer._links.isLast, count: answer.meta.count })),
    );
  };
}
