/** Matches a number or mark directly in front of an address, and the rest of the word. */
const numbered = /(^|[\s,;|"])(\d{1,4})[.)](?=[^\s,;|"@\d][^\s,;|"@]*@)/g;
const marked = /(^|[\s,;|"])([-+*#~!&/.:=])(?=[^\s,;|"@]+@)/g;
const wordWithAt = /[^\s,;|"]@[^\s,;|"]/g;

/**
 * Removes the numbers and marks of a list that run into its addresses: `1.jane@x.org`, `2.bo@x.org`. If every address
 * has one and the numbers are consecutive, nothing else can be meant.
 */
export function withoutListMarks(text: string): string {
  const numbers = [...text.matchAll(numbered)].map((match) => Number(match[2]));
  const signs = new Set([...text.matchAll(marked)].map((match) => match[2]));
  if (numbers.length < 2 && signs.size !== 1) {
    return text;
  }
  const count = text.match(wordWithAt)?.length ?? 0;
  const first = numbers[0] ?? 0;
  if (
    numbers.length > 1 &&
    numbers.length === count &&
    first < 2 &&
    numbers.every((number, index) => number === first + index)
  ) {
    return text.replace(numbered, '$1');
  }
  return signs.size === 1 && count > 1 && text.match(marked)?.length === count ? text.replace(marked, '$1') : text;
}
