import type { Work } from '../cooperative';
import type { Entry } from '../entry';
import type { SkippedLine } from '../reading';
import { isTitle } from '../titles/titles';
import type { Cell, Item } from './cells';
import { isBare, isEmpty, textOf, type Layout, type Line } from './layout';
import { resembles } from './resemblance';
import { addressesOf, bareTexts, isSurname, seeLine, type SeenLine } from './seenLine';
import { hasLetters, isJoiningWord, isMailHeader, looksLikeAddressWithoutAt, looksLikeName, nameOf } from './words';

/** No name has more words. A longer text is a sentence and names nobody. */
const maxNameWords = 6;
/** How many cells are read between two yields. */
const cellsAtOnce = 128;

/** Reads a line with addresses. Yields from time to time. */
export function* entriesOfLine(line: Line, layout: Layout): Work<readonly Entry[]> {
  const [first] = line.cells;
  if (line.cells.length === 1 && first?.rest.length === 0 && first.items.every(({ words }) => words.length === 0)) {
    return first.items.map(({ entry }) => entry);
  }
  const seen = seeLine(line, layout);
  const entries: Entry[] = [];
  for (const [index, cell] of line.cells.entries()) {
    if (index % cellsAtOnce === cellsAtOnce - 1) {
      yield;
    }
    if (!isBare(cell)) {
      for (const entry of entriesOfItems(cell, nameBefore(seen, index, cell), seen.isOnly)) {
        entries.push(entry);
      }
      continue;
    }
    const text = seen.bare.get(index);
    if (text !== undefined && !seen.isRow && !isAbout(seen, index, text)) {
      entries.push(noAt(text));
    }
  }
  return entries;
}

/** Reads a line without addresses: a header, a name for a neighboring line, or somebody without an address. */
export function entriesOfBareLine(line: Line, index: number, layout: Layout): readonly Entry[] | SkippedLine['kind'] {
  const cells = line.cells.filter((cell) => !isEmpty(cell));
  const text = cells.map(textOf).join(', ');
  const isAlone = layout.lines.length === 1;
  if (!hasLetters(text)) {
    return 'words';
  }
  if (!isAlone && index === 0 && cells.some((cell) => isMailHeader(textOf(cell)))) {
    return 'header';
  }
  if (isAlone || cells.length > 1) {
    const hasSemicolons = line.cells.some(({ separator }) => separator === 'semicolon');
    return [...bareTexts(line.cells, hasSemicolons).values()].filter(hasLetters).map(noAt);
  }
  const beside = [layout.lines[index - 1], layout.lines[index + 1]].flatMap(onlyAddressOf);
  if (beside.some((address) => resembles(text, address))) {
    return [];
  }
  return isSentence(text) ? 'words' : [noAt(text)];
}

/** Whether a text between separators describes an address rather than naming somebody without one. */
function isAbout(line: SeenLine, index: number, text: string): boolean {
  const isInFront = index < line.firstItem;
  return (
    !hasLetters(text) ||
    isSentence(text) ||
    isJoiningWord(text) ||
    (isInFront && (line.isOnly ? isMailHeader(text) : line.firstItem > 1 && isTitle(text))) ||
    [line.before[index], line.behind[index]].some((address) => address !== undefined && resembles(text, address))
  );
}

const greeting =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon)|best|kind|warm|many|regards|thanks?|thank you|cheers|sincerely|yours|please|liebe[rs]?|hallo|guten|sehr geehrte|mit freundlichen|viele|beste|danke|bonjour|cher|chère|cordialement|merci|bien à|estimad[oa]s?|hola|saludos|atentamente|gracias|gentil[ei]|cordiali|grazie|beste|groeten)(?!\p{L})/iu;

function isSentence(text: string): boolean {
  if (greeting.test(text)) {
    return true;
  }
  const words = text.split(/\s+/).length;
  return words > maxNameWords || (words > 2 && (/[.:!?]$/.test(text) || !looksLikeName(text)));
}

function onlyAddressOf(line: Line | undefined): readonly string[] {
  const addresses = (line?.cells ?? []).flatMap(addressesOf);
  return addresses.length === 1 ? addresses : [];
}

/** Returns the name that the previous cell holds for an address. */
function nameBefore(line: SeenLine, index: number, cell: Cell): readonly string[] {
  const before = line.cells[index - 1];
  if (before === undefined || !isBare(before) || isEmpty(before)) {
    return [];
  }
  if (isSurname(line.cells, index - 1, line.hasSemicolons)) {
    return [`${textOf(before)},`];
  }
  const [address] = addressesOf(cell);
  const text = textOf(before);
  const isName = cell.items[0]?.words.length === 0 && looksLikeName(text) && !isMailHeader(text);
  const isOwn = line.isRow || (address !== undefined && resembles(text, address));
  return isName && line.isOnly && isOwn ? before.rest : [];
}

/**
 * The text before an address in brackets is its name. Without brackets, it's the name if the line holds no other address
 * or if it resembles the address. Otherwise it may be somebody else's, as in a table that was pasted into one line.
 * Two kinds of words become invalid entries: those like `bob.example.org`, and those that occur once in a cell with
 * several addresses, at its end or without a capital (`a@x.org b@x.org nobody`).
 */
function entriesOfItems(cell: Cell, wordsBefore: readonly string[], isOnly: boolean): readonly Entry[] {
  const { items, rest } = cell;
  const groups = [...items.map(({ words }) => words), rest].filter((words) => words.length > 0);
  const isOdd = items.length > 1 && groups.length === 1;
  const entries = items.flatMap((item, index) => {
    const words = index === 0 ? [...wordsBefore, ...item.words] : item.words;
    const strays = item.isBracketed ? [] : straysOf(item.words, isOdd && !looksLikeName(words.join(' ')));
    const name = item.isBracketed ? words : words.filter((word) => !looksLikeAddressWithoutAt(word));
    return [...strays, named(item, isNameOf(item, name, isOnly) ? name : [])];
  });
  return [...entries, ...straysOf(rest, isOdd)];
}

function isNameOf({ entry, isBracketed }: Item, words: readonly string[], isOnly: boolean): boolean {
  const text = words.join(' ');
  const isOwn = isOnly || (entry.kind === 'valid' && resembles(text, entry.address));
  return isBracketed || (isOwn && looksLikeName(text));
}

function straysOf(words: readonly string[], areAllStray: boolean): readonly Entry[] {
  const text = words.filter((word) => !isJoiningWord(word)).join(' ');
  if (areAllStray && hasLetters(text) && !isSentence(text)) {
    return [noAt(text)];
  }
  return words.filter(looksLikeAddressWithoutAt).map(noAt);
}

function named({ entry }: Item, words: readonly string[]): Entry {
  if (entry.kind === 'invalid' || words.length === 0) {
    return entry;
  }
  const name = nameOf(words);
  return name === undefined || (entry.kind === 'valid' && name === entry.address) ? entry : { ...entry, name };
}

function noAt(text: string): Entry {
  return { kind: 'invalid', text, reason: 'noAt' };
}
