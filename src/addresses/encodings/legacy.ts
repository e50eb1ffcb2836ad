import { decodeWindows1252 } from './windows1252';

export type LegacyEncoding =
  | 'windows-1252'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1253'
  | 'koi8-r'
  | 'shift_jis'
  | 'euc-jp'
  | 'gb18030'
  | 'big5'
  | 'euc-kr';

/** How many bytes are examined. */
const sampleLength = 64 * 1024;

/**
 * Guesses the encoding of lines that aren't UTF-8 by the letters they would contain and by the countries
 * in their addresses. Falls back to Windows-1252. Addresses are ASCII in all of them, so only names
 * can be wrong.
 */
export function legacyEncodingOf(lines: readonly Uint8Array[]): LegacyEncoding {
  const sample = Buffer.concat(lines).subarray(0, sampleLength);
  const countries = new Set(
    [...sample.toString('latin1').matchAll(/@[\w.-]+\.([a-z]{2})\b/gi)].map(([, country = '']) =>
      country.toLowerCase(),
    ),
  );
  return eastAsianOf(sample, countries) ?? oneByteOf(sample, countries);
}

export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

const kana = /[\u3041-\u3096\u30a1-\u30fc]/;

/** What is frequent in texts of an encoding, where it's used, and what rules it out. */
const eastAsian = [
  { encoding: 'shift_jis', usual: /[\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]/g, certain: kana, country: 'jp' },
  { encoding: 'euc-jp', usual: /[\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]/g, certain: kana, country: 'jp' },
  { encoding: 'euc-kr', usual: /[\uac00-\ud7a3]/g, certain: /[\uac00-\ud7a3]/, country: 'kr' },
  { encoding: 'gb18030', usual: /[\u4e00-\u9fff]/g, certain: /[\u4e00-\u9fff]/, country: 'cn' },
  { encoding: 'big5', usual: /[\u4e00-\u9fff]/g, certain: /[\u4e00-\u9fff]/, country: 'tw' },
] as const;
const odd = /[\uff61-\uff9f\ue000-\uf8ff\u0400-\u04ff\u2500-\u257f]/g;
const beyondAscii = /[^\t\r\n\x20-\x7e]/g;

function eastAsianOf(sample: Uint8Array, countries: ReadonlySet<string>): LegacyEncoding | undefined {
  const scores = eastAsian.flatMap(({ encoding, usual, certain, country }) => {
    const text = decodeWhole(sample, encoding);
    const isThere = countries.has(country);
    if (text === undefined || !(certain.test(text) || isThere) || !isInPairs(sample, isThere)) {
      return [];
    }
    const all = Math.max(countOf(text, beyondAscii), 1);
    const score = (countOf(text, usual) - countOf(text, odd)) / all + commonness(text, encoding) + (isThere ? 1 : 0);
    return [{ encoding, score }];
  });
  const [best] = scores.sort((one, other) => other.score - one.score);
  return best !== undefined && best.score > 0.8 ? best.encoding : undefined;
}

/** Frequent characters of titles and family names. */
const common: Readonly<Record<string, RegExp>> = {
  gb18030: /[的一是不了人我在有他这名姓王李张刘陈杨赵黄周吴徐孙邮件箱学生老师电子组班号备注]/g,
  big5: /[的一是不了人我在有他這名姓王李張劉陳楊趙黃周吳徐孫郵件箱學生老師電子組班號備註林]/g,
};

function commonness(text: string, encoding: string): number {
  const pattern = common[encoding];
  const count = countOf(text, /[\u4e00-\u9fff]/g);
  return pattern === undefined ? 0.3 : countOf(text, pattern) / Math.max(count, 1);
}

/** Accented letters occur alone among others, two-byte characters side by side. */
function isInPairs(sample: Uint8Array, isThere: boolean): boolean {
  let high = 0;
  let beside = 0;
  let paired = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte >= 0x80) {
      const before = sample[index - 1] ?? 0;
      const behind = sample[index + 1] ?? 0;
      high += 1;
      beside += before >= 0x80 || behind >= 0x80 ? 1 : 0;
      paired += before >= 0x80 || behind >= 0x40 ? 1 : 0;
    }
  }
  return high > 1 && paired === high && (isThere || beside * 2 > high);
}

function oneByteOf(sample: Uint8Array, countries: ReadonlySet<string>): LegacyEncoding {
  const western = decodeWindows1252(sample);
  // Words that consist only of accented letters are words of another alphabet.
  const words = countOf(western, /[\u00c0-\u00ff\u0161\u017e\u0178]{3,}/g);
  const mixed = countOf(western, /[A-Za-z][\u00c0-\u00ff]|[\u00c0-\u00ff][A-Za-z]/g);
  if (words > mixed) {
    return cyrillicOrGreek(sample);
  }
  const isCentral = ['pl', 'cz', 'sk', 'hu', 'ro', 'si', 'hr'].some((country) => countries.has(country));
  return isCentral || hasSignsInWords(western) ? 'windows-1250' : 'windows-1252';
}

/** A capital followed by lowercase letters. Each encoding has them in other places. */
const alphabets = [
  { encoding: 'windows-1251', word: /(?<!\p{L})[\u0401\u0410-\u042f]?[\u0430-\u044f\u0451]{2,}(?!\p{L})/gu },
  { encoding: 'koi8-r', word: /(?<!\p{L})[\u0401\u0410-\u042f]?[\u0430-\u044f\u0451]{2,}(?!\p{L})/gu },
  { encoding: 'windows-1253', word: /(?<!\p{L})[\u0386-\u03ab]?[\u03ac-\u03ce]{2,}(?!\p{L})/gu },
] as const;

function cyrillicOrGreek(sample: Uint8Array): LegacyEncoding {
  const scores = alphabets.map(({ encoding, word }) => ({
    encoding,
    score: (decodeLegacy(sample, encoding).match(word) ?? []).join('').length,
  }));
  const [best] = scores.sort((one, other) => other.score - one.score);
  return best?.encoding ?? 'windows-1251';
}

/** Polish and Czech letters, which Windows-1252 would read as symbols inside words. */
function hasSignsInWords(western: string): boolean {
  return /[A-Za-z][³¹¿¶¼¾»Ÿ][A-Za-z]|[a-z][³¹¿](?![A-Za-z\d])|(?<![\p{L}\d])[£¯]\p{L}/u.test(western);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function decodeWhole(bytes: Uint8Array, encoding: LegacyEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
