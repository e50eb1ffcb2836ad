import type { Disposable } from '../platform/emitter';

/** Does something at once when it is asked to, but not again within a pause: what is asked for meanwhile is done once, after it. */
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

  /** Does it now, whatever the pause. */
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
