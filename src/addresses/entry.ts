/** Why an entry is no address. */
export type AddressFault = 'noAt' | 'severalAts' | 'noName' | 'noDomain' | 'badDomain' | 'tooLong';

export interface Address {
  readonly kind: 'address';
  /** As it was given, letter case and all: Prolific tells addresses apart by it. */
  readonly address: string;
  /** The name that stood in front of it, if one did. */
  readonly name?: string;
}

export interface NotAnAddress {
  readonly kind: 'notAnAddress';
  readonly text: string;
  readonly fault: AddressFault;
}

/** One item of what the user gave as addresses, an address or not. */
export type Entry = Address | NotAnAddress;
