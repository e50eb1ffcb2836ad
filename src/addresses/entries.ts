import type { Cell, Item, Line } from './cells';
import type { Entry } from './entry';
import { bareCellsAreAbout, isBare, isEmpty, layoutOf, looksLikeHeaderCell, textOf } from './layout';
import type { Work } from './cooperative';
import { isJoiningWord, looksLikeAddressWithoutAt, looksLikeName, nameOf } from './words';

/** How many cells are told before a caller that reads in turns is asked whether it wants to rest. */
const cellsAtOnce = 128;

/** Tells the entries of lines in their order. Yields now and then, so that the caller may rest. */
export function* entriesOf(all: readonly Line[]): Work<readonly Entry[]> {
  const layout = layoutOf(all);
  const entries: Entry[] = [];
  let count = 0;
  for (const cells of layout.lines) {
    const line = { cells, areAbout: bareCellsAreAbout(cells, layout), ...placesOfItems(cells) };
    for (const index of cells.keys()) {
      count += 1;
      if (count % cellsAtOnce === 0) {
        yield;
      }
      for (const entry of entriesOfCell(line, index)) {
        entries.push(entry);
      }
    }
  }
  return entries;
}

interface SeenLine {
  readonly cells: Line;
  /** Are the bare cells about the addresses beside them? */
  readonly areAbout: boolean;
  readonly firstItem: number;
  readonly endsWithItem: boolean;
}

function placesOfItems(cells: Line): Pick<SeenLine, 'firstItem' | 'endsWithItem'> {
  const last = cells.findLast((cell) => !isEmpty(cell));
  return { firstItem: cells.findIndex((cell) => !isBare(cell)), endsWithItem: last !== undefined && !isBare(last) };
}

function entriesOfCell(line: SeenLine, index: number): readonly Entry[] {
  const cell = line.cells[index];
  if (cell === undefined || isEmpty(cell)) {
    return [];
  }
  if (isBare(cell)) {
    const isAbout = line.areAbout || isSurnameOf(cell, line.cells[index + 1]);
    return isAbout ? [] : [{ kind: 'invalid', text: textOf(cell), reason: 'noAt' }];
  }
  return entriesOfItems(cell, wordsFromCellBefore(line, index, cell));
}

/** `Doe, Jane <jane@x.org>` without quotes: the comma is part of the name. `nobody, Jane Doe <jane@x.org>` is not. */
function isSurnameOf(cell: Cell, next: Cell | undefined): boolean {
  const [first] = next?.items ?? [];
  if (first === undefined || !first.isBracketed || first.words.length === 0 || cell.separator !== 'comma') {
    return false;
  }
  const text = textOf(cell);
  const isName = looksLikeName(text) || !looksLikeName(first.words.join(' '));
  return isName && cell.rest.length <= 4 && !looksLikeAddressWithoutAt(text);
}

/** What the cell before says of the name of an address. */
function wordsFromCellBefore(line: SeenLine, index: number, cell: Cell): readonly string[] {
  const before = line.cells[index - 1];
  if (before === undefined || !isBare(before) || isEmpty(before)) {
    return [];
  }
  if (isSurnameOf(before, cell)) {
    return [`${textOf(before)},`];
  }
  // Between two addresses it could be about the one before: `jane@x.org, Collaborator, bo@x.org, Admin`.
  const isOwn = index === line.firstItem || line.endsWithItem;
  const isName = line.areAbout && isOwn && cell.items[0]?.words.length === 0 && mayBeName(textOf(before));
  return isName ? before.rest : [];
}

function mayBeName(text: string): boolean {
  return looksLikeName(text) && !looksLikeHeaderCell(text);
}

/**
 * Words without an @ that stand beside addresses with nothing but spaces between are taken to be about them: a column
 * of names and addresses that is pasted into the one-line box looks like `Jane Doe jane@x.org Bo Example bo@x.org`. What
 * stands in front of an address is its name; when words stand behind the last one, it cannot be known whose they are,
 * and nobody gets a name from them. Told as no addresses are: words of a shape like `bob.example.org`, and words that stand
 * in one place only of a list of several addresses, at its end or without a capital (`a@x.org b@x.org nobody`).
 */
function entriesOfItems(cell: Cell, wordsBefore: readonly string[]): readonly Entry[] {
  const { items, rest } = cell;
  const [only] = items;
  if (only !== undefined && items.length === 1 && rest.length === 0 && (only.isBracketed || only.words.length === 0)) {
    return [named(only, only.words.length === 0 ? wordsBefore : [...wordsBefore, ...only.words])];
  }
  const groups = [...items.map(({ words }) => words), rest].filter((words) => words.length > 0);
  const isOdd = items.length > 1 && groups.length === 1;
  const entries = items.flatMap((item, index) => {
    const words = index === 0 ? [...wordsBefore, ...item.words] : item.words;
    const isName = item.isBracketed || (rest.length === 0 && looksLikeName(words.join(' ')));
    const strays = item.isBracketed ? [] : straysOf(item.words, isOdd && !isName);
    const name = item.isBracketed ? words : words.filter((word) => !looksLikeAddressWithoutAt(word));
    return [...strays, named(item, isName ? name : [])];
  });
  return [...entries, ...straysOf(rest, isOdd)];
}

function straysOf(words: readonly string[], areAllStray: boolean): readonly Entry[] {
  const text = words.filter((word) => !isJoiningWord(word)).join(' ');
  if (areAllStray && text !== '') {
    return [{ kind: 'invalid', text, reason: 'noAt' }];
  }
  return words
    .filter(looksLikeAddressWithoutAt)
    .map((word): Entry => ({ kind: 'invalid', text: word, reason: 'noAt' }));
}

function named({ entry }: Item, words: readonly string[]): Entry {
  if (entry.kind !== 'valid' || words.length === 0) {
    return entry;
  }
  const { kind, address } = entry;
  const name = nameOf(words);
  return name === undefined || name === address ? entry : { kind, address, name };
}
