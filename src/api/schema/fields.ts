import * as v from 'valibot';
import type { ServerText } from '../serverText';
import type { Parsed, ResponseSchema } from './response';

// Building blocks for parsing responses. Only an id is required: the API adds and drops fields without notice, fields
// that aren't nullable in its OpenAPI file come as null, and one odd field must not cost the user the whole list.

/** A text. Empty if it's missing, null, or not a text. */
export const text = v.fallback(v.nullish(v.string(), ''), '');

/** A text that people wrote. Empty if it's missing, null, or not a text. */
export const serverText = v.pipe(
  text,
  v.transform((raw): ServerText => ({ raw })),
);

/** A text. Undefined if it's missing or blank. */
export const optionalText = v.pipe(
  text,
  v.transform((value) => (value.trim() === '' ? undefined : value)),
);

/** A text that people wrote. Undefined if it's missing or blank. */
export const optionalServerText = v.pipe(
  optionalText,
  v.transform((raw): ServerText | undefined => (raw === undefined ? undefined : { raw })),
);

const finite = v.pipe(v.number(), v.finite());

/** The value as parsed by a schema. Undefined if it's missing, null, or of another type. */
export function optional<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.fallback(v.nullish(schema, null), null),
    v.transform((value) => value ?? undefined),
  );
}

export const optionalNumber = optional(finite);

const anyList = v.fallback(v.nullish(v.array(v.unknown()), []), []);

/** Texts from an open set. */
export const texts = v.pipe(
  anyList,
  v.transform((values) => values.filter((value) => typeof value === 'string')),
);

/**
 * Ids are opaque: 24 hexadecimal digits as a rule, with an underscore and hyphens for some things (prolific-oss/cli
 * ui/renderers_test.go). They end up in paths, in the log, on the screen, and in keys of the secret storage, so nothing is
 * an id that could have a meaning there.
 */
export const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

export interface UsableItems<T> {
  readonly items: readonly T[];
  readonly skipped: number;
}

/** The usable items. Items skipped inside one of them are counted too. */
export function usableItems<T>(values: readonly unknown[], item: ResponseSchema<T>): UsableItems<T> {
  const items: T[] = [];
  let skipped = 0;
  for (const value of values) {
    const parsed = v.safeParse(item, value);
    if (parsed.success) {
      items.push(parsed.output.value);
      skipped += parsed.output.skipped;
    } else {
      skipped += 1;
    }
  }
  return { items, skipped };
}

/** A list that may be missing or null, without duplicates. */
export function optionalListOf<T extends { readonly id: string }>(item: ResponseSchema<T>) {
  return v.pipe(
    anyList,
    v.transform((values): UsableItems<T> => {
      const { items, skipped } = usableItems(values, item);
      return { items: [...new Map(items.map((thing) => [thing.id, thing])).values()], skipped };
    }),
  );
}

/** A schema for a value in which nothing can be skipped. */
export function indivisible<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    schema,
    v.transform((value): Parsed<v.InferOutput<S>> => ({ value, skipped: 0 })),
  );
}

/** A response whose content isn't used: any JSON, or an empty body. */
export const anything = indivisible(v.unknown());
