import { isMailTitle } from '../titles/mailTitles';
import { isTitle } from '../titles/titles';
import { holdsAddress } from './cellText';
import type { Row } from './rows';

/** A table has its titles among its first rows, below what says where it comes from. */
const rowsLookedAt = 80;

/**
 * Where the titles of the columns stand. Of all rows that look like titles and name email addresses it is the one with the
 * most addresses below it, as the participants of a meeting stand below the meeting; where none does, the one with the
 * most titles. Nothing where no row looks so.
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
  const scores = candidates.map(score);
  return candidates[scores.indexOf(Math.max(...scores))];
}

/** Titles at least half of its cells, and no address. */
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

/** Do the titles of a later row say that the same table goes on, with its addresses in one of these columns? */
export function continues(columns: readonly number[], later: Row | undefined): boolean {
  return columns.some((column) => isMailTitle(later?.cells[column] ?? ''));
}

/** Second rows of titles, as surveys and gradebooks have them: questions, ids of questions, the points that can be had. */
const secondTitles =
  /^\s*(?:\{"ImportId"|points possible\b|open-ended response|response$|required\b|optional\b|\[?(?:string|text|varchar|integer)\]?$)/i;

export function isSecondHeader(row: Row, header: Row, columns: readonly number[]): boolean {
  const isRepeated = row.cells.every((cell, column) => cell.trim() === (header.cells[column] ?? '').trim());
  return (
    isRepeated || row.cells.some((cell) => secondTitles.test(cell)) || (continues(columns, row) && isTitleRow(row))
  );
}
