import { plainTitle } from './plainTitle';

/** Scripts without spaces between words. */
const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

interface Words {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
  /** Several words, with a space before them, and one after if the last word is complete. */
  readonly phrases: readonly string[];
  readonly parts: readonly string[];
}

/**
 * Returns a test for plain titles that contain any of the words, which are separated by commas. A `*` after a word stands
 * for the rest of a longer word, one before it for its beginning. In scripts without spaces, words are found
 * anywhere.
 */
export function anyOf(...lines: readonly string[]): (plain: string) => boolean {
  let words: Words | undefined;
  return (plain) => {
    words ??= wordsOf(lines);
    return holds(plain, words);
  };
}

/** Returns a test for plain titles that are one of the words. */
export function exactly(...lines: readonly string[]): (plain: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  return (plain) => {
    words ??= new Set(lines.flatMap((line) => line.split(',')).map(plainTitle));
    return words.has(plain);
  };
}

function wordsOf(lines: readonly string[]): Words {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  const phrases: string[] = [];
  const parts: string[] = [];
  for (const word of lines.flatMap((line) => line.split(',')).map((text) => text.trim())) {
    const plain = plainTitle(word);
    const isOpen = word.endsWith('*');
    if (word.startsWith('*') || unparted.test(word)) {
      parts.push(plain);
    } else if (plain.includes(' ')) {
      phrases.push(isOpen ? ` ${plain}` : ` ${plain} `);
    } else {
      (isOpen ? beginnings : whole).add(plain);
    }
  }
  return { whole, beginnings, phrases, parts };
}

function holds(plain: string, { whole, beginnings, phrases, parts }: Words): boolean {
  const padded = ` ${plain} `;
  return (
    plain.split(' ').some((word) => whole.has(word) || hasBeginning(word, beginnings)) ||
    phrases.some((phrase) => padded.includes(phrase)) ||
    parts.some((part) => plain.includes(part))
  );
}

function hasBeginning(word: string, beginnings: ReadonlySet<string>): boolean {
  for (let end = 1; end <= word.length; end++) {
    if (beginnings.has(word.slice(0, end))) {
      return true;
    }
  }
  return false;
}
