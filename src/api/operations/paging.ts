import type { Failure } from '../failure';
import { fail, succeed, type Result } from '../result';
import type { Page } from '../schema/page';

export type ReadPage<T> = (offset: number, signal: AbortSignal) => Promise<Result<Page<T>, Failure>>;

export interface Listing<T> {
  readonly items: readonly T[];
  /** False where the list was longer than is read, or the server counts more rows than it gave. */
  readonly complete: boolean;
}

export interface ReadingOptions<T> {
  readonly signal?: AbortSignal | undefined;
  /** Called after each page with the items read so far. */
  readonly onItems?: ((items: readonly T[]) => void) | undefined;
}

/** Longer lists are cut short. */
const maxPages = 1_000;

/** How many pages are requested before those in front of them have come: enough for four at once, little to hold. */
const maxPagesAhead = 8;

/**
 * Reads a list to its end: page by page, or where the server says how long it is, some pages ahead (the limiter keeps
 * that to four at once). Each id comes once, in the server's order. Where a page fails, those requested ahead are aborted.
 */
export async function readAllPages<T extends { readonly id: string }>(
  readPage: ReadPage<T>,
  { signal, onItems }: ReadingOptions<T> = {},
): Promise<Result<Listing<T>, Failure>> {
  const end = new AbortController();
  const either = signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]);
  try {
    return await readInOrder(new PagesAhead((offset) => readPage(offset, either)), onItems);
  } finally {
    end.abort();
  }
}

async function readInOrder<T extends { readonly id: string }>(
  pages: PagesAhead<T>,
  onItems: ReadingOptions<T>['onItems'],
): Promise<Result<Listing<T>, Failure>> {
  const found = new Map<string, T>();
  let offset = 0;
  let skipped = 0;
  let count: number | undefined;
  let rowsOfFirst: number | undefined;
  const listing = () =>
    succeed({ items: [...found.values()], complete: count === undefined || found.size + skipped >= count });

  for (let number = 0; number < maxPages; number++) {
    const result = await pages.take(offset);
    if (!result.ok) {
      // A page past the end is answered with 404 (seen live on studies and submissions).
      return offset > 0 && result.failure.kind === 'notFound' ? listing() : fail(result.failure);
    }
    const page = result.value;
    const sizeBefore = found.size;
    for (const item of page.items) {
      found.set(item.id, item);
    }
    offset += page.rows;
    skipped += page.rows - page.items.length;
    count = plausible(page.count ?? count, offset);
    onItems?.([...found.values()]);
    // A server that gives the same rows again does not understand the offset.
    const isRepeated = page.items.length > 0 && found.size === sizeBefore;
    if (isRepeated || !mayGoOn(page, offset, count)) {
      return listing();
    }
    // A server may give fewer rows than it was asked for, so the first page tells how long the others are.
    rowsOfFirst ??= page.rows;
    if (page.rows !== rowsOfFirst) {
      pages.stopAhead();
    }
    const pagesLeft = maxPages - number - 1;
    pages.requestAhead({ from: offset, end: count ?? 0, rowsPerPage: page.rows, maxPages: pagesLeft });
  }
  return succeed({ items: [...found.values()], complete: false });
}

/** A count below the rows that came already says nothing (a recording of Dallinger's has one). */
function plausible(count: number | undefined, rows: number): number | undefined {
  return count === undefined || count < rows ? undefined : count;
}

/** Goes on while the link or the count says that there is more; where both are silent, until a page has nothing new. */
function mayGoOn<T>({ rows, isLast }: Page<T>, offset: number, count: number | undefined): boolean {
  if (rows === 0) {
    return false;
  }
  const countSaysMore = count === undefined ? isLast === undefined : offset < count;
  return isLast === false || countSaysMore;
}

interface PagesLeft {
  readonly from: number;
  /** The offset at which the list ends. */
  readonly end: number;
  readonly rowsPerPage: number;
  readonly maxPages: number;
}

/** The pages that were requested before their turn. */
class PagesAhead<T> {
  readonly #requested = new Map<number, Promise<Result<Page<T>, Failure>>>();
  #isStopped = false;

  constructor(private readonly readPage: (offset: number) => Promise<Result<Page<T>, Failure>>) {}

  take(offset: number): Promise<Result<Page<T>, Failure>> {
    const page = this.#requested.get(offset) ?? this.readPage(offset);
    this.#requested.delete(offset);
    return page;
  }

  requestAhead({ from, end, rowsPerPage, maxPages: pagesLeft }: PagesLeft): void {
    if (this.#isStopped) {
      return;
    }
    const last = Math.min(end, from + pagesLeft * rowsPerPage);
    for (let offset = from; offset < last && this.#requested.size < maxPagesAhead; offset += rowsPerPage) {
      if (!this.#requested.has(offset)) {
        this.#requested.set(offset, this.readPage(offset));
      }
    }
  }

  /** Pages of uneven length begin elsewhere than was assumed: from here on they are read one after another. */
  stopAhead(): void {
    this.#isStopped = true;
    this.#requested.clear();
  }
}
