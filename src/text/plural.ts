import { forLanguage } from './language';

/** A plural as ICU writes it, such as `{0, plural, one {# member} other {# members}}`; its forms may hold `{1}` and so on. */
const pluralPattern = /\{0, plural,((?:\s*[a-z]+ \{(?:[^{}]|\{\d+\})*\})+)\s*\}/g;
const pluralRules = forLanguage((language) => new Intl.PluralRules(language));
const numbers = forLanguage((language) => new Intl.NumberFormat(language));
const form = /([a-z]+) \{((?:[^{}]|\{\d+\})*)\}/g;

/**
 * A text with a number in it. `text` is what `l10n.t` gives without arguments; `{0}` is the number, `{1}` and so on are `others`.
 * English has two plural forms and many texts need none, but other languages have up to six, so that a translation may
 * write a plural wherever there is a `{0}`.
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

/** A number as the user's language writes it: 10,000 or 10.000. */
export function formatCount(count: number): string {
  return numbers().format(count);
}
