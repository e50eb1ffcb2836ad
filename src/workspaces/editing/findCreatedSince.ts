/**
 * Finds what was made by a request whose answer was lost: the one thing of that title that was not there before.
 * Undefined where there is none, or more than one, so that nothing is taken for ours by guessing.
 */
export function findCreatedSince<T extends { readonly id: string; readonly title: string }>(
  title: string,
  before: { has(id: string): boolean },
  now: Iterable<T>,
): T | undefined {
  const [found, ...others] = [...now].filter((thing) => thing.title === title && !before.has(thing.id));
  return others.length === 0 ? found : undefined;
}
