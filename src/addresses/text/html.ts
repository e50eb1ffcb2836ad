const looksLikeHtml = /<\/(?:a|td|th|tr|li|p|div|span|table|ul|ol|body|html)>|<br\s*\/?>/i;
const link = /<a\s[^<>]*?\bhref\s*=\s*["']?\s*mailto:([^"'\s<>]*)["']?[^<>]*>([^<]*)<\/a>/gi;
const cellEnd = /<\/t[dh]>\s*(?=<t[dh][\s>])/gi;
const lineEnd = /<(?:br|\/tr|\/li|\/p|\/div|\/h\d|\/dd|\/dt)(?:\s[^<>@]*)?\/?>/gi;
const tag = /<\/?[a-z][a-z\d]*(?:\s[^<>@]*)?\/?>|<!--[^@]*?-->|<!doctype[^<>@]*>/gi;

/** Returns the source of a page as the page shows it: rows and items as lines, cells between tabs. Keeps tags with an @. */
export function withoutTags(text: string): string {
  if (!looksLikeHtml.test(text)) {
    return text;
  }
  return text
    .replace(link, (_, target: string, shown: string) => {
      return shown.includes('@') ? shown : `${shown} <${target.split('?')[0] ?? ''}>`;
    })
    .replace(/\n\s*/g, ' ')
    .replace(cellEnd, '\t')
    .replace(lineEnd, '\n')
    .replace(tag, ' ')
    .replace(/[ ]+/g, ' ');
}
