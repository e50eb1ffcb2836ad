import { foldCase } from './fold';

/** The addresses that differ from others in letter case alone, those that belong together in one list. */
export function caseVariants(addresses: readonly string[]): readonly (readonly string[])[] {
  const variants = new Map<string, Set<string>>();
  for (const address of addresses) {
    const fold = foldCase(address);
    variants.set(fold, (variants.get(fold) ?? new Set()).add(address));
  }
  return [...variants.values()].filter(({ size }) => size > 1).map((same) => [...same]);
}
