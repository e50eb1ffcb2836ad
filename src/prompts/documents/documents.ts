import type { CommandTarget } from '../commandTarget';

/** Read-only documents of the current account, each by its path. They're gone with the window or the account. */
export interface Documents<T> {
  /** Returns the path of the document. It takes the place of an earlier one that was kept under one of these keys. */
  keep(value: T, keys?: readonly string[]): string;
  show(path: string): Promise<void>;
  /** The path of the document that was kept under a key, if it still is. */
  pathOf(key: string): string | undefined;
  /** What was kept last. */
  newest(): T | undefined;
  /** What the document is about in whose editor a command was called, or the one in front. */
  valueOf(target: CommandTarget): T | undefined;
}

/** What documents of one kind are made of. */
export interface DocumentKind<T> {
  readonly scheme: string;
  readonly nameOf: (value: T) => string;
  readonly textOf: (value: T) => string;
  /** What a document says whose value is gone. */
  readonly gone: () => string;
}
