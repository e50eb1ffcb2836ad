import type { Work } from '../cooperative';
import { holdsAddress, isSoleAddress, plainCell } from './cellText';
import { quotedRow, rowOfLine, type CellSeparator, type ReadRow } from './quotedRow';

/** A row of a table, and the line on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const linesAtOnce = 128;

/** Leaves out empty rows. `width` is the usual number of cells. Yields from time to time. */
export function* rowsOf(lines: readonly string[], separator: CellSeparator, width: number): Work<readonly Row[]> {
  const rows: Row[] = [];
  for (let index = 0; index < lines.length;) {
    const row = rowAt(lines, index, separator, width);
    const cells = withoutOuterBars(row.cells, separator);
    if (cells.some((cell) => cell.trim() !== '')) {
      rows.push({ line: index + 1, cells: cells.map(plainCell) });
    }
    index += row.count;
    if (rows.length % linesAtOnce === 0) {
      yield;
    }
  }
  return rows;
}

/** Returns the most common number of cells among lines with several. */
export function usualWidth(lines: readonly string[], separator: CellSeparator): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const width = withoutOuterBars(rowOfLine(line, separator).cells, separator).length;
    if (width > 1) {
      counts.set(width, (counts.get(width) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || other - one);
  return best?.[0] ?? 1;
}

function rowAt(lines: readonly string[], start: number, separator: CellSeparator, width: number): ReadRow {
  const line = lines[start] ?? '';
  const plain = (): ReadRow => ({ cells: line.split(separator), count: 1, isSound: true });
  if (!line.includes('"')) {
    return plain();
  }
  const quoted = quotedRow(lines, start, separator);
  const row =
    quoted === undefined ||
    (quoted.count > 1 && swallows(lines.slice(start, start + quoted.count), quoted, separator, width))
      ? rowOfLine(line, separator)
      : quoted;
  // The row is too short if its quotes belong to different people.
  return row.count === 1 && row.cells.length < width && plain().cells.length === width ? plain() : row;
}

/**
 * Whether the quotes of a multi-line row belong to different people. Then one of its cells contains a line like a row, with
 * an address in its own cell, or the row is too long.
 */
function swallows(lines: readonly string[], row: ReadRow, separator: CellSeparator, width: number): boolean {
  if (!row.isSound || (row.cells.length > width && lines.slice(1).some(holdsAddress))) {
    return true;
  }
  const isRow = (line: string | undefined) => width > 1 && line?.split(separator).length === width;
  const areRows = isRow(lines[0]) && lines.slice(1).some((line) => holdsAddress(line) && isRow(line));
  return row.cells
    .filter((cell) => cell.includes('\n'))
    .some((cell) => {
      const isLikeRows = () =>
        cell.split('\n').some((line) => isLikeRow(line.split(separator), areRows || separator === '\t'));
      // A quote at the end of a line is a ditto mark.
      const isDitto = cell.trim() === '' || (cell.startsWith('\n') && cell.includes(separator));
      return isDitto || isLikeRows();
    });
}

/** Whether a line holds an address and something else. Lines of a plain list may end with a separator too. */
function isLikeRow(parts: readonly string[], mayBeEmpty: boolean): boolean {
  const isOther = (part: string, index: number) =>
    part.trim() === '' ? mayBeEmpty || index < parts.length - 1 : !holdsAddress(part);
  return parts.length > 1 && parts.some(isSoleAddress) && parts.some(isOther);
}

/** `| Name | Email |` has two cells. */
function withoutOuterBars(cells: readonly string[], separator: CellSeparator): readonly string[] {
  if (separator !== '|' || cells.length < 3 || cells[0]?.trim() !== '' || cells.at(-1)?.trim() !== '') {
    return cells;
  }
  return cells.slice(1, -1);
}
