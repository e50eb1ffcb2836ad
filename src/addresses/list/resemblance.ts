/** Lowercase letters without accents. */
function simple(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const minSharedLetters = 3;

/**
 * Whether a name resembles the address beside it. `Jane Doe` resembles `jane.doe@x.org`, `jdoe@x.org`, and `jd7@x.org`, but not
 * `bo@x.org`. In a list, where nothing else says whose name it is, a name unlike the address beside it is somebody
 * without an address.
 */
export function resembles(name: string, address: string): boolean {
  const localPart = simple(address.slice(0, Math.max(address.lastIndexOf('@'), 0)));
  const words = simple(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const parts = localPart.split(/[^\p{L}]+/u).filter((part) => part !== '');
  const isShared = (word: string) =>
    parts.some(
      (part) =>
        part === word ||
        (word.length >= minSharedLetters && part.includes(word)) ||
        (part.length >= minSharedLetters && word.startsWith(part)),
    );
  return words.some(isShared) || areInitials(parts.join(''), words);
}

function areInitials(letters: string, words: readonly string[]): boolean {
  const initials = words.map((word) => word.charAt(0));
  return (
    words.length > 1 &&
    (letters === initials.join('') || letters === [...initials].reverse().join('')) &&
    letters.length > 1
  );
}
