import type { Entry } from './entry';

/** A line about the list itself, or about nobody. */
export interface SkippedLine {
  readonly row: number;
  readonly text: string;
  readonly kind: 'header' | 'caption' | 'comment' | 'example' | 'words';
}

/** The contents of a text, in the order of its lines. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly skipped: readonly SkippedLine[];
}
