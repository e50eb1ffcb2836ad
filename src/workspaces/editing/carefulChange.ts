import type { Failure, Result } from '../../api';

/** One text of a thing at the server that is to become another. */
export interface TextChange<T> {
  readonly read: () => Promise<Result<T, Failure>>;
  /** Gets the thing as it was read just before too, for what has to be sent along unchanged. */
  readonly write: (wanted: string, now: T) => Promise<Result<unknown, Failure>>;
  readonly textOf: (thing: T) => string;
  /** The text as the user saw it when asked for another. */
  readonly seen: string;
  readonly wanted: string;
  /** Shows the rows what the server has. */
  readonly keep: (thing: T) => void;
  /** Asked where the server has a third text. */
  readonly chooseText: (servers: string) => Promise<'mine' | 'servers' | undefined>;
}

export type ChangeOutcome =
  /** The server has what was wanted, or what the user chose to keep. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'cancelled' }
  /** Written, but what the server has now could not be read. */
  | { readonly kind: 'unseen'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly at: 'reading' | 'writing'; readonly failure: Failure };

const settled: ChangeOutcome = { kind: 'settled' };

/**
 * Reads the thing again, asks if somebody changed it meanwhile, writes, and reads back what the server has now.
 * There is no version to send along, so this narrows the gap for a lost update and does not close it.
 */
export async function changeCarefully<T>(change: TextChange<T>): Promise<ChangeOutcome> {
  const { textOf, seen, wanted } = change;
  const before = await change.read();
  if (!before.ok) {
    return { kind: 'failed', at: 'reading', failure: before.failure };
  }
  change.keep(before.value);
  const servers = textOf(before.value);
  if (servers === wanted) {
    return settled;
  }
  if (servers !== seen) {
    const choice = await change.chooseText(servers);
    switch (choice) {
      case 'mine':
        // Time has passed while the user was choosing, so it is read once more.
        return changeCarefully({ ...change, seen: servers });
      case 'servers':
        return settled;
      case undefined:
        return { kind: 'cancelled' };
    }
  }
  const written = await change.write(wanted, before.value);
  const after = await change.read();
  if (after.ok) {
    change.keep(after.value);
  }
  if (written.ok) {
    return after.ok ? settled : { kind: 'unseen', failure: after.failure };
  }
  const isThere = after.ok && textOf(after.value) === wanted;
  return isThere ? settled : { kind: 'failed', at: 'writing', failure: written.failure };
}
