/** Nobody reads a question in less time than this. In milliseconds. */
const readingMs = 1_500;

export interface ReadableQuestion<T> {
  readonly ask: () => Promise<T>;
  /** Whether an answer may be given unread. */
  readonly isSafe: (answer: T) => boolean;
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * Asks a question the user didn't open, and asks it again whenever the answer comes before it can have been read: the
 * keystrokes may have been meant for something else.
 */
export async function askUntilRead<T>({ ask, isSafe, now }: ReadableQuestion<T>): Promise<T> {
  for (;;) {
    const openedAt = now();
    const answer = await ask();
    if (isSafe(answer) || now() - openedAt >= readingMs) {
      return answer;
    }
  }
}
