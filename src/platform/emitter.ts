/** Ends a subscription or frees a resource. Compatible with `vscode.Disposable`. */
export interface Disposable {
  dispose(): void;
}

let report = (error: unknown): void => {
  queueMicrotask(() => {
    throw error;
  });
};

/** Sets the handler for errors of listeners. Until then, each is thrown asynchronously, so that firing never throws. */
export function reportListenerErrors(reporter: (error: unknown) => void): void {
  report = reporter;
}

/** An event for code that doesn't import VS Code, with the same shape as VS Code's `EventEmitter`. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event = (listener: (value: T) => void): Disposable => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  /** Calls every listener. One that throws stops neither the others nor the caller. */
  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error: unknown) {
        report(error);
      }
    }
  }
}
