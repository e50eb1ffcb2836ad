import { readAddresses, readAddressesInTurns } from './addresses';
import type { Entry } from './entry';
import { looksLikeHeaderCell } from './layout';
import { addressColumn, countsByColumn, holdsAddress, isSoleAddress, readTable, type Table } from './table';

/** What a clipboard, a selection or a file holds. */
export type Source =
  | { readonly kind: 'list'; readonly entries: readonly Entry[] }
  | { readonly kind: 'table'; readonly table: Table; readonly column: number };

/**
 * Tells a table from a list, so that no address of a list is taken for a cell beside an address. A table has several
 * columns, addresses alone in their cells, and all of them in one column or in columns that a header names. Where quotes
 * are not closed the text is read as a list, which knows no cells of several lines and so cannot swallow any.
 */
export function readSource(text: string): Source {
  return tableOf(text) ?? { kind: 'list', entries: readAddresses(text) };
}

/** The same for long texts, such as files: lets others have their turn while a list is read. */
export async function readSourceInTurns(text: string): Promise<Source> {
  return tableOf(text) ?? { kind: 'list', entries: await readAddressesInTurns(text) };
}

function tableOf(text: string): Extract<Source, { kind: 'table' }> | undefined {
  const table = readTable(text);
  const column = addressColumn(table);
  return column !== undefined && isTable(table, column) ? { kind: 'table', table, column } : undefined;
}

function isTable({ header, rows, columns, isSound }: Table, column: number): boolean {
  if (!isSound || columns < 2) {
    return false;
  }
  const counts = countsByColumn(rows, columns, holdsAddress);
  const inColumn = counts[column] ?? 0;
  const alone = rows.filter((row) => isSoleAddress(row[column] ?? '')).length;
  if (alone * 2 < inColumn) {
    return false;
  }
  const others = counts.flatMap((count, index) => (index !== column && count > 0 ? [index] : []));
  return header === undefined
    ? others.length === 0 && rows.length > 1 && rows.some((row) => hasMoreThan(row, column))
    : header.length > 1 && others.every((other) => looksLikeHeaderCell(header[other] ?? ''));
}

function hasMoreThan(row: readonly string[], column: number): boolean {
  return row.some((cell, index) => index !== column && cell.trim() !== '');
}
