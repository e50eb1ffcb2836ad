import type { Disposable } from '../../platform/emitter';

/** Runs an action immediately, then at most once per interval. Calls during an interval lead to one run after it. */
export class Throttle implements Disposable {
  #pause: NodeJS.Timeout | undefined;
  #isAsked = false;

  constructor(
    private readonly pauseMs: number,
    private readonly act: () => void,
  ) {}

  run(): void {
    if (this.#pause !== undefined) {
      this.#isAsked = true;
      return;
    }
    this.#isAsked = false;
    this.#pause = setTimeout(() => this.#afterPause(), this.pauseMs);
    this.act();
  }

  /** Runs the action now, regardless of the interval. */
  flush(): void {
    this.dispose();
    this.run();
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
  }

  #afterPause(): void {
    this.#pause = undefined;
    if (this.#isAsked) {
      this.run();
    }
  }
}
