import { runToEnd } from '../cooperative';
import { isOfAddresses } from './cellText';
import { isTitleRow } from './header';
import type { CellSeparator } from './quotedRow';
import { rowsOf, usualWidth } from './rows';

const separators: readonly CellSeparator[] = ['\t', ';', ',', '|'];
/** Names the separator in a line before the table, for Excel. */
const separatorLine = /^"?sep=(.)"?$/i;
/** How many lines are examined to find the separator. */
const sampleLines = 200;
const maxLineLength = 10_000;
/** How many rows may come before the titles. */
const titleRows = 10;

export interface Separated {
  readonly separator: CellSeparator;
  readonly width: number;
  /** Whether the text itself names the separator. */
  readonly isDeclared: boolean;
}

/** Finds the separator by content, not by counting: `Doe, Jane;jane@x.org` has as many commas as semicolons. */
export function separatorOf(lines: readonly string[]): Separated | undefined {
  const sample = lines.filter((line) => line.trim() !== '' && line.length < maxLineLength).slice(0, sampleLines);
  const declared = separatorLine.exec((sample[0] ?? '').trim())?.[1];
  const candidates = declared === undefined ? separators : separators.filter((separator) => separator === declared);
  const scores = candidates
    .filter((separator) => sample.some((line) => line.includes(separator)))
    .map((separator) => {
      const width = usualWidth(sample, separator);
      const rows = runToEnd(rowsOf(sample, separator, width));
      const addresses = rows.filter(({ cells }) => cells.length > 1 && cells.some(isOfAddresses)).length;
      const hasTitles = rows.slice(0, titleRows).some(isTitleRow);
      const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
      return { separator, width, isDeclared: declared !== undefined, rows: addresses + (hasTitles ? 0.5 : 0), cells };
    });
  const [best] = scores.sort((one, other) => other.rows - one.rows || other.cells - one.cells);
  return best;
}

export function isSeparatorLine(line: string): boolean {
  return separatorLine.test(line.trim());
}
