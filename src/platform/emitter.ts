/** Ends a subscription or frees a resource. Compatible with `vscode.Disposable`. */
export interface Disposable {
  dispose(): void;
}

/** An event for code that doesn't import VS Code, with the same shape as VS Code's `EventEmitter`. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event = (listener: (value: T) => void): Disposable => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      listener(value);
    }
  }
}
