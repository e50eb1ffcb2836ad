/** ASCII marks that people and programs put before an address. Others may be its beginning. */
const inFront = new Set("'`[]{}>=()");
const emphasis = new Set('*_~`');
const mayBelong = /[\p{L}\p{M}\p{Nd}@]/u;
const lettersAndDigits = /[A-Za-z0-9@]/;
/** A repeated mark hides part of an address: `••••e@x.org`. A single one marks an item of a list. */
const hiding = /^([•●■█▪◼✱∗×·○◦])\1/u;
/** Shows that something is missing. */
const cut = /^(?:…|⋯|‥|\.\.)/;

/** A word without the surrounding characters that aren't part of an address, and those characters. */
export interface Undecorated {
  readonly text: string;
  readonly before: string;
  readonly behind: string;
}

/** Removes brackets, bullets, quotes, emphasis, and all characters that no address ends with. */
export function undecorated(word: string): Undecorated {
  let start = 0;
  let end = word.length;
  if (!hiding.test(word) && !cut.test(word)) {
    for (let char = firstOf(word, start); start < end && isInFront(char); char = firstOf(word, start)) {
      start += char.length;
    }
  }
  for (let char = lastOf(word, end); start < end && isBehind(char); char = lastOf(word, end)) {
    end -= char.length;
  }
  // **jane@x.org** is emphasized, but _jane@x.org may be an address: emphasis is at both ends.
  const mark = word.charAt(start);
  while (emphasis.has(mark) && word.charAt(start) === mark && word.includes(mark, end)) {
    start += 1;
  }
  return { text: word.slice(start, end), before: word.slice(0, start), behind: word.slice(end) };
}

function isInFront(char: string): boolean {
  return isAscii(char) ? inFront.has(char) : !mayBelong.test(char) && char !== '\ufffd';
}

function isBehind(char: string): boolean {
  return isAscii(char) ? !lettersAndDigits.test(char) : !mayBelong.test(char);
}

function isAscii(char: string): boolean {
  return char < '\u0080';
}

/** Returns the whole character at the position. */
function firstOf(word: string, start: number): string {
  return String.fromCodePoint(word.codePointAt(start) ?? 0);
}

function lastOf(word: string, end: number): string {
  const last = word.charAt(end - 1);
  return last >= '\udc00' && last <= '\udfff' ? word.slice(Math.max(end - 2, 0), end) : last;
}
