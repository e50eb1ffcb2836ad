/** Work that can pause wherever it yields. */
export type Work<T> = Generator<undefined, T>;

/** The longest that yielding work blocks everything else, in milliseconds, apart from garbage collection. */
const maxBlockMs = 10;

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
    if (performance.now() - began > maxBlockMs) {
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    }
  }
}
