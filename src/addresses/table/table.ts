import type { Work } from '../cooperative';
import { isPlaceholder, saysExample } from '../remarks/examples';
import { isComment as isCommentLine } from '../remarks/remarks';
import type { SkippedLine } from '../reading';
import { isTitle } from '../titles/titles';
import { isMailTitle } from '../titles/mailTitles';
import { holdsAddress, isAddressCell, isSoleAddress } from './cellText';
import { continues, headerOf, isSecondHeader, isTitleRow, mailColumns } from './header';
import { rowsOf, type Row } from './rows';
import { isSeparatorLine, separatorOf, type Separated } from './separator';

/** A row about the table itself, not about a person. */
export interface Remark extends Row {
  readonly kind: SkippedLine['kind'];
}

export interface Table {
  /** The titles of the columns, if a row holds them. */
  readonly titles: readonly string[] | undefined;
  readonly rows: readonly Row[];
  readonly remarks: readonly Remark[];
  readonly columnCount: number;
}

/** Nobody keeps addresses in a table with more columns, and examining it would take too long. */
const maxColumns = 200;
const rowsAtOnce = 256;
/** Examples are among the first rows. */
const exampleRows = 3;
/** What a database writes below its rows. */
const count = /^\W*\d+\s+(?:rows?|records?|entries|results?|members?|users?|people|persons)\b[^@]*$/i;
const ruleCell = /^[\s:=+_-]*$/;

/**
 * Distinguishes a table from a list, so no address in a list is taken for another person's cell. A table has several
 * columns and addresses alone in their cells. Returns undefined for a list.
 */
export function* tableOf(lines: readonly string[]): Work<Table | undefined> {
  const separated = separatorOf(lines);
  if (separated === undefined || separated.width > maxColumns || (!separated.isDeclared && isOfFields(lines))) {
    return undefined;
  }
  yield;
  const all = yield* rowsOf(lines, separated.separator, separated.width);
  const table = yield* sorted(all, lines, separated);
  yield;
  return isTable(table, separated) ? table : undefined;
}

const field = /^[A-Z][\w-]*:\s/;

/** `Status: failed`, `To: jane@x.org; bo@x.org`: in emails and reports, separators don't separate cells. */
function isOfFields(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.filter((line) => field.test(line)).length * 2 > filled.length;
}

/** Sorts rows into titles, people, and remarks. */
function* sorted(all: readonly Row[], lines: readonly string[], { width }: Separated): Work<Table> {
  const lineOf = (row: Row) => lines[row.line - 1] ?? '';
  const filled: Row[] = [];
  const comments: Row[] = [];
  for (const [index, row] of all.entries()) {
    const line = lineOf(row);
    if (!row.cells.every((cell) => ruleCell.test(cell)) && !isSeparatorLine(line)) {
      filled.push(row);
      if (isCommentRow(row, line, width)) {
        comments.push(row);
      }
    }
    if (index % rowsAtOnce === 0) {
      yield;
    }
  }
  const isComment = new Set(comments.length * 2 < filled.length ? comments : []);
  const body = filled.filter((row) => !isComment.has(row));
  yield;
  const headerIndex = headerOf(body);
  const header = headerIndex === undefined ? undefined : body[headerIndex];
  const below = body.slice(headerIndex === undefined ? 0 : headerIndex + 1);
  yield;
  const { rows, remarks } = yield* header === undefined ? sortedRows(below, width) : sortedBelow(header, below, width);
  return {
    titles: header?.cells.map((title) => title.trim()),
    rows,
    remarks: [
      ...[...isComment].map((row): Remark => ({ ...row, kind: 'comment' })),
      ...body.slice(0, headerIndex ?? 0).map((row): Remark => ({ ...row, kind: 'caption' })),
      ...(header === undefined ? [] : [{ ...header, kind: 'header' } as const]),
      ...remarks,
    ],
    columnCount: body.reduce((most, { cells }) => Math.max(most, cells.length), 0),
  };
}

