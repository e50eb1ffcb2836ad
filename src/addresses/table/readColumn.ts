import { readWord } from '../address/readWord';
import { runToEnd, runYielding, type Work } from '../cooperative';
import type { DoubtReason, Entry } from '../entry';
import { foldCase } from '../fold';
import { readList } from '../list/readList';
import { looksLikeName, nameOf } from '../list/words';
import type { Reading, SkippedLine } from '../reading';
import { namePartOf, type NamePart } from '../titles/nameTitles';
import { textOfRow } from './cellText';
import type { Remark, Table } from './table';

const rowsAtOnce = 64;
/** How many rows are examined to find the column with the names. */
const sampleRows = 100;

/**
 * Reads one column of a table, row by row. A row without an address in that column becomes one invalid entry. Its other
 * cells aren't searched: an address there is somebody else's.
 */
export function readColumn(table: Table, column: number): Reading {
  return runToEnd(readColumnWork(table, column));
}

/** Does the same for long tables without blocking others for long. */
export function readColumnYielding(table: Table, column: number): Promise<Reading> {
  return runYielding(readColumnWork(table, column));
}

export function* readColumnWork(table: Table, column: number): Work<Reading> {
  const names = nameColumns(table, column);
  const entries: Entry[] = [];
  const skipped: SkippedLine[] = [];
  for (const remark of table.remarks) {
    const found = entriesOfRemark(remark);
    entries.push(...found.map((entry) => ({ ...entry, position: { row: remark.line } })));
    if (found.length === 0) {
      skipped.push({ row: remark.line, text: textOfRow(remark.cells), kind: remark.kind });
    }
  }
  for (const [index, { line, cells }] of table.rows.entries()) {
    for (const entry of entriesOfRow(cells, column, names)) {
      entries.push({ ...entry, position: { row: line } });
    }
    if (index % rowsAtOnce === 0) {
      yield;
    }
  }
  return { entries: entries.sort((one, other) => (one.position?.row ?? 0) - (other.position?.row ?? 0)), skipped };
}

function entriesOfRow(cells: readonly string[], column: number, names: NameColumns): readonly Entry[] {
  const found = entriesOfCell((cells[column] ?? '').trim());
  if (!found.some((entry) => entry.kind !== 'invalid' || entry.text.includes('@'))) {
    return [{ kind: 'invalid', text: textOfRow(cells), reason: 'noAddressInRow' }];
  }
  const name = nameOf([textOfNames(cells, names)]);
  const people = found.filter(({ kind }) => kind !== 'invalid');
  return name === undefined || people.length !== 1
    ? found
    : found.map((entry) => (entry.kind === 'invalid' ? entry : { ...entry, name }));
}

/** Returns the full name, or its parts if the row has no full name. */
function textOfNames(cells: readonly string[], { whole, parts }: NameColumns): string {
  const textOf = (columns: readonly number[]) =>
    columns
      .map((index) => (cells[index] ?? '').trim().replace(/\s+/g, ' '))
      .filter((cell) => cell !== '')
      .join(' ');
  return textOf(whole) || textOf(parts);
}

/** Takes every address in a cell, each once. */
function entriesOfCell(cell: string): readonly Entry[] {
  const entries =
    /^[^\s,;|"“”„«»<>()]+$/.test(cell) && cell.includes('@') ? readWord(cell) : runToEnd(readList(cell)).entries;
  if (entries.length < 2) {
    return entries;
  }
  const seen = new Set<string>();
  const different = entries.filter((entry) => {
    const address = entry.kind === 'valid' ? foldCase(entry.address) : undefined;
    const isNew = address === undefined || !seen.has(address);
    seen.add(address ?? '');
    return isNew;
  });
  return withAliasesApart(cell, different);
}

/** In `SMTP:jane@x.org;smtp:j.doe@x.org` a directory lists the addresses of one mailbox, the primary one in capitals. */
function withAliasesApart(cell: string, entries: readonly Entry[]): readonly Entry[] {
  const main = /(?:^|[\s,;|])SMTP:([^\s,;|]+)/.exec(cell)?.[1];
  return main === undefined
    ? entries
    : entries.map((entry) =>
        entry.kind === 'valid' && entry.address !== main
          ? { kind: 'doubtful', text: entry.address, reason: 'alias' }
          : entry,
      );
}

/** Why nobody is invited by an address in such a row. */
export const remarkDoubts: Readonly<Record<SkippedLine['kind'], DoubtReason>> = {
  header: 'outsideTable',
  caption: 'outsideTable',
  words: 'outsideTable',
  comment: 'inComment',
  example: 'example',
};

/** Returns doubtful entries for the addresses in a row that isn't about a person. */
function entriesOfRemark({ cells, kind }: Remark): readonly Entry[] {
  return cells
    .filter((cell) => cell.includes('@'))
    .flatMap((cell) => entriesOfCell(cell.trim()))
    .filter((entry) => entry.kind !== 'invalid' || entry.text.includes('@'))
    .map((entry) =>
      entry.kind === 'valid' ? { kind: 'doubtful', text: entry.address, reason: remarkDoubts[kind] } : entry,
    );
}

interface NameColumns {
  readonly whole: readonly number[];
  readonly parts: readonly number[];
}

/**
 * Finds the columns that make up a name: by their titles, or else the column beside the addresses if its cells look like
 * names.
 */
function nameColumns({ titles, rows }: Table, column: number): NameColumns {
  if (titles !== undefined) {
    const kinds = titles.map((title, index) => (index === column ? undefined : namePartOf(title)));
    const placeOf = (kind: NamePart) => [kinds.indexOf(kind)].filter((index) => index >= 0);
    const [whole, given, family] = [placeOf('whole'), placeOf('given'), placeOf('family')];
    // In `name, lastname`, the name is the first name.
    return given.length === 0 && family.length > 0
      ? { whole: [], parts: [...whole, ...family] }
      : { whole, parts: [...given, ...family] };
  }
  const sample = rows.slice(0, sampleRows);
  const isOfNames = (index: number) =>
    sample.filter(({ cells }) => looksLikeName(cells[index] ?? '') && !/[@\d]/.test(cells[index] ?? '')).length * 2 >
    sample.length;
  return { whole: [column - 1, column + 1].filter(isOfNames).slice(0, 1), parts: [] };
}
