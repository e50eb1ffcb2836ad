const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bToken\s+\S+/gi, 'Token [redacted]'],
  [/https?:\/\/[^\s"'<>]*\/invite\/[^\s"'<>]*/gi, '[invite link]'],
  [/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g, '[address]'],
];

/** Takes out of a log line what may never be in one, should it have come there by mistake. */
export function redact(line: string): string {
  return patterns.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}
