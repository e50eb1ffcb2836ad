import type { Entry } from './entry';
import { readSource, readSourceYielding, type Source } from './source';
import { readColumn } from './table/readColumn';

export type { Entry, InvalidReason } from './entry';

/** Reads what people type. */
export function readAddresses(text: string): readonly Entry[] {
  return entriesOf(readSource(text));
}

/** Does the same for long texts without blocking others for long. */
export async function readAddressesYielding(text: string): Promise<readonly Entry[]> {
  return entriesOf(await readSourceYielding(text));
}

function entriesOf(source: Source): readonly Entry[] {
  return source.kind === 'people'
    ? source.reading.entries
    : readColumn(source.table, source.columns[0]?.index ?? 0).entries;
}
