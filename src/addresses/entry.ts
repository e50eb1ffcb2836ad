/** The position of an entry: the row or line, counted from one, and the name of the source, such as a file. */
export interface SourcePosition {
  readonly row: number;
  readonly source?: string;
}

/** Why something isn't an address. */
export type InvalidReason = 'noAt' | 'severalAts' | 'noName' | 'noDomain' | 'badDomain' | 'tooLong' | 'noAddressInRow';

/** Why an address is probably not the one that was meant. */
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
  /** As it was given, including letter case, by which Prolific tells addresses apart. */
  readonly address: string;
  /** The name in the same row or item. */
  readonly name?: string;
  readonly position?: SourcePosition;
}

/** Nobody is invited at it unless the user says so. */
export interface DoubtfulEntry {
  readonly kind: 'doubtful';
  readonly text: string;
  readonly reason: DoubtReason;
  /** The address that was probably meant. */
  readonly suggestion?: string;
  readonly name?: string;
  readonly position?: SourcePosition;
}

export interface InvalidEntry {
  readonly kind: 'invalid';
  readonly text: string;
  readonly reason: InvalidReason;
  readonly position?: SourcePosition;
}

/** One item of what the user gave as addresses. */
export type Entry = ValidEntry | DoubtfulEntry | InvalidEntry;
