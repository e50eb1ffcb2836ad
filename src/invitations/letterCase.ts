/** What two addresses have in common that differ in letter case alone. Prolific may tell them apart all the same. */
export function foldCase(address: string): string {
  return address.toLowerCase();
}
