import { language } from '../platform/language';

/** Joins parts as the user's language does, such as "a, b, and c". */
export function joinList(parts: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(parts);
}

/** Joins alternatives as the user's language does, such as "a, b, or c". */
export function joinAlternatives(parts: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'disjunction' }).format(parts);
}
