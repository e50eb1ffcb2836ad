import type { Work } from '../cooperative';
import type { DoubtReason, Entry } from '../entry';
import type { Reading, SkippedLine } from '../reading';
import { isPlaceholder } from '../remarks/examples';
import { rejoin, type Rejoined } from './brokenLines';
import { cellsOf } from './cells';
import { entriesOfLine, entriesOfBareLine } from './entries';
import { isBare, isEmpty, layoutOf, type Line } from './layout';
import { kindsOf, type LineKind } from './lines';

/** How many lines are read between two yields. */
const linesAtOnce = 64;

/**
 * Reads addresses as people type and paste them: between commas, semicolons, spaces, tabs, and line breaks, with names, as
 * links, as lists. Keeps order, letter case, and repeats. No address is dropped or made up, and every piece with an @
 * is in an entry. So is the name of somebody without an address, unlike words about an address.
 */
export function* readList(text: string): Work<Reading> {
  const kinds = kindsOf(text.split('\n'));
  yield;
  const rejoined = rejoin(kinds.map((line) => (line.kind === 'text' ? line.text : '')));
  yield;
  const lines = yield* cutLines(kinds, rejoined);
  const isPlain = ({ row, cells }: Line) => kinds[row - 1]?.kind === 'text' && !cells.every(isEmpty);
  const layout = layoutOf(lines.filter(isPlain));
  const entries: Entry[] = [];
  const skipped: SkippedLine[] = [];
  let lineIndex = 0;
  for (const line of lines) {
    const { row } = line;
    const kind = kinds[row - 1];
    let found: readonly Entry[] | SkippedLine['kind'] = [];
    if (kind?.kind === 'doubtful') {
      const doubted = line.cells.flatMap(({ items }) => items.map(({ entry }) => asDoubtful(entry, kind.reason)));
      found = doubted.length === 0 ? 'comment' : doubted;
    } else if (layout.lines[lineIndex] === line) {
      found = line.cells.every(isBare)
        ? entriesOfBareLine(line, lineIndex, layout)
        : yield* entriesOfLine(line, layout);
      lineIndex += 1;
    }
    if (typeof found === 'string') {
      const text = kind?.kind === 'doubtful' ? kind.text : (rejoined[row - 1]?.text ?? '');
      skipped.push({ row, text: text.trim(), kind: found });
      found = [];
    }
    for (const entry of [...found, ...(rejoined[row - 1]?.broken ?? [])]) {
      entries.push({ ...entry, position: { row } });
    }
    if (row % linesAtOnce === 0) {
      yield;
    }
  }
  return { entries: withPlaceholderApart(entries), skipped };
}

/** A template begins with an address that nobody has. */
function withPlaceholderApart(entries: readonly Entry[]): readonly Entry[] {
  const [first, ...others] = entries;
  const addresses = () => others.flatMap((entry) => (entry.kind === 'valid' ? [entry.address] : []));
  return first?.kind === 'valid' && first.name === undefined && isPlaceholder(first.address, addresses())
    ? [asDoubtful(first, 'example'), ...others]
    : entries;
}

function* cutLines(kinds: readonly LineKind[], rejoined: readonly Rejoined[]): Work<readonly Line[]> {
  const lines: Line[] = [];
  for (const [index, kind] of kinds.entries()) {
    const text = kind.kind === 'doubtful' ? kind.text : (rejoined[index]?.text ?? '');
    lines.push({ row: index + 1, cells: text === '' ? [] : yield* cellsOf(text) });
    if (index % linesAtOnce === 0) {
      yield;
    }
  }
  return lines;
}

/** Returns the doubtful entry for an address in a line that isn't about people to invite. */
function asDoubtful(entry: Entry, reason: DoubtReason): Entry {
  if (entry.kind !== 'valid') {
    return entry;
  }
  const { address, name, position } = entry;
  return {
    kind: 'doubtful',
    text: address,
    reason,
    ...(name === undefined ? {} : { name }),
    ...(position === undefined ? {} : { position }),
  };
}
