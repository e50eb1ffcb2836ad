import { forLanguage } from './language';

const collator = forLanguage((language) => new Intl.Collator(language, { numeric: true, sensitivity: 'base' }));

/** Sorts by a text in the user's language, with numbers by value. Equal texts are ordered by id. */
export function sorted<T extends { readonly id: string }>(
  items: Iterable<T>,
  textOf: (item: T) => string,
): readonly T[] {
  return [...items].sort(orderOf(textOf));
}

/** The order in which `sorted` sorts. */
export function orderOf<T extends { readonly id: string }>(textOf: (item: T) => string): (one: T, other: T) => number {
  const { compare } = collator();
  return (one, other) => compare(textOf(one), textOf(other)) || (one.id < other.id ? -1 : 1);
}
