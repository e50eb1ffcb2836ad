import type { Failure } from './failure';
import { fail, succeed, type Result } from './result';

export interface Page<T> {
  readonly items: readonly T[];
  readonly rows: number;
  readonly isLast: boolean | undefined;
  readonly count: number | undefined;
}

export type ReadPage<T> = (offset: number) => Promise<Result<Page<T>, Failure>>;

export interface Listing<T> {
  readonly items: readonly T[];
  /** False where the list was longer than is read. */
  readonly complete: boolean;
}

const mostPages = 1_000;

/**
 * Reads a list to its end: page by page, or where the server says how long it is, the pages after the first all at
 * once (the exchange keeps that to four). Each id comes once, in the server's order. `onItems` gets what is there so far.
 */
export async function readAllPages<T extends { readonly id: string }>(
  readPage: ReadPage<T>,
  onItems: (items: readonly T[]) => void = () => undefined,
): Promise<Result<Listing<T>, Failure>> {
  const found = new Map<string, T>();
  const ahead = new Map<number, Promise<Result<Page<T>, Failure>>>();
  let offset = 0;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await (ahead.get(offset) ?? readPage(offset));
    ahead.delete(offset);
    if (!page.ok) {
      // A page past the end answers 404 (seen live on studies and submissions).
      return offset > 0 && page.failure.kind === 'notFound' ? whole(found) : fail(page.failure);
    }
    const before = found.size;
    for (const item of page.value.items) {
      found.set(item.id, item);
    }
    onItems([...found.values()]);
    const madeProgress = found.size > before || page.value.items.length < page.value.rows;
    offset += page.value.rows;
    if (!madeProgress || isEnd(page.value, offset)) {
      return whole(found);
    }
    if (pages === 0) {
      readAhead(page.value, readPage, ahead);
    }
  }
  return succeed({ items: [...found.values()], complete: false });
}

function whole<T>(found: ReadonlyMap<string, T>): Result<Listing<T>, never> {
  return succeed({ items: [...found.values()], complete: true });
}

function isEnd<T>(page: Page<T>, nextOffset: number): boolean {
  if (page.rows === 0 || page.isLast === true) {
    return true;
  }
  return page.isLast === undefined && page.count !== undefined && nextOffset >= page.count;
}

/** A server may give fewer rows than it was asked for, so the first page tells how long the others are. */
function readAhead<T>(
  first: Page<T>,
  readPage: ReadPage<T>,
  ahead: Map<number, Promise<Result<Page<T>, Failure>>>,
): void {
  const end = Math.min(first.count ?? 0, first.rows * mostPages);
  for (let offset = first.rows; offset < end; offset += first.rows) {
    ahead.set(offset, readPage(offset));
  }
}
