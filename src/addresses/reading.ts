import type { Entry } from './entry';

/** A line that is about the list, or about nobody. It is told, and not counted among the people. */
export interface SkippedLine {
  readonly row: number;
  readonly text: string;
  readonly kind: 'header' | 'caption' | 'comment' | 'example' | 'words';
}

/** What a text says, in the order of its lines. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly skipped: readonly SkippedLine[];
}
