/** Where an entry stood: the row or line, counted from one, and the name of the source, such as a file's. */
export interface Origin {
  readonly row: number;
  readonly source?: string;
}

/** Why something is no address. */
export type InvalidReason = 'noAt' | 'severalAts' | 'noName' | 'noDomain' | 'badDomain' | 'tooLong' | 'noAddressInRow';

/** Why something that may be an address is probably not the one that was meant. */
export type DoubtReason =
  | 'cut'
  | 'masked'
  | 'broken'
  | 'glued'
  | 'lookAlike'
  | 'unreadable'
  | 'mistyped'
  | 'escaped'
  | 'inWebAddress'
  | 'technical'
  | 'automatic'
  | 'alias'
  | 'inName'
  | 'inComment'
  | 'example'
  | 'outsideTable'
  | 'otherField';

export interface ValidEntry {
  readonly kind: 'valid';
  /** As it was given, letter case and all: Prolific tells addresses apart by it. */
  readonly address: string;
  /** The name that stood with it in the same row or item. */
  readonly name?: string;
  readonly origin?: Origin;
}

/** Nobody is invited by it unless a person says so. */
export interface DoubtfulEntry {
  readonly kind: 'doubtful';
  readonly text: string;
  readonly reason: DoubtReason;
  /** The address that was probably meant. */
  readonly suggestion?: string;
  readonly name?: string;
  readonly origin?: Origin;
}

export interface InvalidEntry {
  readonly kind: 'invalid';
  readonly text: string;
  readonly reason: InvalidReason;
  readonly origin?: Origin;
}

/** One item of what the user gave as addresses. */
export type Entry = ValidEntry | DoubtfulEntry | InvalidEntry;
