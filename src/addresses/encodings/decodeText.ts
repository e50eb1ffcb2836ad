import { decodeLegacy, legacyEncodingOf } from './legacy';

export type DecodedText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: 'binary' };

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How much of a file is examined to detect UTF-16 without a byte-order mark, in bytes. */
const sampleLength = 4096;
// Text may contain form feeds and the like, and old programs end it with 0x1a.
// eslint-disable-next-line no-control-regex -- matches control characters on purpose
const controls = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\ufffe]/;
/** What a decoder puts in place of bytes that are invalid in the encoding. */
const replacement = '\ufffd';
const endMark = /\u001a[\u0000\u001a\s]*$/; // eslint-disable-line no-control-regex -- it is one

/**
 * Returns the text of a file in UTF-8 or UTF-16, with or without a byte-order mark. A file that is neither is as VS Code
 * decoded it, if the user's settings name an encoding in which it makes sense. Otherwise it's read line by line, because
 * files that were joined have lines in two encodings: lines in UTF-8, and lines in the encoding that they look like.
 */
export function decodeText(bytes: Uint8Array, asInSettings?: string): DecodedText {
  const encoding = unicodeOf(bytes);
  const whole = decodeAs(bytes, encoding);
  if (whole !== undefined) {
    return asText(whole);
  }
  if (encoding !== 'utf-8' || bytes.includes(0)) {
    return { ok: false, reason: 'binary' };
  }
  const makesSense = asInSettings !== undefined && !asInSettings.includes(replacement) && !controls.test(asInSettings);
  return asText(makesSense ? asInSettings : decodeByLines(bytes));
}

function asText(decoded: string): DecodedText {
  const text = decoded.replace(endMark, '');
  return controls.test(text) ? { ok: false, reason: 'binary' } : { ok: true, text };
}

function decodeByLines(bytes: Uint8Array): string {
  const lines = linesOf(bytes);
  const utf8 = lines.map((line) => decodeAs(line, 'utf-8'));
  const others = lines.filter((_, index) => utf8[index] === undefined);
  const encoding = legacyEncodingOf(others);
  return lines.map((line, index) => utf8[index] ?? decodeLegacy(line, encoding)).join('');
}

/** Splits after line feeds. Only UTF-16 uses that byte for anything else. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}

function unicodeOf(bytes: Uint8Array): Unicode {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  return unicodeByZeros(bytes);
}

/** In UTF-16, every @, separator, and line break has a zero byte on the same side. UTF-8 has no zero bytes. */
function unicodeByZeros(bytes: Uint8Array): Unicode {
  const sample = bytes.subarray(0, sampleLength);
  const evenZeros = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  const oddZeros = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  if (evenZeros === oddZeros) {
    return 'utf-8';
  }
  return oddZeros > evenZeros ? 'utf-16le' : 'utf-16be';
}

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true }),
} as const;

/** Decodes without the byte-order mark. Returns undefined if the bytes aren't in that encoding. */
function decodeAs(bytes: Uint8Array, encoding: Unicode): string | undefined {
  try {
    return decoders[encoding].decode(bytes);
  } catch {
    return undefined;
  }
}
