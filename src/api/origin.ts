declare const origin: unique symbol;

/**
 * Base URL of the API, such as `https://api.prolific.com`: https, or http on a loopback address, without path or
 * credentials.
 */
export type ApiOrigin = string & { readonly [origin]: true };

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function isApiOrigin(text: string): text is ApiOrigin {
  if (!URL.canParse(text)) {
    return false;
  }
  const url = new URL(text);
  if (url.origin !== text) {
    return false;
  }
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
}

/** Parses an origin as written in a setting. Letter case and a trailing slash don't matter. */
export function parseApiOrigin(text: string): ApiOrigin | undefined {
  const trimmed = text.trim().replace(/\/$/, '').toLowerCase();
  return isApiOrigin(trimmed) ? trimmed : undefined;
}
