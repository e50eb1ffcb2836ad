import type { Behavior } from '../behavior';
import { apiError } from '../http/errors';

export interface PageRequest {
  readonly query: URLSearchParams;
  /** Origin and path of the list, for `_links`. */
  readonly listUrl: string;
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name) ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Zero means the default, as for the official CLI. */
function pageSize(query: URLSearchParams, name: string, { defaultPageSize, maxPageSize }: Behavior): number {
  const requested = numberIn(query, name) ?? 0;
  return Math.min(requested === 0 ? defaultPageSize : requested, maxPageSize);
}

/** Returns one page of a list with `limit` and `offset`, in the envelope observed from the service. */
export function page<T>(
  items: readonly T[],
  { query, listUrl }: PageRequest,
  behavior: Behavior,
  serialize: (item: T) => unknown,
): unknown {
  const count = items.length;
  const limit = pageSize(query, 'limit', behavior);
  const offset = numberIn(query, 'offset') ?? 0;
  if (offset > 0 && offset >= count && behavior.pastTheEnd === 'error') {
    throw apiError(404, 'Invalid page.');
  }
  const results = items.slice(offset, offset + limit).map(serialize);
  return {
    results,
    ...(behavior.links ? { _links: links({ query, listUrl }, { limit, offset, count }) } : {}),
    ...(behavior.meta ? { meta: { count } } : {}),
  };
}

/** Returns one page of a list with `page` and `page_size`. Dropped items leave their page short, but count. */
export function numberedPage<T>(
  items: readonly T[],
  { query, listUrl }: PageRequest,
  behavior: Behavior,
  { isDropped, serialize }: { isDropped: (item: T) => boolean; serialize: (item: T) => unknown },
): unknown {
  const count = items.length;
  const size = pageSize(query, 'page_size', behavior);
  const number = numberIn(query, 'page') ?? 1;
  const last = Math.max(1, Math.ceil(count / size));
  if (number < 1 || (number > last && behavior.pastTheEnd === 'error')) {
    throw apiError(404, 'Invalid page.');
  }
  const at = (page: number): string => urlWith(listUrl, query, { page });
  const rows = items.slice((number - 1) * size, number * size).filter((item) => !isDropped(item));
  const around = {
    self: { title: 'Current', href: urlWith(listUrl, query) },
    next: { title: 'Next', href: number < last ? at(number + 1) : null },
    previous: { title: 'Previous', href: number > 1 ? at(number - 1) : null },
    last: { title: 'Last', href: at(last) },
  };
  return {
    results: rows.map(serialize),
    ...(behavior.links ? { _links: around } : {}),
    ...(behavior.meta ? { meta: { count } } : {}),
  };
}

function links(
  { query, listUrl }: PageRequest,
  { limit, offset, count }: { limit: number; offset: number; count: number },
): unknown {
  const at = (start: number): string => urlWith(listUrl, query, { limit, offset: start });
  const last = Math.max(0, Math.ceil(count / limit) - 1) * limit;
  return {
    self: { title: 'Current', href: urlWith(listUrl, query) },
    next: { title: 'Next', href: offset + limit < count ? at(offset + limit) : null },
    previous: { title: 'Previous', href: offset > 0 ? at(Math.max(0, offset - limit)) : null },
    last: { title: 'Last', href: last === 0 ? listUrl : at(last) },
  };
}

/** Keeps the other parameters of the query, as the service does. */
function urlWith(listUrl: string, query: URLSearchParams, changes: Readonly<Record<string, number>> = {}): string {
  const changed = new URLSearchParams(query);
  Object.entries(changes).forEach(([name, value]) => changed.set(name, String(value)));
  const search = changed.toString();
  return search === '' ? listUrl : `${listUrl}?${search}`;
}
