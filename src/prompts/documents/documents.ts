import type { CommandTarget } from '../commandTarget';

/** Read-only documents of the current account, each identified by its path. Dropped with the window or the account. */
export interface Documents<T> {
  /** Stores a document and returns its path. Replaces an earlier one stored under one of these keys. */
  keep(value: T, keys?: readonly string[]): string;
  show(path: string): Promise<void>;
  /** Returns the path of the document stored under a key, if there still is one. */
  pathOf(key: string): string | undefined;
  /** Returns the value stored last. */
  newest(): T | undefined;
  /** Returns the value of the document whose editor a command was called in, or else of the active one. */
  valueOf(target: CommandTarget): T | undefined;
}

/** How documents of one kind are named and written. */
export interface DocumentKind<T> {
  readonly scheme: string;
  readonly nameOf: (value: T) => string;
  readonly textOf: (value: T) => string;
  /** The text of a document whose value is gone. */
  readonly gone: () => string;
}
