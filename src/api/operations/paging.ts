import type { Failure } from '../failure';
import { fail, succeed, type Result } from '../result';
import type { Page } from '../schema/page';
import { PagesAhead } from './pagesAhead';

/** Reads one page by its start: an offset, or the number of the page. */
export type ReadPage<T> = (start: number, signal: AbortSignal) => Promise<Result<Page<T>, Failure>>;

export interface Listing<T> {
  readonly items: readonly T[];
  /** False if the list was cut short, or if the server counts more rows than it returned. */
  readonly complete: boolean;
}

export interface ReadingOptions<T> {
  readonly signal?: AbortSignal | undefined;
  /** Called after each page with the items read so far. */
  readonly onItems?: ((items: readonly T[]) => void) | undefined;
}

export interface PagingOptions<T> extends ReadingOptions<T> {
  /** Asked after each page whether the list has to be cut short. */
  readonly isFull?: () => boolean;
}

/** Longer lists are cut short. */
const maxPages = 1_000;

/**
 * Reads a whole list: page by page, or some pages ahead if the server reports its length (the limiter allows four
 * requests at once). Each id occurs once, in the server's order. If a page fails, the pages requested ahead are
 * aborted.
 */
export async function readAllPages<T extends { readonly id: string }>(
  readPage: ReadPage<T>,
  { signal, ...options }: PagingOptions<T> = {},
): Promise<Result<Listing<T>, Failure>> {
  const end = new AbortController();
  const either = signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]);
  try {
    return await readInOrder(new PagesAhead((offset) => readPage(offset, either)), options);
  } finally {
    end.abort();
  }
}

async function readInOrder<T extends { readonly id: string }>(
  pages: PagesAhead<T>,
  { onItems, isFull = () => false }: Omit<PagingOptions<T>, 'signal'>,
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
      // A page past the end gets a 404 (seen live for studies and submissions).
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
    // A server that returns the same rows again ignores the offset.
    const isRepeated = page.items.length > 0 && found.size === sizeBefore;
    if (isRepeated || !mayGoOn(page, offset, count)) {
      return listing();
    }
    if (isFull()) {
      break;
    }
    // A server may return fewer rows than requested, so the first page determines the page size.
    rowsOfFirst ??= page.rows;
    if (page.rows !== rowsOfFirst) {
      pages.stopAhead();
    }
    const pagesLeft = maxPages - number - 1;
    pages.requestAhead({ from: offset, end: count ?? 0, step: page.rows, maxPages: pagesLeft });
  }
  return succeed({ items: [...found.values()], complete: false });
}

/** A count smaller than the rows already received is ignored (seen in a recording of Dallinger's). */
export function plausible(count: number | undefined, rows: number): number | undefined {
  return count === undefined || count < rows ? undefined : count;
}

/** Continues while the link or the count says there is more. Without either, stops at a page with nothing new. */
function mayGoOn<T>({ rows, isLast }: Page<T>, offset: number, count: number | undefined): boolean {
  if (rows === 0) {
    return false;
  }
  const countSaysMore = count === undefined ? isLast === undefined : offset < count;
  return isLast === false || countSaysMore;
}
