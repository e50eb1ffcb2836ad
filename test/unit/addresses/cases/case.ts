import { decodeText } from '../../../../src/addresses/encodings/decodeText';
import type { Entry } from '../../../../src/addresses/entry';
import type { Reading } from '../../../../src/addresses/reading';
import { readSource } from '../../../../src/addresses/source';
import { readColumn } from '../../../../src/addresses/table/readColumn';

/** Real-life address lists, with made-up people. */
export interface Case {
  readonly what: string;
  /** Where the form was seen. */
  readonly from?: string;
  /** How it came: `pasted` into a box of one line turns its line breaks into blanks. */
  readonly given: 'file' | 'clipboard' | 'typed' | 'pasted';
  readonly text?: string;
  /** In Base64, of a file that is no UTF-8. */
  readonly bytes?: string;
  /** The title or number of the column the user chooses, if it isn't the first one offered. */
  readonly column?: string | number;
  /** The columns that are offered, the best guess first. */
  readonly asks?: readonly string[];
  /** One line for each entry: `Name <address>`, `? text: doubt → suggestion`, `! text: fault`. */
  readonly expect: readonly string[];
  /** Lines that are reported as not being people. */
  readonly skipped?: readonly string[];
}

export function shown(entry: Entry): string {
  switch (entry.kind) {
    case 'valid':
      return entry.name === undefined ? entry.address : `${entry.name} <${entry.address}>`;
    case 'doubtful':
      return `? ${entry.text}: ${entry.reason}${entry.suggestion === undefined ? '' : ` → ${entry.suggestion}`}`;
    case 'invalid':
      return `! ${entry.text}: ${entry.reason}`;
  }
}

/** What is read in a case, in the form in which it is expected. */
export function outcomeOf(given: Case): Pick<Case, 'asks' | 'expect' | 'skipped'> {
  const source = readSource(textOf(given));
  const reading = source.kind === 'people' ? source.reading : readColumn(source.table, chosenColumn(given, source));
  return {
    ...(source.kind === 'table' ? { asks: source.columns.map(({ title, index }) => title || String(index + 1)) } : {}),
    ...asLines(reading),
  };
}

function textOf({ given, text = '', bytes }: Case): string {
  if (bytes !== undefined) {
    const decoded = decodeText(Buffer.from(bytes, 'base64'));
    return decoded.ok ? decoded.text : '';
  }
  return given === 'pasted' ? text.replace(/\r\n|\r|\n/g, ' ') : text;
}

function chosenColumn(
  { column }: Case,
  { table, columns }: Extract<ReturnType<typeof readSource>, { kind: 'table' }>,
): number {
  if (typeof column === 'number') {
    return column - 1;
  }
  return column === undefined ? (columns[0]?.index ?? 0) : (table.titles ?? []).indexOf(column);
}

function asLines({ entries, skipped }: Reading): Pick<Case, 'expect' | 'skipped'> {
  const lines = skipped.filter(({ text }) => text !== '').map(({ kind, text }) => `${kind}: ${text}`);
  return { expect: entries.map(shown), ...(lines.length === 0 ? {} : { skipped: lines }) };
}
