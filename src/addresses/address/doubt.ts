import type { DoubtReason } from '../entry';
import type { Undecorated } from './decoration';
import { isAddress, type Parts } from './shape';

export interface Doubt {
  readonly reason: DoubtReason;
  /** The address that was probably meant. */
  readonly suggestion?: string;
}

/** A word that has the shape of an address, or nearly. */
export interface Suspect extends Undecorated, Parts {}

/** With the suggestion only where that is an address itself. */
export function suggest(reason: DoubtReason, suggestion: string): Doubt {
  return isAddress(suggestion) ? { reason, suggestion } : { reason };
}
