/** The characters for the bytes 0x80 to 0x9f. Some versions of Node.js read them as control characters instead. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => signs.charAt(char.charCodeAt(0) - 0x80));
}

/** Returns the byte of a character. Undefined if Windows-1252 has none. */
export function windows1252ByteOf(char: string): number | undefined {
  const sign = signs.indexOf(char);
  const code = char.charCodeAt(0);
  return sign >= 0 ? 0x80 + sign : code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : undefined;
}
