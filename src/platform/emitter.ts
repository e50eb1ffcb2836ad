/** Ends a subscription or frees a resource; fits `vscode.Disposable`. */
export interface Disposable {
  dispose(): void;
}

/** An event for code that does not import VS Code, in VS Code's own shape. */
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
