import { foldCase } from './fold';

/** Returns the addresses that differ only in letter case, grouped. */
export function caseVariants(addresses: readonly string[]): readonly (readonly string[])[] {
  const variants = new Map<string, Set<string>>();
  for (const address of addresses) {
    const fold = foldCase(address);
    variants.set(fold, (variants.get(fold) ?? new Set()).add(address));
  }
  return [...variants.values()].filter(({ size }) => size > 1).map((same) => [...same]);
}
