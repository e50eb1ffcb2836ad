import { forLanguage } from './language';

const conjunction = forLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));
const disjunction = forLanguage((language) => new Intl.ListFormat(language, { type: 'disjunction' }));

/** Joins parts as the user's language does, such as "a, b, and c". */
export function joinList(parts: readonly string[]): string {
  return conjunction().format(parts);
}

/** Joins alternatives as the user's language does, such as "a, b, or c". */
export function joinAlternatives(parts: readonly string[]): string {
  return disjunction().format(parts);
}
