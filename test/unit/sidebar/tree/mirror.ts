import type { Appearance } from '../../../../src/sidebar/appearance';
import type { DrawnRows } from '../../../../src/sidebar/tree/drawnRows';
import type { Row } from '../../../../src/sidebar/rows/row';

/** What the user sees of the tree if VS Code draws only what it's told to. All rows are expanded. */
export class Mirror {
  readonly #children = new Map<Row | undefined, readonly Row[]>();
  readonly #looks = new Map<Row, Appearance | undefined>();

  constructor(private readonly rows: DrawnRows) {
    this.#draw(undefined);
  }

  /** Draws again what differs, and returns which rows those were; `root` for all. */
  update(): readonly string[] {
    const changes = this.rows.takeChanges();
    changes.forEach((row) => this.#draw(row));
    return changes.map((row) => row?.id ?? 'root');
  }

  /** The rows from the top down, with how they look. */
  seen(above?: Row): readonly (readonly [Row, Appearance | undefined])[] {
    return (this.#children.get(above) ?? []).flatMap((row) => [
      [row, this.#looks.get(row)] as const,
      ...this.seen(row),
    ]);
  }

  #draw(row: Row | undefined): void {
    if (row !== undefined) {
      this.#looks.set(row, this.rows.appearance(row));
    }
    const children = this.rows.children(row);
    this.#children.set(row, children);
    children.forEach((child) => this.#draw(child));
  }
}
