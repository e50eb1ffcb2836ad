import { foldCase } from '../../addresses/fold';

/**
 * Batches of at most so many, in the order given. Addresses that differ in letter case alone never share one: a response in
 * other letter case could not be told apart, and nobody knows whether Prolific takes both in one call.
 */
export function splitIntoBatches(addresses: readonly string[], most: number): readonly (readonly string[])[] {
  const batches: Map<string, string>[] = [];
  let firstWithRoom = 0;
  for (const address of addresses) {
    const fold = foldCase(address);
    while ((batches[firstWithRoom]?.size ?? 0) >= most) {
      firstWithRoom += 1;
    }
    const withRoom = batches.slice(firstWithRoom).find((batch) => batch.size < most && !batch.has(fold));
    if (withRoom === undefined) {
      batches.push(new Map([[fold, address]]));
    } else {
      withRoom.set(fold, address);
    }
  }
  return batches.map((batch) => [...batch.values()]);
}
