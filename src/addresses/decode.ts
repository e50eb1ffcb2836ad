export type DecodedText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: 'binary' | 'tooLarge' };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const maxFileBytes = 5 * 1024 * 1024;
/** So much of a file is looked at to tell UTF-16 without a byte-order mark. */
const sampleLength = 4096;
// Form feeds and such do occur in text; these do not.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe]/;

/**
 * The text of a file: UTF-8 or UTF-16, with a byte-order mark or without. A file that is neither and yet holds no
 * control characters is read as Windows-1252: as that, Excel saves a table that was not saved as "CSV UTF-8".
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > maxFileBytes) {
    return { ok: false, reason: 'tooLarge' };
  }
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding) ?? (encoding === 'utf-8' ? decode(bytes, 'windows-1252') : undefined);
  return text === undefined || controls.test(text) ? { ok: false, reason: 'binary' } : { ok: true, text };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  return encodingByZeros(bytes);
}

/** In UTF-16 every @, separator and line break has one zero byte, always on the same side. UTF-8 has none at all. */
function encodingByZeros(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, sampleLength);
  const evenZeros = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  const oddZeros = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  if (evenZeros === oddZeros) {
    return 'utf-8';
  }
  return oddZeros > evenZeros ? 'utf-16le' : 'utf-16be';
}

/** Takes the byte-order mark off. Nothing comes back when the bytes are not of that encoding. */
function decode(bytes: Uint8Array, encoding: Encoding | 'windows-1252'): string | undefined {
  try {
    return encoding === 'utf-16be'
      ? new TextDecoder('utf-16le', { fatal: true }).decode(withBytesSwapped(bytes))
      : new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Not every build of the runtime decodes big-endian UTF-16 itself. An odd byte at the end stays, and is refused. */
function withBytesSwapped(bytes: Uint8Array): Uint8Array {
  const swapped = Uint8Array.from(bytes);
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    swapped[index] = bytes[index + 1] ?? 0;
    swapped[index + 1] = bytes[index] ?? 0;
  }
  return swapped;
}
