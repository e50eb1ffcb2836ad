/** A name longer than this is none, but some text that happened to stand there. */
const maxNameLength = 200;

const decoration = new Set("'‘’‚‹›`´[]{}*_~=");
const letterOrDigit = /[\p{L}\p{N}]/u;
const plainWord = /^[A-Za-z][A-Za-z0-9]*$/;
const listNumber = /^(?:#?\d{1,5}[.:]|\(\d{1,5}\))$/;
/** Before a closing parenthesis: `1)`, `a)`. */
const beforeParenthesis = /^(?:\d{1,5}\.?|\p{L})$/u;
const eMailWord = /^e-?mails?$/i;
const joiningWord = /^(?:and|or)$/i;

/** Does the word only mark a line of a list, such as `•`, `-`, `1.` or `(1)`? */
export function isMark(word: string): boolean {
  return listNumber.test(word) || !(letterOrDigit.test(word) || word.includes('@'));
}

/** Most words look so, and need none of the closer looks. */
export function isPlainWord(word: string): boolean {
  return plainWord.test(word);
}

export function isNumberBeforeParenthesis(word: string): boolean {
  return beforeParenthesis.test(word);
}

/** A word that says what follows, with all in front of it: the name of a group, `Cc:`, the header over a column. */
export function isLabel(word: string): boolean {
  return /[:：]$/.test(word) || eMailWord.test(word);
}

export function isJoiningWord(word: string): boolean {
  return joiningWord.test(word);
}

/** Some word of it begins with a capital, or in a script that has none. */
export function looksLikeName(text: string): boolean {
  return text.length <= maxNameLength && /(?:^|[\s'’(-])[\p{Lu}\p{Lt}\p{Lo}]/u.test(text);
}

/** `bob.example.org`: no name, but an address that lost its @. */
export function looksLikeAddressWithoutAt(word: string): boolean {
  return (
    word.length <= maxNameLength &&
    /^[\p{Ll}\p{N}][\p{L}\p{N}_+-]*(?:\.[\p{L}\p{N}_-]+)+$/u.test(word) &&
    /\.\p{Ll}{2,}$/u.test(word)
  );
}

export function nameOf(words: readonly string[]): string | undefined {
  const name = trimmed(words.join(' '));
  return name.length <= maxNameLength && letterOrDigit.test(name) ? name : undefined;
}

/** Without quotes, brackets and emphasis round it. (A regular expression for the end would take quadratic time.) */
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
