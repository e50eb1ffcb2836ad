/** The process in which the extension runs in one window. Whatever happens to it from outside goes through `run`. */
export class WindowProcess {
  #waiting: (() => void)[] = [];
  #isFrozen = false;
  isDead = false;

  /** Nothing more happens in a dead process. In a suspended one, it happens later. */
  run(action: () => void): void {
    if (this.isDead) {
      return;
    }
    if (this.#isFrozen) {
      this.#waiting.push(action);
    } else {
      action();
    }
  }

  die(): void {
    this.isDead = true;
  }

  freeze(): void {
    this.#isFrozen = true;
  }

  thaw(): void {
    this.#isFrozen = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach((action) => this.run(action));
  }
}

export const alwaysAlive = new WindowProcess();
