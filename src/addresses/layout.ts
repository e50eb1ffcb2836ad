import type { Cell, Line } from './cells';
import { looksLikeAddressWithoutAt, looksLikeName } from './words';

/** What the lines of a text are, seen all together. */
export interface Layout {
  readonly lines: readonly Line[];
  /** How many lines have their one address in the same place among as many cells: a table repeats itself. */
  readonly shapes: ReadonlyMap<string, number>;
  /** Whether some line holds several addresses between separators. */
  readonly hasLists: boolean;
}

const headerWord =
  /\b(?:e-?mails?|mail|addresse?s?|adresse|correo|courriel|e-?post|posta|name|nome|nombre|nom|vorname|nachname|first|last|surname|role)\b|メール|电子邮件|邮箱|почта|이메일/i;

export const isBare = (cell: Cell): boolean => cell.items.length === 0;
export const isEmpty = (cell: Cell): boolean => isBare(cell) && cell.rest.length === 0;
export const textOf = ({ rest }: Cell): string => (rest.length === 1 ? (rest[0] ?? '') : rest.join(' '));

export function looksLikeHeaderCell(text: string): boolean {
  return text.length <= 60 && !text.includes('@') && headerWord.test(text);
}

export function layoutOf(all: readonly Line[]): Layout {
  const filled = all.filter((line) => !line.every(isEmpty));
  const withoutHeader = isHeader(filled) ? filled.slice(1) : filled;
  // One cell a line: the lines are cells of one column, and looked at together.
  const isColumn = withoutHeader.every((line) => line.filter((cell) => !isEmpty(cell)).length === 1);
  const lines = isColumn ? [withoutHeader.flat()] : withoutHeader;
  const shapes = new Map<string, number>();
  for (const line of lines) {
    const shape = shapeOf(line);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  return { lines, shapes, hasLists: lines.some((line) => countOfItemCells(line) > 1) };
}

/** The first line is a header when it has no address, lines with addresses follow, and some cell says "e-mail" or "name". */
function isHeader([first, ...others]: readonly Line[]): boolean {
  return (
    first !== undefined &&
    first.every(isBare) &&
    others.some((line) => !line.every(isBare)) &&
    first.some((cell) => looksLikeHeaderCell(textOf(cell)))
  );
}

/** Are the bare cells of a line about the addresses beside them, rather than entries that are no addresses? */
export function bareCellsAreAbout(line: Line, { shapes, hasLists }: Layout): boolean {
  const count = countOfItemCells(line);
  if (count === 0 || count === line.length) {
    return false;
  }
  const cells = line.filter((cell) => !isEmpty(cell));
  const areNames = () => cells.every((cell) => !isBare(cell) || isNameOrTitle(textOf(cell)));
  if (count > 1) {
    return isInterleaved(cells) && areNames();
  }
  const separators = line.slice(0, -1);
  return (
    (shapes.get(shapeOf(line)) ?? 0) > 1 ||
    separators.some(({ separator }) => separator === 'tab') ||
    (cells.length > 2 && separators.every(({ isTight }) => isTight)) ||
    (!hasLists && areNames())
  );
}

function isNameOrTitle(text: string): boolean {
  return looksLikeHeaderCell(text) || (looksLikeName(text) && !looksLikeAddressWithoutAt(text));
}

/**
 * Names and addresses by turns: `Jane, jane@x.org, Bo, bo@x.org`, or the rows of a table run into one line. The same
 * number of bare cells stands between any two addresses; with only two addresses some stands at an end as well.
 */
function isInterleaved(cells: Line): boolean {
  const places = cells.flatMap((cell, place) => (isBare(cell) ? [] : [place]));
  const steps = new Set(places.slice(1).map((place, index) => place - (places[index] ?? 0)));
  const hasBareEnd = places[0] !== 0 || places.at(-1) !== cells.length - 1;
  return steps.size === 1 && !steps.has(1) && (places.length > 2 || hasBareEnd);
}

function countOfItemCells(line: Line): number {
  return line.reduce((count, cell) => count + (isBare(cell) ? 0 : 1), 0);
}

function shapeOf(line: Line): string {
  if (countOfItemCells(line) !== 1) {
    return 'no row';
  }
  const place = line.findIndex((cell) => !isBare(cell));
  const end = line.findLastIndex((cell) => !isEmpty(cell));
  return `${place} of ${end + 1}`;
}
