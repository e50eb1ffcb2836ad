import type { Failure } from '../failure';
import { fail, succeed, type Result } from '../result';

export interface Page<T> {
  readonly items: readonly T[];
  /** How many rows of the list the page stands for, those that had to be left out included. */
  readonly rows: number;
  /** Whether the server says that this is the last page; undefined where it says nothing. */
  readonly isLast: boolean | undefined;
  /** How many rows the server says the whole list has. */
  readonly count: number | undefined;
}

export type ReadPage<T> = (offset: number, signal: AbortSignal) => Promise<Result<Page<T>, Failure>>;

export interface Listing<T> {
  readonly items: readonly T[];
  /** False where the list was longer than is read, or the server counts more rows than it gave. */
  readonly complete: boolean;
}

export interface ReadingOptions<T> {
  readonly signal?: AbortSignal | undefined;
  /** Gets what is there so far, after each page. */
  readonly onItems?: ((items: readonly T[]) => void) | undefined;
}

/** Longer lists are cut short, in pages. */
const mostPages = 1_000;

/** So many pages are asked for before those in front of them have come: enough for four at once, little to hold. */
const pagesAhead = 8;

/**
 * Reads a list to its end: page by page, or where the server says how long it is, some pages ahead (the exchange keeps
 * that to four at once). Each id comes once, in the server's order. Where a page fails, those asked for ahead are aborted.
 */
export async function readAllPages<T extends { readonly id: string }>(
  readPage: ReadPage<T>,
  { signal, onItems }: ReadingOptions<T> = {},
): Promise<Result<Listing<T>, Failure>> {
  const end = new AbortController();
  const either = signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]);
  try {
    return await readInOrder(new PagesAhead(readPage, either), onItems);
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
  let leftOut = 0;
  let count: number | undefined;
  const listing = () =>
    succeed({ items: [...found.values()], complete: count === undefined || found.size + leftOut >= count });

  for (let number = 0; number < mostPages; number++) {
    const result = await pages.take(offset);
    if (!result.ok) {
      // A page past the end answers 404 (seen live on studies and submissions).
      return offset > 0 && result.failure.kind === 'notFound' ? listing() : fail(result.failure);
    }
    const page = result.value;
    const before = found.size;
    for (const item of page.items) {
      found.set(item.id, item);
    }
    offset += page.rows;
    leftOut += page.rows - page.items.length;
    count = believable(page.count ?? count, offset);
    onItems?.([...found.values()]);
    // A server that gives the same rows again does not understand the offset.
    const repeats = page.items.length > 0 && found.size === before;
    if (repeats || !mayGoOn(page, offset, count)) {
      return listing();
    }
    pages.askAhead(offset, page.rows, Math.min(count ?? 0, offset + (mostPages - number - 1) * page.rows));
  }
  return succeed({ items: [...found.values()], complete: false });
}

/** A count below the rows that came already says nothing (a recording of Dallinger's has one). */
function believable(count: number | undefined, rows: number): number | undefined {
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

/** The pages that were asked for before their turn. */
class PagesAhead<T> {
  readonly #asked = new Map<number, Promise<Result<Page<T>, Failure>>>();
  #rowsPerPage: number | undefined;

  constructor(
    private readonly readPage: ReadPage<T>,
    private readonly signal: AbortSignal,
  ) {}

  take(offset: number): Promise<Result<Page<T>, Failure>> {
    const asked = this.#asked.get(offset) ?? this.readPage(offset, this.signal);
    this.#asked.delete(offset);
    return asked;
  }

  /** A server may give fewer rows than it was asked for, so the first page tells how long the others are. */
  askAhead(from: number, rows: number, end: number): void {
    this.#rowsPerPage ??= rows;
    if (rows !== this.#rowsPerPage) {
      // The others begin elsewhere than was thought, so from here on the pages are read one after another.
      this.#rowsPerPage = Infinity;
      this.#asked.clear();
      return;
    }
    for (let offset = from; offset < end && this.#asked.size < pagesAhead; offset += rows) {
      if (!this.#asked.has(offset)) {
        this.#asked.set(offset, this.readPage(offset, this.signal));
      }
    }
  }
}
