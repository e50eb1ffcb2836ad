import { forLanguage } from './language';

/** An ICU plural, such as `{0, plural, one {# member} other {# members}}`. Its forms can contain `{1}` and so on. */
const pluralPattern = /\{0, plural,((?:\s*[a-z]+ \{(?:[^{}]|\{\d+\})*\})+)\s*\}/g;
const pluralRules = forLanguage((language) => new Intl.PluralRules(language));
const numbers = forLanguage((language) => new Intl.NumberFormat(language));
const form = /([a-z]+) \{((?:[^{}]|\{\d+\})*)\}/g;

/**
 * Fills in a text that contains a count. `text` is the result of `l10n.t` without arguments, `{0}` is the count, and
 * `{1}` and so on are `others`. A translation can use an ICU plural for any `{0}`, even where English doesn't need one:
 * some languages have six plural forms.
 */
export function plural(text: string, count: number, ...others: readonly string[]): string {
  const category = pluralRules().select(count);
  const shown = formatCount(count);
  const chosen = text.replace(pluralPattern, (_, forms: string) => {
    const texts = new Map([...forms.matchAll(form)].map(([, name = '', words = '']) => [name, words]));
    return (texts.get(category) ?? texts.get('other') ?? '').replaceAll('#', '{0}');
  });
  return chosen.replace(/\{(\d+)\}/g, (_, index: string) => [shown, ...others][Number(index)] ?? '');
}

/** Formats a count in the user's language, such as 10,000 or 10.000. */
export function formatCount(count: number): string {
  return numbers().format(count);
}
