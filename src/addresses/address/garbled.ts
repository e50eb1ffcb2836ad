import { windows1252ByteOf } from '../encodings/windows1252';

/** UTF-8 misread as Windows-1252: `jÃ¼rgen`, `â€™`, `Ð¡Ð°`. */
const mark = /[ÃÂÄÅÐÑÎÏ][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]|â€/;

/** Returns the text as it was before it was decoded with the wrong encoding. Undefined if it wasn't. */
export function ungarbled(text: string): string | undefined {
  if (!mark.test(text)) {
    return undefined;
  }
  const bytes = Array.from(text, windows1252ByteOf);
  if (!bytes.every((byte) => byte !== undefined)) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
