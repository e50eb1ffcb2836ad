/** What two addresses have in common that differ in letter case alone. Prolific may tell them apart all the same. */
export function foldCase(address: string): string {
  return address.toLowerCase();
}

/** The addresses that differ from others in letter case alone, those that belong together in one list. */
export function caseVariants(addresses: readonly string[]): readonly (readonly string[])[] {
  const variants = new Map<string, Set<string>>();
  for (const address of addresses) {
    const fold = foldCase(address);
    variants.set(fold, (variants.get(fold) ?? new Set()).add(address));
  }
  return [...variants.values()].filter(({ size }) => size > 1).map((same) => [...same]);
}
