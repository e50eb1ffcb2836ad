import type { Failure } from '../failure';
import { fail, succeed, type Result } from '../result';
import type { Page } from '../schema/page';
import { PagesAhead } from './pagesAhead';
import { plausible, type Listing, type PagingOptions, type ReadPage } from './paging';

interface NumberedPagingOptions<T> extends PagingOptions<T> {
  /** How many rows each request asks for. The server may return fewer. */
  readonly pageSize: number;
}

/** Longer lists are cut short. */
const maxPages = 1_000;

/** After so many pages in a row without rows, a server that counts more is no longer believed. */
const maxEmptyPages = 5;

/** What the pages read so far say about where the list ends. */
interface Progress {
  readonly pagesRead: number;
  /** The largest page so far, which is the server's page size unless rows were dropped from every page. */
  readonly largestPage: number;
  /** How many of the last pages in a row had no rows. */
  readonly emptyPages: number;
  readonly count: number | undefined;
}

/**
 * Reads a whole list whose pages are numbered from 1: page by page, or some ahead if the server reports the list's
 * length. The server drops rows from pages that count nevertheless, so a short or empty page isn't the end: the link to
 * the next page and the count decide. (prolific-oss/cli client/numbered_pagination.go)
 */
export async function readNumberedPages<T extends { readonly id: string }>(
  readPage: ReadPage<T>,
  { signal, ...options }: NumberedPagingOptions<T>,
): Promise<Result<Listing<T>, Failure>> {
  const end = new AbortController();
  const either = signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]);
  try {
    return await readByNumber(new PagesAhead((number) => readPage(number, either)), options);
  } finally {
    end.abort();
  }
}

async function readByNumber<T extends { readonly id: string }>(
  pages: PagesAhead<T>,
  { pageSize, onItems, isFull = () => false }: Omit<NumberedPagingOptions<T>, 'signal'>,
): Promise<Result<Listing<T>, Failure>> {
  const found = new Map<string, T>();
  let progress: Progress = { pagesRead: 0, largestPage: 0, emptyPages: 0, count: undefined };
  const listing = (complete: boolean) => succeed({ items: [...found.values()], complete });

  for (let number = 1; number <= maxPages; number++) {
    const result = await pages.take(number);
    if (!result.ok) {
      // A page past the end gets a 404 (seen live for studies and submissions).
      return number > 1 && result.failure.kind === 'notFound'
        ? listing(!surelyGoesOn(progress, pageSize))
        : fail(result.failure);
    }
    const page = result.value;
    const sizeBefore = found.size;
    for (const item of page.items) {
      found.set(item.id, item);
    }
    progress = {
      pagesRead: number,
      largestPage: Math.max(progress.largestPage, page.rows),
      emptyPages: page.rows === 0 ? progress.emptyPages + 1 : 0,
      count: plausible(page.count ?? progress.count, found.size),
    };
    onItems?.([...found.values()]);
    // A server that returns the same rows again ignores the number.
    const isRepeated = page.items.length > 0 && found.size === sizeBefore;
    if (isRepeated || !mayGoOn(page, progress, pageSize)) {
      return listing(!surelyGoesOn(progress, pageSize));
    }
    if (isFull()) {
      break;
    }
    const last = Math.ceil((progress.count ?? 0) / likelyPageSize(progress, pageSize));
    pages.requestAhead({ from: number + 1, end: last + 1, step: 1, maxPages: maxPages - number });
  }
  return listing(false);
}

/** Continues while the link or the count says there is more. Without either, stops at a page without rows. */
function mayGoOn<T>({ rows, isLast }: Page<T>, progress: Progress, pageSize: number): boolean {
  const { pagesRead, largestPage, emptyPages, count } = progress;
  if (emptyPages === maxEmptyPages) {
    return false;
  }
  if (isLast === false || surelyGoesOn(progress, pageSize)) {
    return true;
  }
  return isLast === undefined && (count === undefined ? rows > 0 : pagesRead * largestPage < count);
}

/** Whether the pages read so far can't hold as many rows as the server counts. */
function surelyGoesOn({ pagesRead, count = 0 }: Progress, pageSize: number): boolean {
  return pagesRead * pageSize < count;
}

/** A page that is a little short lost rows; one that is far too short shows that the server's pages are smaller. */
function likelyPageSize({ largestPage }: Progress, pageSize: number): number {
  return largestPage > pageSize / 2 ? pageSize : Math.max(1, largestPage);
}
