import type { Ledger, LedgerEntry } from '../ledger/ledger';

/** The invitation that a command was called on, if it was called on an invitation's row. */
export function entryOfArgument(argument: unknown, ledger: Ledger): LedgerEntry | undefined {
  if (typeof argument !== 'object' || argument === null || !('batchId' in argument) || !('address' in argument)) {
    return undefined;
  }
  const { batchId, address } = argument;
  return typeof batchId === 'string' && typeof address === 'string' ? ledger.find(batchId, address) : undefined;
}
