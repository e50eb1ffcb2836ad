import { runToEnd, runYielding, type Work } from './cooperative';
import { readList } from './list/readList';
import type { Reading } from './reading';
import { tableOfJson } from './records/json';
import { readRecords } from './records/readRecords';
import { recordsOf } from './records/fields';
import { columnsOf, type Column } from './table/columns';
import { readColumnWork } from './table/readColumn';
import { tableOf, type Table } from './table/table';
import { isMailTitle } from './titles/mailTitles';
import { cleanText } from './text/clean';
import { withoutTags } from './text/html';
import { withoutListMarks } from './text/listMarks';
import { withoutWikiLinks } from './text/wikiLinks';

/** The contents of a text: people, or a table with several address columns, one of which has to be chosen. */
export type Source =
  | { readonly kind: 'people'; readonly reading: Reading }
  | { readonly kind: 'table'; readonly table: Table; readonly columns: readonly Column[] };

/** Reads what people type, paste, and keep in files. Every piece with an @ ends up in an entry, and so does every row. */
export function readSource(text: string): Source {
  return runToEnd(read(text));
}

/** Does the same for long texts without blocking others for long. */
export function readSourceYielding(text: string): Promise<Source> {
  return runYielding(read(text));
}

function* read(text: string): Work<Source> {
  const form = yield* readForm(text);
  return form.kind === 'people' ? form : yield* readTable(form.table);
}

/** What a text holds by its form alone. A table may have one column of addresses, several, or none. */
export type Form =
  { readonly kind: 'people'; readonly reading: Reading } | { readonly kind: 'table'; readonly table: Table };

/** Tells tables from lists. For those who need more of a table than its addresses. */
export function* readForm(text: string): Work<Form> {
  const clean = cleanText(text);
  yield;
  const json = tableOfJson(clean);
  if (json !== undefined) {
    return { kind: 'table', table: json };
  }
  const records = recordsOf(clean);
  if (records !== undefined) {
    return { kind: 'people', reading: yield* readRecords(records) };
  }
  const plain = withoutListMarks(withoutWikiLinks(withoutTags(clean)));
  yield;
  const table = yield* tableOf(plain.split('\n'));
  return table === undefined ? { kind: 'people', reading: yield* readList(plain) } : { kind: 'table', table };
}

/** A column has to be chosen only if there are several. The one for the people's own addresses may be empty. */
function* readTable(table: Table): Work<Source> {
  const columns = columnsOf(table);
  yield;
  const only = columns[0]?.index ?? Math.max(table.titles?.findIndex(isMailTitle) ?? 0, 0);
  return columns.length > 1
    ? { kind: 'table', table, columns }
    : { kind: 'people', reading: yield* readColumnWork(table, only) };
}
