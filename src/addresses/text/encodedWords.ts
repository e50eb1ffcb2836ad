const encodedWord = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,2000})\?=/gi;
const blanksBetween = /(\?=)[ \t]+(?==\?[\w-]{1,40}(?:\*[\w-]{1,20})?\?[bq]\?)/gi;

/** Decodes names in email headers: `=?utf-8?Q?J=C3=BCrgen?= <j@x.org>` (RFC 2047). */
export function decodeEncodedWords(text: string): string {
  if (!text.includes('=?')) {
    return text;
  }
  return text
    .replace(blanksBetween, '$1')
    .replace(encodedWord, (whole, charset: string, kind: string, content: string) => {
      const bytes = kind.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : bytesOfQuoted(content);
      const decoded = decode(bytes, charset);
      // Quotes keep a name with separators together, as email programs would write it.
      return decoded === undefined ? whole : quotedIfNeeded(decoded.replace(/["\s]+/g, ' '));
    });
}

function bytesOfQuoted(content: string): Uint8Array {
  const latin = content
    .replace(/_/g, ' ')
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(latin, 'latin1');
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function quotedIfNeeded(name: string): string {
  return /[,;<>()]/.test(name) ? `"${name}"` : name;
}
