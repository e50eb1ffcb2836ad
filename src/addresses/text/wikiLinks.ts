/** `[Jane|mailto:jane@x.org]`, `[mailto:jane@x.org Jane]`, `[[mailto:jane@x.org][Jane]]`: links of wikis and notes. */
const shownFirst = /\[([^[\]|\n]{0,200})\|mailto:([^[\]|\s]{1,300})\]/gi;
const targetFirst = /\[mailto:([^[\]|\s]{1,300})[ |]([^[\]\n]{0,200})\]/gi;
const bothInBrackets = /\[\[mailto:([^[\]|\s]{1,300})\]\[([^[\]\n]{0,200})\]\]/gi;

/** Rewrites wiki links as email programs would: `Jane <jane@x.org>`. */
export function withoutWikiLinks(text: string): string {
  if (!/\[mailto:|\|mailto:/i.test(text)) {
    return text;
  }
  return text
    .replace(bothInBrackets, (_, target: string, shown: string) => written(shown, target))
    .replace(shownFirst, (_, shown: string, target: string) => written(shown, target))
    .replace(targetFirst, (_, target: string, shown: string) => written(shown, target));
}

function written(shown: string, target: string): string {
  return `${shown.trim()} <${target}>`;
}
