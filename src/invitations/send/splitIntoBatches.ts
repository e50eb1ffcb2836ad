import { foldCase } from '../../addresses/fold';

/**
 * Splits addresses into batches and keeps their order. Addresses that differ only in letter case never share a batch, because
 * a response in other letter case would be ambiguous, and it's unknown whether Prolific accepts both in one request.
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
