export type CellSeparator = ',' | ';' | '\t' | '|';

export interface ReadRow {
  readonly cells: readonly string[];
  /** The number of lines it takes up. */
  readonly count: number;
  /** Whether all quotes within its cells are doubled, as programs write them. */
  readonly isSound: boolean;
}

/** The most lines of a quoted cell. A quote that isn't closed by then is an ordinary character. */
const maxLinesOfCell = 50;

/**
 * Reads a row with quoted cells (RFC 4180). Quotes inside a cell are ordinary characters. Returns undefined if a cell isn't
 * closed within these lines.
 */
export function quotedRow(lines: readonly string[], start: number, separator: CellSeparator): ReadRow | undefined {
  const cells: string[] = [];
  let isSound = true;
  let index = start;
  let position: number | undefined = 0;
  while (position !== undefined) {
    const line = lines[index] ?? '';
    const begin = beginOfQuotes(line, position);
    if (begin === undefined) {
      const end = endOfCell(line, position, separator);
      cells.push(line.slice(position, end));
      position = nextCell(line, end);
      continue;
    }
    const cell = quotedCell(lines, index, begin + 1, separator);
    if (cell === undefined) {
      return undefined;
    }
    isSound &&= cell.isSound;
    cells.push(cell.text);
    index = cell.index;
    position = nextCell(lines[index] ?? '', endOfCell(lines[index] ?? '', cell.position, separator));
  }
  return { cells, count: index - start + 1, isSound };
}

/** Reads a single line. A quote that isn't closed, and all after it, are ordinary characters. */
export function rowOfLine(line: string, separator: CellSeparator): ReadRow {
  const cells: string[] = [];
  let position: number | undefined = 0;
  while (position !== undefined) {
    const begin = beginOfQuotes(line, position);
    const cell = begin === undefined ? undefined : quotedCell([line], 0, begin + 1, separator);
    if (begin !== undefined && cell === undefined) {
      cells.push(...line.slice(position).split(separator));
      break;
    }
    const end: number = endOfCell(line, cell?.position ?? position, separator);
    cells.push(cell?.text ?? line.slice(position, end));
    position = nextCell(line, end);
  }
  return { cells, count: 1, isSound: true };
}

interface QuotedCell {
  readonly text: string;
  readonly isSound: boolean;
  /** Its end: the line, and the position after its closing quote. */
  readonly index: number;
  readonly position: number;
}

function quotedCell(
  lines: readonly string[],
  first: number,
  start: number,
  separator: CellSeparator,
): QuotedCell | undefined {
  const parts: string[] = [];
  const last = Math.min(lines.length, first + maxLinesOfCell);
  for (let index = first; index < last; index++) {
    const line = lines[index] ?? '';
    const position = index === first ? start : 0;
    const end = endOfQuotes(line, position, separator);
    parts.push(line.slice(position, end));
    if (end !== undefined) {
      const text = parts.join('\n');
      const isSound = !text.replaceAll('""', '').includes('"');
      return { text: text.replaceAll('""', '"'), isSound, index, position: end + 1 };
    }
  }
  return undefined;
}

function endOfCell(line: string, position: number, separator: CellSeparator): number {
  const end = line.indexOf(separator, position);
  return end < 0 ? line.length : end;
}

function nextCell(line: string, end: number): number | undefined {
  return end < line.length ? end + 1 : undefined;
}

/** Returns the position of the opening quote of a cell, ignoring spaces before it. */
function beginOfQuotes(line: string, position: number): number | undefined {
  let begin = position;
  while (line.charAt(begin) === ' ') {
    begin += 1;
  }
  return line.charAt(begin) === '"' ? begin : undefined;
}

/** A closing quote comes before a separator or the end of the line. Two quotes are one quote of the text. */
function endOfQuotes(line: string, position: number, separator: CellSeparator): number | undefined {
  for (let end = line.indexOf('"', position); end >= 0; end = line.indexOf('"', end + 1)) {
    let next = end + 1;
    if (line.charAt(next) === '"') {
      end = next;
      continue;
    }
    while (line.charAt(next) === ' ') {
      next += 1;
    }
    if (next >= line.length || line.charAt(next) === separator) {
      return end;
    }
  }
  return undefined;
}
