/** In characters. Longer lines are truncated, so that server text can't fill the log. */
const maxLineLength = 4_000;

/**
 * Removes secrets from a log line, in case one got there by mistake. Scans the line once for each kind of secret, so that
 * no text can block VS Code.
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
