import type { Work } from '../addresses/cooperative';
import { csvRows, tableAsCsv } from '../text/spreadsheet';

const rowsAtOnce = 256;

/** Returns a table as a CSV file, and lets others have their turn in between. */
export function* csvInTurns(header: readonly string[], rows: readonly (readonly string[])[]): Work<string> {
  const pieces = [tableAsCsv([header])];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    pieces.push(csvRows(rows.slice(start, start + rowsAtOnce)));
    yield;
  }
  return pieces.join('');
}
