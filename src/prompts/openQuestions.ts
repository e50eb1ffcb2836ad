/** Counts open questions, so that nothing started by an agent replaces one. */
class OpenQuestions {
  #count = 0;

  get isAny(): boolean {
    return this.#count > 0;
  }

  async during<R>(ask: () => Promise<R>): Promise<R> {
    this.#count += 1;
    try {
      return await ask();
    } finally {
      this.#count -= 1;
    }
  }
}

/** There is one keyboard, so the count is shared by all that ask. */
export const openQuestions = new OpenQuestions();
