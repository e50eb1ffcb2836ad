interface Identified {
  readonly id: string;
}

export interface OpenRowsOptions<R> {
  readonly onOpen: (row: R) => void;
  readonly onClose: (row: R) => void;
}

/**
 * Tracks which rows of one kind are expanded. VS Code reports expanding and collapsing. For rows that were expanded when
 * it started, it only asks for their children, which it also does for a collapsed row that it redraws.
 */
export class OpenRows<R extends Identified> {
  /** Rows whose state VS Code has reported. */
  readonly #known = new Map<string, R>();
  /** Rows VS Code was told to redraw. */
  readonly #redrawn = new Map<string, R>();

  constructor(private readonly options: OpenRowsOptions<R>) {}

  expanded(row: R): void {
    this.#known.set(row.id, row);
    this.options.onOpen(row);
  }

  collapsed(row: R): void {
    this.#known.set(row.id, row);
    this.options.onClose(row);
  }

  /** Called when VS Code is told to redraw a row. */
  redrawn(row: R): void {
    if (!this.#known.has(row.id)) {
      this.#redrawn.set(row.id, row);
    }
  }

  /** Called when VS Code asks for a row's children. */
  asked(row: R): void {
    if (!this.#redrawn.delete(row.id) && !this.#known.has(row.id)) {
      this.expanded(row);
    }
  }

  /** Forgets rows that are gone. If they come back, they're collapsed. */
  keepOnly(isThere: (row: R) => boolean): void {
    for (const seen of [this.#known, this.#redrawn]) {
      seen.forEach((row, id) => !isThere(row) && seen.delete(id));
    }
  }
}
