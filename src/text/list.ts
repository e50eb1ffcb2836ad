import { forLanguage } from './language';

const conjunction = forLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));
const disjunction = forLanguage((language) => new Intl.ListFormat(language, { type: 'disjunction' }));

/** Joins parts in the user's language, such as "a, b, and c". */
export function joinList(parts: readonly string[]): string {
  return conjunction().format(parts);
}

/** Joins alternatives in the user's language, such as "a, b, or c". */
export function joinAlternatives(parts: readonly string[]): string {
  return disjunction().format(parts);
}
