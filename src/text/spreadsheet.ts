import { unparse } from 'papaparse';

/**
 * Where a spreadsheet may begin a cell, and what it skips there, before a sign that begins a formula. A file is not always
 * divided where we divide it: Excel goes by the list separator of the region, which is `;` in much of Europe, and LibreOffice
 * divides at commas, semicolons and tabs by default. (OWASP: CSV Injection)
 */
// eslint-disable-next-line no-control-regex -- control characters are among what is skipped
const beginningOfFormula = /(^|[,;|\t\r\n])([\s"\u0000-\u001f\p{Cf}]*)([=+\-@＝＋－＠])/gu;

/** Returns a text as a cell in which no spreadsheet finds a formula: an apostrophe stands before each that could begin. */
export function spreadsheetCell(text: string): string {
  return text.replace(beginningOfFormula, "$1$2'$3");
}

/** A table for the clipboard: tabs between the cells, which spreadsheets divide when it is pasted. */
export function tableForClipboard(rows: readonly (readonly string[])[]): string {
  return asTable(rows, { delimiter: '\t', newline: '\n' });
}

/** A table as a CSV file. It begins with a byte order mark, without which Excel takes UTF-8 for something else. */
export function tableAsCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${asTable(rows, { delimiter: ',', newline: '\r\n' })}`;
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
