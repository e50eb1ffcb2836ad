import { isMailTitle } from '../titles/mailTitles';
import { isTitle } from '../titles/titles';
import { holdsAddress } from './cellText';
import type { Row } from './rows';

/** The titles are among the first rows, below any captions. */
const rowsLookedAt = 80;

/**
 * Finds the titles of the columns. Of all rows that look like titles and name email addresses, it's the one with the
 * most addresses below it, as in a list of participants below the details of a meeting. If none does, it's the one with the
 * most titles. Returns undefined if no row looks like titles.
 */
export function headerOf(rows: readonly Row[]): number | undefined {
  const candidates = [...rows.slice(0, rowsLookedAt).keys()].filter((index) => isTitleRow(rows[index]));
  const named = candidates.filter((index) => mailColumns(rows[index]).length > 0);
  return named.length > 0
    ? best(named, (index, place) => {
        const end = named.slice(place + 1).find((other) => !continues(mailColumns(rows[index]), rows[other]));
        return rows.slice(index + 1, end).filter(({ cells }) => cells.some(holdsAddress)).length;
      })
    : best(candidates, (index) => (rows[index]?.cells ?? []).filter(isTitle).length);
}

function best(candidates: readonly number[], score: (index: number, place: number) => number): number | undefined {
  if (candidates.length < 2) {
    return candidates[0];
  }
  const scores = candidates.map(score);
  return candidates[scores.indexOf(Math.max(...scores))];
}

/** Whether at least half of the cells are titles and none is an address. */
export function isTitleRow(row: Row | undefined): boolean {
  const filled = (row?.cells ?? []).filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || filled.some((cell) => cell.includes('@') || holdsAddress(cell))) {
    return false;
  }
  const titles = filled.filter(isTitle).length;
  return (
    titles * 2 >= filled.length && (filled.length > 1 || ((row?.cells.length ?? 0) > 1 && filled.some(isMailTitle)))
  );
}

export function mailColumns(row: Row | undefined): readonly number[] {
  return (row?.cells ?? []).flatMap((cell, column) => (isMailTitle(cell) ? [column] : []));
}

/** Whether titles in a later row continue the same table, with addresses in one of these columns. */
export function continues(columns: readonly number[], later: Row | undefined): boolean {
  return columns.some((column) => isMailTitle(later?.cells[column] ?? ''));
}

/** Whether it's a second row of titles, as in surveys and gradebooks: questions, their ids, maximum points. */
const secondTitles =
  /^\s*(?:\{"ImportId"|points possible\b|open-ended response|response$|required\b|optional\b|\[?(?:string|text|varchar|integer)\]?$)/i;

export function isSecondHeader(row: Row, header: Row, columns: readonly number[]): boolean {
  const isRepeated = row.cells.every((cell, column) => cell.trim() === (header.cells[column] ?? '').trim());
  return (
    isRepeated || row.cells.some((cell) => secondTitles.test(cell)) || (continues(columns, row) && isTitleRow(row))
  );
}
