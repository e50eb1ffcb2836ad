/** The text pasted as an API token. */
export type PastedToken =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'empty' }
  /** Contains characters that no token has, so something else was copied. */
  | { readonly kind: 'notPlain' };

/** Reads a token as people paste it: with spaces and line breaks, in quotes, or as a header. */
export function readPastedToken(pasted: string): PastedToken {
  const token = pasted
    .trim()
    .replace(/^authorization\s*:/i, '')
    .replace(/^\s*(token|bearer)(\s+|$)/i, '')
    .replace(/\s+/g, '')
    .replace(/^(["'`])(.*)\1$/, '$2');
  if (token === '') {
    return { kind: 'empty' };
  }
  return /^[\x21-\x7e]+$/.test(token) ? { kind: 'token', token } : { kind: 'notPlain' };
}
