const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** What may stand in a one-line box for a line break, the usual one first. */
const marks = ['↵', '⏎', '␤', '¶'];

/** A text of several lines in a one-line box, where a mark stands for each line break. */
export interface BoxedText {
  readonly text: string;
  readonly mark: string;
}

/** Writes a text so that the one-line box loses nothing of it. The mark is one that the text itself doesn't hold. */
export function toBoxedText(text: string): BoxedText {
  const mark = marks.find((candidate) => !text.includes(candidate)) ?? '↵';
  return { text: text.replace(lineBreak, mark), mark };
}

export function fromBoxedText({ text, mark }: BoxedText): string {
  return text.replaceAll(mark, '\n').trim();
}
