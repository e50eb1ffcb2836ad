import type { Behaviour } from './behaviour';
import { apiError } from './errors';

export interface PageRequest {
  readonly query: URLSearchParams;
  /** Origin and path of the list, for `_links`. */
  readonly listUrl: string;
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name) ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Returns one page of a list with `limit` and `offset`, in the envelope observed from the service. */
export function page<T>(
  items: readonly T[],
  { query, listUrl }: PageRequest,
  behaviour: Behaviour,
  serialize: (item: T) => unknown,
): unknown {
  const count = items.length;
  const requested = numberIn(query, 'limit') ?? 0;
  const limit = Math.min(requested === 0 ? behaviour.defaultPageSize : requested, behaviour.maxPageSize);
  const offset = numberIn(query, 'offset') ?? 0;
  if (offset > 0 && offset >= count && behaviour.pastTheEnd === 'error') {
    throw apiError(404, 'Invalid page.');
  }
  const results = items.slice(offset, offset + limit).map(serialize);
  return {
    results,
    ...(behaviour.links ? { _links: links({ query, listUrl }, { limit, offset, count }) } : {}),
    ...(behaviour.meta ? { meta: { count } } : {}),
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
