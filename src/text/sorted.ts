import { forLanguage } from './language';

const collator = forLanguage((language) => new Intl.Collator(language, { numeric: true, sensitivity: 'base' }));

/** Sorts as a reader expects: by a text in the user's language, numbers by value; the id decides between equal texts. */
export function sorted<T extends { readonly id: string }>(
  items: Iterable<T>,
  textOf: (item: T) => string,
): readonly T[] {
  const { compare } = collator();
  return [...items].sort((one, other) => compare(textOf(one), textOf(other)) || (one.id < other.id ? -1 : 1));
}
