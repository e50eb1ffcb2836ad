import { linesOf } from './cells';
import { entriesOf } from './entries';
import type { Entry } from './entry';
import { tokensOf } from './tokens';
import { runToEnd, runYielding, type Work } from './cooperative';

export type { InvalidReason, Entry } from './entry';

/**
 * Reads addresses as people type and paste them: between commas, semicolons, spaces, tabs and new lines, with names, as
 * links, as lists, as rows of a table. Order, letter case and repeats are kept. No address is dropped, none is made up,
 * and what is none comes back with its fault, except words that are about an address: its name in front of it, a comment,
 * the cells beside it in a row, a label that ends with a colon, a header, the mark or number of a line.
 */
export function readAddresses(text: string): readonly Entry[] {
  return runToEnd(read(text));
}

/** The same for long texts, such as files: lets others have their turn in between. */
export function readAddressesInTurns(text: string): Promise<readonly Entry[]> {
  return runYielding(read(text));
}

function* read(text: string): Work<readonly Entry[]> {
  return yield* entriesOf(yield* linesOf(tokensOf(text)));
}
