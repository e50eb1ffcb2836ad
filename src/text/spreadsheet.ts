import { unparse } from 'papaparse';

/**
 * Positions where a spreadsheet might start a cell, and the characters it skips before one that starts a formula. A
 * file isn't always split where we split it: Excel uses the region's list separator, which is `;` in much of Europe,
 * and LibreOffice splits at commas, semicolons, and tabs by default. (OWASP: CSV Injection)
 */
// eslint-disable-next-line no-control-regex -- spreadsheets skip control characters too
const beginningOfFormula = /(^|[,;|\t\r\n])([\s"\u0000-\u001f\p{Cf}]*)([=+\-@＝＋－＠])/gu;

/**
 * Returns the text as a cell that no spreadsheet reads as a formula: an apostrophe precedes every possible start of
 * one.
 */
export function spreadsheetCell(text: string): string {
  return text.replace(beginningOfFormula, "$1$2'$3");
}

/** Returns a table for the clipboard. Cells are separated by tabs, which spreadsheets split on paste. */
export function tableForClipboard(rows: readonly (readonly string[])[]): string {
  return asTable(rows, { delimiter: '\t', newline: '\n' });
}

/** Returns a table as a CSV file. Starts with a byte order mark: without it, Excel doesn't recognize UTF-8. */
export function tableAsCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${csvRows(rows)}`;
}

/** Returns further rows of a CSV file, so that a long one can be written piece by piece. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return asTable(rows, { delimiter: ',', newline: '\r\n' });
}

function asTable(
  rows: readonly (readonly string[])[],
  format: { readonly delimiter: string; readonly newline: string },
): string {
  return `${unparse(
    rows.map((row) => row.map(spreadsheetCell)),
    format,
  )}${format.newline}`;
}
