const plainLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const markedLetters = 'àƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ';

/** What has to stay as it is: placeholders, icons and the targets of links. */
const kept = /\{\d+\}|\$\([a-z-]+\)|\]\([^)]*\)/g;
const loneLink = /^\[(.*)\](\([^)]*\))$/;
const pluralForm = /([a-z]+) \{((?:[^{}]|\{\d+\})*)\}/g;

/**
 * A text in a language that does not exist: English that can still be read, between ⟦ and ⟧, without one plain letter. So
 * a plain word on the screen is one that was not translated, and a text without its end was cut off.
 */
export function pseudo(text: string): string {
  return text.includes(', plural,')
    ? text.replace(pluralForm, (_, category: string, words: string) => `${category} {${marked(words)}}`)
    : text.split('\n').map(markedLine).join('\n');
}

/** A line that is a link and nothing else becomes a button in a welcome text, so nothing may stand beside it. */
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

/** The plain words of a text that was on the screen: those nobody translated, once what `mayBePlain` is taken out. */
export function plainWords(seen: string, mayBePlain: readonly (string | RegExp)[]): readonly string[] {
  const rest = mayBePlain.reduce((text: string, known) => text.replaceAll(globally(known), ' '), seen);
  return rest.match(/\p{Script=Latin}*[A-Za-z]\p{Script=Latin}*/gu) ?? [];
}

function globally(known: string | RegExp): string | RegExp {
  return typeof known === 'string' ? known : new RegExp(known.source, 'gu');
}
