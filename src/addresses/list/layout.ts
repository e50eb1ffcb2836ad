import type { Cell } from './cells';

/** A line of a list, split into cells. */
export interface Line {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Facts about all lines of a list together. */
export interface Layout {
  readonly lines: readonly Line[];
  /** How many lines have their one address in the same place among as many cells: a table repeats itself. */
  readonly shapes: ReadonlyMap<string, number>;
}

export const isBare = (cell: Cell): boolean => cell.items.length === 0;
export const isEmpty = (cell: Cell): boolean => isBare(cell) && cell.rest.length === 0;
export const textOf = ({ rest }: Cell): string => (rest.length === 1 ? (rest[0] ?? '') : rest.join(' '));

export function layoutOf(lines: readonly Line[]): Layout {
  const shapes = new Map<string, number>();
  for (const line of lines) {
    const shape = shapeOf(line);
    if (shape !== undefined) {
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    }
  }
  return { lines, shapes };
}

export function countOfItems({ cells }: Line): number {
  return cells.reduce((count, { items }) => count + items.length, 0);
}

/** Whether the line is like a table row, whose cells describe its only address. */
export function isRow(line: Line, { shapes }: Layout): boolean {
  const shape = shapeOf(line);
  return (
    shape !== undefined && ((shapes.get(shape) ?? 0) > 1 || line.cells.some(({ separator }) => separator === 'tab'))
  );
}

/** Only lines whose cells are separated by commas or tabs, with one item in all. */
function shapeOf(line: Line): string | undefined {
  if (countOfItems(line) !== 1 || line.cells.length < 2) {
    return undefined;
  }
  const index = line.cells.findIndex((cell) => !isBare(cell));
  const end = line.cells.findLastIndex((cell) => !isEmpty(cell));
  return `${index} of ${end + 1}`;
}
