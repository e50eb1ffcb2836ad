const plainLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const markedLetters = 'àƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ';

/** What must stay unchanged: placeholders, icons, and link targets. */
const kept = /\{\d+\}|\$\([a-z-]+\)|\]\([^)]*\)/g;
const loneLink = /^\[(.*)\](\([^)]*\))$/;
const pluralForm = /([a-z]+) \{((?:[^{}]|\{\d+\})*)\}/g;

/**
 * Returns a text in a fictional language: readable English between ⟦ and ⟧, without a single plain letter. A plain word
 * on the screen was therefore not translated, and a text without its end was cut off.
 */
export function pseudo(text: string): string {
  return text.includes(', plural,')
    ? text.replace(pluralForm, (_, category: string, words: string) => `${category} {${marked(words)}}`)
    : text.split('\n').map(markedLine).join('\n');
}

/** In a welcome text, a line that consists of a link becomes a button, so nothing may be next to it. */
function markedLine(line: string): string {
  const [, label, target] = loneLink.exec(line) ?? [];
  return label === undefined || target === undefined ? marked(line) : `[${marked(label)}]${target}`;
}

function marked(words: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of words.matchAll(kept)) {
    parts.push(accented(words.slice(end, match.index)), match[0]);
    end = match.index + match[0].length;
  }
  return `⟦${parts.join('')}${accented(words.slice(end))}⟧`;
}

function accented(words: string): string {
  return words.replace(/[A-Za-z]/g, (letter) => markedLetters.charAt(plainLetters.indexOf(letter)));
}

/** Returns the untranslated words of a text on the screen, ignoring those in `mayBePlain`. */
export function plainWords(seen: string, mayBePlain: readonly (string | RegExp)[]): readonly string[] {
  const rest = mayBePlain.reduce((text: string, known) => text.replaceAll(globally(known), ' '), seen);
  return rest.match(/\p{Script=Latin}*[A-Za-z]\p{Script=Latin}*/gu) ?? [];
}

function globally(known: string | RegExp): string | RegExp {
  return typeof known === 'string' ? known : new RegExp(known.source, 'gu');
}
