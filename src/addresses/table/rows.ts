import type { Work } from '../cooperative';
import { holdsAddress, isSoleAddress, plainCell } from './cellText';
import { quotedRow, rowOfLine, type CellSeparator, type ReadRow } from './quotedRow';

/** A row of a table, and the line of the text in which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const linesAtOnce = 128;

/** Empty rows are left out. `width` says how many cells a row has as a rule. Yields now and then, so that the caller may rest. */
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

/** How many cells most lines have that have several, when each is looked at alone. */
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
  // Quotes that belong to different people leave the row too short.
  return row.count === 1 && row.cells.length < width && plain().cells.length === width ? plain() : row;
}

/**
 * Do the quotes of a row of several lines belong to different people? Then one of its cells holds a line like a row, with
 * an address in a cell of its own, or the row gets too long.
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
      // A quote that ends a line is a ditto mark, and closes with the next one.
      const isDitto = cell.trim() === '' || (cell.startsWith('\n') && cell.includes(separator));
      return isDitto || isLikeRows();
    });
}

/** An address, and something else beside it. A separator at the end parts lines of addresses as well. */
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
