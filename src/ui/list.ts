import { language } from '../platform/language';

/** Making a format takes longer than using it, and every row of the tree joins something. */
const formats = new Map<string, Intl.ListFormat>();

/** Joins parts as the user's language does, such as "a, b, and c". */
export function joinList(parts: readonly string[]): string {
  return formatOf('conjunction').format(parts);
}

/** Joins alternatives as the user's language does, such as "a, b, or c". */
export function joinAlternatives(parts: readonly string[]): string {
  return formatOf('disjunction').format(parts);
}

function formatOf(type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const key = `${type} ${language() ?? ''}`;
  const format = formats.get(key) ?? new Intl.ListFormat(language(), { type });
  formats.set(key, format);
  return format;
}
