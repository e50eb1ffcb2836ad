import type { Work } from '../addresses/cooperative';
import { csvRows, tableAsCsv } from '../text/spreadsheet';

const rowsAtOnce = 256;

/** Returns a table as a CSV file, yielding in between. */
export function* csvWork(header: readonly string[], rows: readonly (readonly string[])[]): Work<string> {
  const pieces = [tableAsCsv([header])];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    pieces.push(csvRows(rows.slice(start, start + rowsAtOnce)));
    yield;
  }
  return pieces.join('');
}
