import type { Work } from '../../addresses/cooperative';
import type { DoubtReason, Entry } from '../../addresses/entry';
import { readColumnWork, remarkDoubts } from '../../addresses/table/readColumn';
import type { Row } from '../../addresses/table/rows';
import type { Table } from '../../addresses/table/table';

/** The rows of a roster below its titles. */
export interface RosterTable {
  readonly titles: readonly string[] | undefined;
  readonly rows: readonly Row[];
  readonly columnCount: number;
  /** The lines of rows that look like remarks. Nobody in them is invited, but members may be in them. */
  readonly doubts: ReadonlyMap<number, DoubtReason>;
}

export function rosterTable({ titles, rows, remarks, columnCount }: Table): RosterTable {
  const header = titles === undefined ? 0 : (remarks.find(({ kind }) => kind === 'header')?.line ?? 0);
  const doubtful = remarks.filter(({ line }) => line > header);
  return {
    titles,
    rows: [...rows, ...doubtful].sort((one, other) => one.line - other.line),
    columnCount,
    doubts: new Map(doubtful.map(({ line, kind }) => [line, remarkDoubts[kind]])),
  };
}

const rowsAtOnce = 256;

/** Returns the entries of the address column by line. `notNames` are other columns that hold no names. */
export function* readAddressColumn(
  { titles, rows, columnCount, doubts }: RosterTable,
  column: number,
  notNames: ReadonlySet<number>,
): Work<ReadonlyMap<number, readonly Entry[]>> {
  const named: Row[] = [];
  for (const [index, { line, cells }] of rows.entries()) {
    named.push({ line, cells: cells.map((cell, cellIndex) => (notNames.has(cellIndex) ? '' : cell)) });
    if (index % rowsAtOnce === 0) {
      yield;
    }
  }
  const { entries } = yield* readColumnWork({ titles, rows: named, remarks: [], columnCount }, column);
  const byLine = new Map<number, Entry[]>();
  for (const [index, entry] of entries.entries()) {
    const line = entry.position?.row ?? 0;
    const found = byLine.get(line) ?? [];
    found.push(withDoubt(entry, doubts.get(line)));
    byLine.set(line, found);
    if (index % rowsAtOnce === 0) {
      yield;
    }
  }
  return byLine;
}

function withDoubt(entry: Entry, reason: DoubtReason | undefined): Entry {
  if (entry.kind !== 'valid' || reason === undefined) {
    return entry;
  }
  const { address, ...rest } = entry;
  return { ...rest, kind: 'doubtful', text: address, reason };
}
