import type { Disposable } from '../../platform/emitter';

/**
 * Repeats redraws that VS Code lost. It drops the redraw of a row that it's just drawing again together with a row above
 * ("Tree element not found", VS Code: treeView.ts), and would then show the old children for good.
 */
export class LostRedraws<R> implements Disposable {
  readonly #pending = new Map<R, NodeJS.Timeout>();

  constructor(
    private readonly options: {
      /** How long VS Code may take to ask for the children of a row, in milliseconds. */
      readonly patienceMs: number;
      /** Whether VS Code hasn't asked for the children of a row since it was told that they changed. */
      readonly isUnanswered: (row: R) => boolean;
      readonly repeat: (row: R) => void;
    },
  ) {}

  /** Called when VS Code is told to redraw rows. Each is repeated once, since VS Code doesn't ask for a collapsed row. */
  redrawn(rows: readonly R[]): void {
    for (const row of rows.filter(this.options.isUnanswered)) {
      clearTimeout(this.#pending.get(row));
      this.#pending.set(
        row,
        setTimeout(() => this.#check(row), this.options.patienceMs),
      );
    }
  }

  dispose(): void {
    this.#pending.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#pending.clear();
  }

  #check(row: R): void {
    this.#pending.delete(row);
    if (this.options.isUnanswered(row)) {
      this.options.repeat(row);
    }
  }
}
