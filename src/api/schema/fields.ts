import * as v from 'valibot';
import type { Parsed, ResponseSchema } from './response';

// What Prolific responds with, parsed. Only an id is demanded: the API grows and drops other keys without notice, fields
// that its OpenAPI file calls plain come as null, and one odd field must not cost the user the whole list.

/** A text; empty where it is missing, null or no text. */
export const text = v.fallback(v.nullish(v.string(), ''), '');

/** A text; undefined where it is missing or blank. */
export const optionalText = v.pipe(
  text,
  v.transform((value) => (value.trim() === '' ? undefined : value)),
);

const finite = v.pipe(v.number(), v.finite());

/** What a schema makes of a value; undefined where it is missing, null or of another kind. */
export function optional<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.fallback(v.nullish(schema, null), null),
    v.transform((value) => value ?? undefined),
  );
}

export const optionalNumber = optional(finite);

const anyList = v.fallback(v.nullish(v.array(v.unknown()), []), []);

/** Texts of an open set. */
export const texts = v.pipe(
  anyList,
  v.transform((values) => values.filter((value) => typeof value === 'string')),
);

/** `.` and `..` would lead to another path, and half a surrogate pair cannot be written into one. */
function fitsIntoPath(id: string): boolean {
  return /^[\w-]+$/.test(id) || !/^\.{0,2}$|\p{Surrogate}/u.test(id);
}

/** Ids are opaque: documented as 24 hexadecimal digits, but nothing promises that. */
export const id = v.pipe(v.string(), v.check(fitsIntoPath));

export interface UsableItems<T> {
  readonly items: readonly T[];
  readonly skipped: number;
}

/** The items that can be used. What was skipped within one of them counts too. */
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

/** A list that may be missing or null, with each thing once. */
export function optionalListOf<T extends { readonly id: string }>(item: ResponseSchema<T>) {
  return v.pipe(
    anyList,
    v.transform((values): UsableItems<T> => {
      const { items, skipped } = usableItems(values, item);
      return { items: [...new Map(items.map((thing) => [thing.id, thing])).values()], skipped };
    }),
  );
}

/** A schema for something in which nothing can be skipped. */
export function indivisible<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    schema,
    v.transform((value): Parsed<v.InferOutput<S>> => ({ value, skipped: 0 })),
  );
}

/** A response of which nothing is used: JSON of any kind, or nothing at all. */
export const anything = indivisible(v.unknown());