/** `# Owner: boss@x.org` is a comment. A row with as many cells as the others isn't: `#0012,#jdoe,jane@x.org`. */
function isCommentRow(row: Row, line: string, width: number): boolean {
  const isLikeOthers = row.cells.length === width && width > 1 && !/^\s*(?:#+|\/\/|<!--) +[^\s,;|]/.test(line);
  return isCommentLine(line) && !isLikeOthers && !isTitleRow(row);
}

interface Sorted {
  readonly rows: readonly Row[];
  readonly remarks: readonly Remark[];
}

/** Sorts the rows below the titles, up to the beginning of another table with other columns. */
function* sortedBelow(header: Row, below: readonly Row[], width: number): Work<Sorted> {
  const columns = mailColumns(header);
  const end =
    columns.length === 0 ? -1 : below.findIndex((row, index) => isOtherHeader(row, below[index - 1], columns));
  const own = below.slice(0, end < 0 ? below.length : end);
  const titles = own.flatMap((row, index): readonly Remark[] => {
    if (row.cells.some((cell) => cell.includes('@'))) {
      return [];
    }
    if (isSecondHeader(row, header, columns)) {
      return [{ ...row, kind: 'header' }];
    }
    const next = own[index + 1];
    const isTitle = isAlone(row) && next !== undefined && mayBeHeader(next) && isSecondHeader(next, header, columns);
    return isTitle ? [{ ...row, kind: 'caption' }] : [];
  });
  yield;
  const isTitle = new Set(titles.map(({ line }) => line));
  const { rows, remarks } = yield* sortedRows(
    own.filter(({ line }) => !isTitle.has(line)),
    width,
  );
  const others = below.slice(own.length).map((row): Remark => ({ ...row, kind: 'caption' }));
  return { rows, remarks: [...titles, ...remarks, ...others] };
}

/** Whether a new table begins here: after an empty line or after a caption. */
function isOtherHeader(row: Row, before: Row | undefined, columns: readonly number[]): boolean {
  const isApart = before !== undefined && (row.line - before.line > 1 || isAlone(before));
  return isApart && mayBeHeader(row) && isTitleRow(row) && mailColumns(row).length > 0 && !continues(columns, row);
}

function mayBeHeader({ cells }: Row): boolean {
  return cells.length > 1 && cells.every((cell) => !cell.includes('@') && !/^\d+$/.test(cell.trim()));
}

function isAlone({ cells }: Row): boolean {
  return cells.filter((cell) => cell.trim() !== '').length === 1;
}

/** Whether the row shows how to fill in the table. */
function isExample({ cells }: Row, below: readonly Row[]): boolean {
  const address = cells.map((cell) => cell.trim()).find(isSoleAddress);
  const others = () => below.flatMap((row) => row.cells.filter(holdsAddress));
  return cells.some(saysExample) || (address !== undefined && isPlaceholder(address, others()));
}

/** Separates people from examples and notes. */
function* sortedRows(all: readonly Row[], width: number): Work<Sorted> {
  const rows: Row[] = [];
  const remarks: Remark[] = [];
  for (const [index, row] of all.entries()) {
    const kind = kindOf(row, index, all, width);
    if (kind === undefined) {
      rows.push(row);
    } else {
      remarks.push({ ...row, kind });
    }
    if (index % rowsAtOnce === 0) {
      yield;
    }
  }
  return { rows, remarks };
}

/** What a row is, if it isn't about somebody of the table. */
function kindOf(row: Row, index: number, all: readonly Row[], width: number): Remark['kind'] | undefined {
  if (index < exampleRows && isExample(row, all.slice(index + 1))) {
    return 'example';
  }
  if (isAlone(row) && row.cells.some((cell) => count.test(cell))) {
    return 'words';
  }
  return isNote(row, width) ? 'comment' : undefined;
}

/** Whether the row is a sentence with an address: `Exported by boss@x.org on 1 May`. */
function isNote(row: Row, width: number): boolean {
  const only = row.cells.find((cell) => cell.trim() !== '') ?? '';
  const isText = () => !isAddressCell(only) && /\p{L}\s+\S*@|\S+@\S+\s+\p{L}/u.test(only);
  return width > 1 && holdsAddress(only) && isAlone(row) && isText();
}

function isTable({ titles, rows, remarks, columnCount }: Table, { isDeclared, separator }: Separated): boolean {
  const withAddress = rows.filter(({ cells }) => cells.some(holdsAddress));
  if (columnCount < 2) {
    return false;
  }
  if (withAddress.length === 0) {
    const hasRemark = remarks.some(({ cells }) => cells.some(holdsAddress));
    return hasRemark && titles?.some(isMailTitle) === true;
  }
  const counts = Array.from({ length: columnCount }, () => 0);
  const alone = Array.from({ length: columnCount }, () => 0);
  for (const { cells } of withAddress) {
    for (const [column, cell] of cells.entries()) {
      if (holdsAddress(cell)) {
        counts[column] = (counts[column] ?? 0) + 1;
        alone[column] = (alone[column] ?? 0) + (isAddressCell(cell) ? 1 : 0);
      }
    }
  }
  const filled = [...counts.keys()].filter((column) => (counts[column] ?? 0) > 0);
  const ofAddresses = withAddress.filter(({ cells }) =>
    cells.every((cell) => cell.trim() === '' || holdsAddress(cell)),
  );
  const isGrid = ofAddresses.length * 2 >= withAddress.length;
  if (titles !== undefined) {
    const areTitles = titles.every(isTitle) && titles.some(isMailTitle);
    const named = filled.filter((column) => isMailTitle(titles[column] ?? ''));
    // `Please mail these, thanks` is above a list, not above columns.
    const areTitled =
      filled.every((column) => isTitle(titles[column] ?? '')) ||
      named.some((column) => (titles[column] ?? '').split(/\s+/).length < 3);
    return (
      (areTitles || named.length > 0 || isMostlyAlone(counts, alone)) && (!isGrid || filled.length === 1 || areTitled)
    );
  }
  const isRagged = filled.length > 1 && withAddress.every(({ cells }) => cells.filter(holdsAddress).length === 1);
  const isOfPeople = separator !== '\t' && withAddress.some(({ cells }) => cells.some(isPartOfItem));
  const rowsOfSeveral = withAddress.filter(({ cells }) => cells.length > 1 && cells.some(isAddressCell)).length;
  return isMostlyAlone(counts, alone) && !isRagged && !isOfPeople && (isDeclared || (!isGrid && rowsOfSeveral > 1));
}

/** Names and comments may contain commas themselves: `Doe, Jane <jane@x.org>`, `jane@x.org (Lab 1, Room 2)`. */
function isPartOfItem(cell: string): boolean {
  return /<[^<>]*@/.test(cell) || cell.split('(').length !== cell.split(')').length;
}

function isMostlyAlone(counts: readonly number[], alone: readonly number[]): boolean {
  const most = Math.max(...counts);
  const column = counts.indexOf(most);
  return (alone[column] ?? 0) * 2 >= most;
}
