import type { Cell } from './cells';
import { countOfItems, isBare, isEmpty, isRow, textOf, type Layout, type Line } from './layout';
import { resembles } from './resemblance';
import { looksLikeAddressWithoutAt, looksLikeName } from './words';

/** A line, and what is often asked about its cells. */
export interface SeenLine {
  readonly cells: readonly Cell[];
  readonly isRow: boolean;
  /** Whether the line holds only one address. */
  readonly isOnly: boolean;
  readonly hasSemicolons: boolean;
  /** The index of the first cell that holds an address. */
  readonly firstItem: number;
  /** The texts of the bare cells, by the index of the first: `Doe, Jane; Xu, Cy` are two people. */
  readonly bare: ReadonlyMap<number, string>;
  /** For each cell, the address in the nearest cell to the left that isn't empty. */
  readonly before: readonly (string | undefined)[];
  /** The same to the right. */
  readonly behind: readonly (string | undefined)[];
}

export function seeLine(line: Line, layout: Layout): SeenLine {
  const { cells } = line;
  const hasBare = cells.some(isBare);
  const hasSemicolons = cells.some(({ separator }) => separator === 'semicolon');
  return {
    cells,
    isRow: isRow(line, layout),
    isOnly: countOfItems(line) === 1,
    hasSemicolons,
    firstItem: cells.findIndex((cell) => !isBare(cell)),
    bare: bareTexts(cells, hasSemicolons),
    before: hasBare ? neighbours(cells, (addresses) => addresses.at(-1)) : [],
    behind: hasBare ? neighbours(cells.toReversed(), (addresses) => addresses.at(0)).toReversed() : [],
  };
}

function neighbours(
  cells: readonly Cell[],
  choose: (addresses: readonly string[]) => string | undefined,
): readonly (string | undefined)[] {
  let last: string | undefined;
  return cells.map((cell) => {
    const neighbour = last;
    if (!isEmpty(cell)) {
      last = choose(addressesOf(cell));
    }
    return neighbour;
  });
}

export function addressesOf(cell: Cell | undefined): readonly string[] {
  return (cell?.items ?? []).flatMap(({ entry }) => (entry.kind === 'valid' ? [entry.address] : []));
}

/** Between semicolons, commas belong to the text. */
export function bareTexts(cells: readonly Cell[], hasSemicolons: boolean): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  let first: number | undefined;
  for (const [index, cell] of cells.entries()) {
    if (!isBare(cell)) {
      first = undefined;
      continue;
    }
    if (!isEmpty(cell) && !isSurname(cells, index, hasSemicolons)) {
      const before = first === undefined ? undefined : texts.get(first);
      first ??= index;
      texts.set(first, before === undefined ? textOf(cell) : `${before}, ${textOf(cell)}`);
    }
    if (!hasSemicolons || cell.separator !== 'comma') {
      first = undefined;
    }
  }
  return texts;
}

/**
 * In `Doe, Jane <jane@x.org>` the comma is part of the name. In `nobody, Jane Doe <jane@x.org>` and in
 * `Cy Xu, Jane Doe <jane@x.org>` it isn't.
 */
export function isSurname(cells: readonly Cell[], index: number, hasSemicolons: boolean): boolean {
  const cell = cells[index];
  const [first] = cells[index + 1]?.items ?? [];
  if (cell?.separator !== 'comma' || first === undefined || !first.isBracketed || first.words.length === 0) {
    return false;
  }
  const text = textOf(cell);
  if (!looksLikeName(text) || looksLikeAddressWithoutAt(text)) {
    return false;
  }
  const given = first.words.join(' ');
  const address = first.entry.kind === 'valid' ? first.entry.address : '';
  const isOneWord = !/\s/.test(text) || /^\p{Ll}/u.test(text);
  const isGiven = !/\s/.test(given) || !resembles(given, address);
  return hasSemicolons || (isOneWord && isGiven) || resembles(text, address);
}
