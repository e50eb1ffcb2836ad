import Papa from 'papaparse';
import { readAddresses } from './addresses';
import type { Entry } from './entry';
import { looksLikeHeaderCell } from './layout';
import { runToEnd, runYielding, type Work } from './cooperative';
import { looksLikeName, nameOf } from './words';

export interface Table {
  /** The titles of the columns, when the first row holds them. */
  readonly header: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  /** Whether every quote was closed where it should be; otherwise rows may have run into one another. */
  readonly isSound: boolean;
}

const separators = [',', ';', '\t'] as const;
/** So many rows are read to find out by what the cells are separated, and which column holds the names. */
const sampleRows = 100;
const sampleLength = 65_536;
const soleAddress = /^\s*(?:mailto:)?[^\s@<>,;]+@[^\s@<>,;]+[.。．｡][^\s@<>,;]+\s*$/i;
/** Excel's way to say by what the cells are separated, in a line before the table. */
const separatorLine = /^\ufeff?"?sep=([,;\t])"?(?:\r\n|\r|\n)/i;

/** Reads a table whose cells are separated by commas, semicolons or tabs, in quotes where needed. Empty rows are left out. */
export function readTable(text: string): Table {
  const said = separatorLine.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const { data, errors } = parse(body, said?.[1] ?? guessSeparator(body));
  const [first, ...others] = data;
  const hasHeader = first !== undefined && isHeader(first, others);
  return {
    header: hasHeader ? first.map((title) => title.trim()) : undefined,
    rows: hasHeader ? others : data,
    columns: data.reduce((most, row) => Math.max(most, row.length), 0),
    isSound: !errors.some(({ type }) => type === 'Quotes'),
  };
}

/** Does the cell hold one address and nothing else? */
export function isSoleAddress(cell: string): boolean {
  return cell.length < 400 && soleAddress.test(cell);
}

export function holdsAddress(cell: string): boolean {
  return /[^\s@]@[^\s@]+[.。．｡][^\s@]/.test(cell);
}

/** The column with the most addresses; of several, the one furthest to the left. Nothing when there is no address at all. */
export function addressColumn({ rows, columns }: Table): number | undefined {
  const counts = countsByColumn(rows, columns, holdsAddress);
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  return most === 0 ? undefined : counts.indexOf(most);
}

export function countsByColumn(
  rows: Table['rows'],
  columns: number,
  holds: (cell: string) => boolean,
): readonly number[] {
  const counts = Array.from({ length: columns }, () => 0);
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      counts[column] = (counts[column] ?? 0) + (holds(cell) ? 1 : 0);
    }
  }
  return counts;
}

/**
 * The columns that make up a name: by their titles, or else the one beside the addresses if what stands there looks like
 * names.
 */
export function nameColumns({ header, rows, columns }: Table, column: number): readonly number[] {
  if (header !== undefined) {
    const titled = (pattern: RegExp) => header.findIndex((title, index) => index !== column && pattern.test(title));
    const whole = titled(
      /^(?:(?:full|display|student|participant|complete)[ _-]?)?name$|^(?:nom complet|nombre completo|nome completo)$/i,
    );
    const given = titled(/^(?:first|given|fore)[ _-]?name$|^(?:vorname|prénom|prenom|nombre|nome)$/i);
    const family = titled(/^(?:last|family|sur)[ _-]?name$|^(?:nachname|nom|apellidos?|cognome)$/i);
    return whole >= 0 ? [whole] : [given, family].filter((found) => found >= 0);
  }
  const sample = rows.slice(0, sampleRows);
  const counts = countsByColumn(sample, columns, (cell) => looksLikeName(cell) && !/[@\d]/.test(cell));
  return [column - 1].filter((beside) => (counts[beside] ?? 0) * 2 > sample.length);
}

/**
 * What one column of a table says, row by row. A row without anything in that column is told by its other cells, so
 * that nobody gets lost who stands in the table without an address.
 */
export function entriesOfColumn(
  table: Table,
  column: number,
  columnsOfName: readonly number[] = nameColumns(table, column),
): readonly Entry[] {
  return runToEnd(readColumn(table, column, columnsOfName));
}

/** The same for long tables: lets others have their turn in between. */
export function entriesOfColumnInTurns(
  table: Table,
  column: number,
  columnsOfName: readonly number[] = nameColumns(table, column),
): Promise<readonly Entry[]> {
  return runYielding(readColumn(table, column, columnsOfName));
}

function* readColumn(table: Table, column: number, columnsOfName: readonly number[]): Work<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const row of table.rows) {
    entries.push(...entriesOfRow(row, column, columnsOfName));
    yield;
  }
  return entries;
}

function entriesOfRow(row: readonly string[], column: number, columnsOfName: readonly number[]): readonly Entry[] {
  const entries = entriesOfCell(row[column] ?? '');
  if (entries.length === 0) {
    const text = joined(row, ', ');
    return text === '' ? [] : [{ kind: 'invalid', text, reason: 'noAt' }];
  }
  const name = nameOf([
    joined(
      columnsOfName.map((index) => row[index] ?? ''),
      ' ',
    ),
  ]);
  const isOne = entries.filter(({ kind }) => kind === 'valid').length === 1;
  return entries.map((entry) => (entry.kind === 'valid' && isOne && name !== undefined ? { name, ...entry } : entry));
}

function joined(cells: readonly string[], separator: string): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(separator);
}

function entriesOfCell(cell: string): readonly Entry[] {
  const entries = readAddresses(cell);
  return entries.length > 0 || cell.trim() === '' ? entries : [{ kind: 'invalid', text: cell.trim(), reason: 'noAt' }];
}

function isHeader(first: readonly string[], others: Table['rows']): boolean {
  return (
    !first.some((cell) => cell.includes('@')) && others.length > 0 && first.some((cell) => looksLikeHeaderCell(cell))
  );
}

/** By content, not by counting: `Doe, Jane;jane@x.org` has as many commas as semicolons. */
function guessSeparator(text: string): string {
  const sample = text.slice(0, sampleLength);
  const scores = separators.map((separator) => {
    const { data } = parse(sample, separator, sampleRows);
    const withAddress = data.filter((row) => row.length > 1 && row.some(isSoleAddress)).length;
    return { separator, withAddress, cells: data.reduce((sum, row) => sum + row.length, 0) };
  });
  const [best] = scores.sort((one, other) => other.withAddress - one.withAddress || other.cells - one.cells);
  return best?.separator ?? ',';
}

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: 'greedy' });
}
