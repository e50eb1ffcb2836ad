/** Longer lines are cut, in characters: what a server sends must not fill the log. */
const maxLineLength = 4_000;

/**
 * Takes out of a log line what may never be in one, should it have got there by mistake. Reads the line once for each
 * kind, however it is made, so that no text can hold VS Code up.
 */
export function redact(line: string): string {
  return line
    .replace(/\b(Token|Bearer)\s+\S+/gi, '$1 [redacted]')
    .replace(/[^\s"'<>]+/g, withoutInviteLink)
    .replace(/[^\s"'<>(),;:]+/g, withoutAddress)
    .slice(0, maxLineLength);
}

function withoutInviteLink(word: string): string {
  const start = word.search(/https?:\/\//i);
  return start >= 0 && /\/invite\//i.test(word.slice(start)) ? `${word.slice(0, start)}[invite link]` : word;
}

function withoutAddress(word: string): string {
  return /.(@|%40)./i.test(word) ? '[address]' : word;
}
