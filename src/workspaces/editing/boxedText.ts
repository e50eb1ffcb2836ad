const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Stands in the one-line box for a line break, which would be lost there. */
export const lineBreakMark = '↵';

/** Writes a text so that the one-line box loses nothing of it. */
export function toBoxedText(text: string): string {
  return text.replace(lineBreak, lineBreakMark);
}

export function fromBoxedText(boxed: string): string {
  return boxed.replaceAll(lineBreakMark, '\n').trim();
}
