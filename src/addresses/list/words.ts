import { isMailTitle } from '../titles/mailTitles';

/** Anything longer isn't a name but some text that happened to be there. */
const maxNameLength = 200;
const maxNameWords = 6;

const decoration = new Set("'‘’‚‹›`´[]{}*_~=");
const letter = /\p{L}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const plainWord = /^[A-Za-z][A-Za-z0-9]*$/;
const listNumber = /^(?:#?\d{1,5}[.:]|\(\d{1,5}\))$/;
/** Before a closing parenthesis: `1)`, `a)`. */
const beforeParenthesis = /^(?:\d{1,5}\.?|\p{L})$/u;
const mailWord = /^e-?mails?$/i;
const joiningWord = /^(?:and|or|und|oder|et|ou|y|o|e|og|och|eller|ja|en|of|&|\+)$/i;
/** Small words within names: `van der Berg`, `de la Cruz`, `bin Said`. */
const particle =
  /^(?:van|von|vom|zu|zum|zur|de|der|den|des|del|della|di|da|das|do|dos|du|la|le|les|el|al|ter|ten|bin|bint|ibn|ben|y|e|af|av|of|the|d|o|st|dr|prof|mr|mrs|ms|jr|sr|phd|md)\.?,?$/i;

/** Whether the word only marks an item of a list, such as `•`, `-`, `1.`, or `(1)`. */
export function isMark(word: string): boolean {
  return listNumber.test(word) || !(letterOrDigit.test(word) || word.includes('@'));
}

/** Most words look like this and need no closer look. */
export function isPlainWord(word: string): boolean {
  return plainWord.test(word);
}

export function isNumberBeforeParenthesis(word: string): boolean {
  return beforeParenthesis.test(word);
}

/** A label and everything before it: the name of a group, `Cc:`, the title of a column. */
export function isLabel(word: string): boolean {
  return /[:：]$/.test(word) || mailWord.test(word);
}

export function isJoiningWord(word: string): boolean {
  return joiningWord.test(word);
}

/** A text without letters names nobody: a number, a date, a mark. */
export function hasLetters(text: string): boolean {
  return letter.test(text);
}

/** Words that begin with a capital, or in a script without capitals, and no more of them than a name has. */
export function looksLikeName(text: string): boolean {
  if (text.length > maxNameLength || !letter.test(text)) {
    return false;
  }
  const words = text.split(/[\s,]+/).filter((word) => letter.test(word));
  const isCapital = (word: string) => /^[^\p{L}]*[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
  return (
    words.length <= maxNameWords &&
    words.some(isCapital) &&
    words.every((word) => isCapital(word) || particle.test(word))
  );
}

/** `bob.example.org` isn't a name but an address that lost its @. */
export function looksLikeAddressWithoutAt(word: string): boolean {
  return (
    word.length <= maxNameLength &&
    /^[\p{Ll}\p{N}][\p{L}\p{N}_+-]*(?:\.[\p{L}\p{N}_-]+)+$/u.test(word) &&
    /\.\p{Ll}{2,}$/u.test(word)
  );
}

/** The title of what follows: `Email`, `E-mail addresses`. */
export function isMailHeader(text: string): boolean {
  return text.length <= 60 && !text.includes('@') && isMailTitle(text);
}

export function nameOf(words: readonly string[]): string | undefined {
  const text = words.join(' ');
  const name = trimmed((text.split('"').length - 1) % 2 === 0 ? text : text.replaceAll('"', ''));
  return name.length <= maxNameLength && letter.test(name) && !/\S@\S+\.\S/.test(name) ? name : undefined;
}

/** Removes surrounding quotes, brackets, and emphasis. A regular expression for the end would take quadratic time. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && decoration.has(text.charAt(start))) {
    start += 1;
  }
  while (start < end && decoration.has(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(start, end).trim();
}
