import type { DoubtReason } from '../entry';
import type { Undecorated } from './decoration';
import { isAddress, type Parts } from './shape';

export interface Doubt {
  readonly reason: DoubtReason;
  /** The address that was probably meant. */
  readonly suggestion?: string;
}

/** A word with roughly the shape of an address. */
export interface Suspect extends Undecorated, Parts {}

/** Includes the suggestion only if it's an address itself. */
export function suggest(reason: DoubtReason, suggestion: string): Doubt {
  return isAddress(suggestion) ? { reason, suggestion } : { reason };
}
