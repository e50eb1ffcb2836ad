import type { Failure } from '../failure';
import { succeed, type Result } from '../result';
import type { PageSchemas } from '../schema/page';
import type { CallOptions, Caller } from './call';
import { readNumberedPages } from './numberedPaging';
import { readAllPages, type Listing, type ReadingOptions } from './paging';

/**
 * Page size. The service's default is 20; its own command line requests 200 (prolific-oss/cli), and 200 is the most its MCP server
 * asks for of studies (prolific-oss/prolific-mcp).
 */
const rowsPerPage = 200;

/** Longer lists are cut short, in bytes of JSON: they are kept in memory. */
export const maxListBytes = 64 * 1024 * 1024;

export interface ListOptions<T> extends CallOptions, ReadingOptions<T> {}

/** Reads all pages of a list with `limit` and `offset`. `complete` adds what the service omits from each item. */
export function readList<T extends { readonly id: string }>(
  call: Caller,
  path: string,
  pages: PageSchemas<T>,
  { signal, onItems, onWait }: ListOptions<T> = {},
  complete: (item: T) => T = (item) => item,
): Promise<Result<Listing<T>, Failure>> {
  let bytes = 0;
  const onBytes = (more: number) => void (bytes += more);
  return readAllPages(
    async (offset, either) => {
      const query = { limit: rowsPerPage, offset };
      const schema = offset === 0 ? pages.first : pages.later;
      const page = await call({ method: 'GET', path, query, signal: either, onWait, onBytes }, schema);
      return page.ok ? succeed({ ...page.value, items: page.value.items.map(complete) }) : page;
    },
    { signal, onItems, isFull: () => bytes > maxListBytes },
  );
}

export interface NumberedList<T> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly pages: PageSchemas<T>;
  /** Which items belong to the list. Servers that ignore a filter return others too. */
  readonly belongs?: (item: T) => boolean;
  /** Adds what the service omits from each item. */
  readonly complete?: (item: T) => T;
}

/** Reads all pages of a list with `page` and `page_size`. */
export async function readNumberedList<T extends { readonly id: string }>(
  call: Caller,
  { path, query, pages, belongs = () => true, complete = (item) => item }: NumberedList<T>,
  { signal, onItems, onWait }: ListOptions<T> = {},
): Promise<Result<Listing<T>, Failure>> {
  let bytes = 0;
  const onBytes = (more: number) => void (bytes += more);
  const select = onItems && ((items: readonly T[]) => onItems(items.filter(belongs)));
  const list = await readNumberedPages(
    async (page, either) => {
      const schema = page === 1 ? pages.first : pages.later;
      const numbered = { ...query, page, page_size: rowsPerPage };
      const read = await call({ method: 'GET', path, query: numbered, signal: either, onWait, onBytes }, schema);
      return read.ok ? succeed({ ...read.value, items: read.value.items.map(complete) }) : read;
    },
    { signal, onItems: select, isFull: () => bytes > maxListBytes, pageSize: rowsPerPage },
  );
  return list.ok ? succeed({ ...list.value, items: list.value.items.filter(belongs) }) : list;
}
