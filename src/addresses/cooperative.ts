/** Work that can rest wherever it yields. */
export type Work<T> = Generator<undefined, T>;

/** The longest that work in turns holds up everything else, in milliseconds; a collection of garbage may come on top. */
const turnMs = 10;

export function runToEnd<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

export async function runYielding<T>(work: Work<T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
    if (performance.now() - began > turnMs) {
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    }
  }
}
