const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Marks that can represent a line break in a one-line box, the preferred one first. */
const marks = ['↵', '⏎', '␤', '¶'];

/** A multi-line text in a one-line box, with a mark for each line break. */
export interface BoxedText {
  readonly text: string;
  readonly mark: string;
}

/** Converts a text for the one-line box without loss. Uses a mark the text doesn't contain. */
export function toBoxedText(text: string): BoxedText {
  const mark = marks.find((candidate) => !text.includes(candidate)) ?? '↵';
  return { text: text.replace(lineBreak, mark), mark };
}

export function fromBoxedText({ text, mark }: BoxedText): string {
  return text.replaceAll(mark, '\n').trim();
}
