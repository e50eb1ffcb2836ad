import type { ServerText } from '../../api';

/**
 * Finds what was created by a request whose response was lost: the only new item with that title. Undefined if there is
 * none or more than one, to avoid guessing.
 */
export function findCreatedSince<T extends { readonly id: string; readonly title: ServerText }>(
  title: string,
  before: { has(id: string): boolean },
  now: Iterable<T>,
): T | undefined {
  const [found, ...others] = [...now].filter((thing) => thing.title.raw === title && !before.has(thing.id));
  return others.length === 0 ? found : undefined;
}
