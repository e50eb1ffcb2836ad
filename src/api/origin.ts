declare const origin: unique symbol;

/** Where the API is, such as `https://api.prolific.com`: https, or http on a loopback address; no path, no credentials. */
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

/** Reads an origin as a person writes it in a setting: letter case and a slash at the end do not matter. */
export function parseApiOrigin(text: string): ApiOrigin | undefined {
  const trimmed = text.trim().replace(/\/$/, '').toLowerCase();
  return isApiOrigin(trimmed) ? trimmed : undefined;
}
