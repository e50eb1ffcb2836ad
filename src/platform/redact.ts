const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bToken\s+\S+/gi, 'Token [redacted]'],
  [/https?:\/\/[^\s"'<>]*\/invite\/[^\s"'<>]*/gi, '[invite link]'],
  [/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g, '[address]'],
];

/** Replaces tokens, invite links, and addresses that reached a log line by mistake. */
export function redact(line: string): string {
  return patterns.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}
