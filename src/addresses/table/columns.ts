import { isAccountTitle, isFurtherTitle, isMailTitle } from '../titles/mailTitles';
import { isOfOtherPeople } from '../titles/otherPeople';
import { holdsAddress, isAddressCell } from './cellText';
import type { Table } from './table';

/** A column that holds addresses. */
export interface Column {
  readonly index: number;
  readonly title: string;
  /** The number of different addresses in it. */
  readonly addresses: number;
  /** The first cell with an address. */
  readonly sample: string;
}

/** Addresses of machines, and of guests in a directory, which don't reach anybody. */
const unlikely = /#EXT#|\.onmicrosoft\.com|no-?reply|^[0-9a-f-]{20,}@/i;

/**
 * Returns the columns that hold addresses, the most likely one first. A column for the people's own addresses comes before
 * them, even if it's empty, unless one that holds addresses has such a title too: what stands in the others belongs to
 * somebody else.
 */
export function columnsOf(table: Pick<Table, 'titles' | 'rows' | 'columnCount'>): readonly Column[] {
  const filled = filledColumns(table);
  if (filled.length === 0 || filled.some(({ title }) => isOwnMailTitle(title))) {
    return filled;
  }
  const empty = (table.titles ?? []).flatMap((title, index): readonly Column[] =>
    isOwnMailTitle(title) ? [{ index, title, addresses: 0, sample: '' }] : [],
  );
  return [...empty, ...filled];
}

function isOwnMailTitle(title: string): boolean {
  return isMailTitle(title) && !isOfOtherPeople(title);
}

function filledColumns(table: Pick<Table, 'titles' | 'rows' | 'columnCount'>): readonly Column[] {
  const found = Array.from({ length: table.columnCount }, () => ({
    different: new Set<string>(),
    cells: 0,
    likely: 0,
    sample: '',
  }));
  for (const { cells } of table.rows) {
    for (const [index, cell] of cells.entries()) {
      const column = found[index];
      if (column !== undefined && holdsAddress(cell)) {
        column.sample ||= cell.trim();
        column.different.add(cell.trim().toLowerCase());
        column.cells += 1;
        column.likely += isAddressCell(cell) && !unlikely.test(cell) ? 1 : 0;
      }
    }
  }
  return found
    .map(({ different, cells, likely, sample }, index) => {
      const title = table.titles?.[index] ?? '';
      const share = cells === 0 ? 0 : likely / cells;
      return {
        index,
        title,
        addresses: different.size,
        sample,
        score: different.size * (0.2 + share) * weightOf(title),
      };
    })
    .filter(({ addresses }) => addresses > 0)
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .map(({ index, title, addresses, sample }) => ({ index, title, addresses, sample }));
}

/** Weighs a column by its title. */
function weightOf(title: string): number {
  if (isOfOtherPeople(title)) {
    return 0.1;
  }
  const weight = isAccountTitle(title) ? 0.4 : isMailTitle(title) ? 2 : 1;
  return isFurtherTitle(title) ? weight * 0.5 : weight;
}
