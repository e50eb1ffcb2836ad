/** ASCII signs that people and programs put in front of an address. Other ones may begin an address. */
const inFront = new Set("'`[]{}>=()");
const emphasis = new Set('*_~`');
const mayBelong = /[\p{L}\p{M}\p{Nd}@]/u;
const lettersAndDigits = /[A-Za-z0-9@]/;
/** The same sign several times hides part of an address: `••••e@x.org`. Once it marks an item of a list. */
const hiding = /^([•●■█▪◼✱∗×·○◦])\1/u;
/** Says that something is missing there. */
const cut = /^(?:…|⋯|‥|\.\.)/;

/** A word without the signs round it that are no part of an address, and those signs. */
export interface Undecorated {
  readonly text: string;
  readonly before: string;
  readonly behind: string;
}

/** Takes off brackets, bullets, quotes, emphasis, and all signs that no address ends with. */
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
  // **jane@x.org** is emphasis, while _jane@x.org may be an address: emphasis stands at both ends.
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

/** The character that begins there, both halves of it. */
function firstOf(word: string, start: number): string {
  return String.fromCodePoint(word.codePointAt(start) ?? 0);
}

function lastOf(word: string, end: number): string {
  const last = word.charAt(end - 1);
  return last >= '\udc00' && last <= '\udfff' ? word.slice(Math.max(end - 2, 0), end) : last;
}
