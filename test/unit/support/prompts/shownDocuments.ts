import type { CommandTarget } from '../../../../src/prompts/commandTarget';
import type { DocumentKind, Documents } from '../../../../src/prompts/documents/documents';
import { KeptValues } from '../../../../src/prompts/documents/keptValues';
import type { CurrentAccount } from '../../../../src/session/currentAccount';

/** The documents of one kind in a window, and which of them is in front. */
export class ShownDocuments<T> implements Documents<T> {
  readonly #values: KeptValues<T>;
  #inFront: string | undefined;

  constructor(
    account: CurrentAccount,
    private readonly kind: DocumentKind<T>,
  ) {
    this.#values = new KeptValues(account, kind.nameOf);
  }

  keep(value: T, keys: readonly string[] = []): string {
    return this.#values.keep(value, keys);
  }

  show(path: string): Promise<void> {
    this.#inFront = path;
    return Promise.resolve();
  }

  pathOf(key: string): string | undefined {
    return this.#values.pathOf(key);
  }

  newest(): T | undefined {
    return this.#values.newest();
  }

  valueOf(target: CommandTarget): T | undefined {
    const path = target.kind === 'document' ? target.uri : this.#inFront;
    return path === undefined ? undefined : this.#values.get(path);
  }

  /** The text that the user sees. */
  get text(): string {
    const value = this.valueOf({ kind: 'palette' });
    return value === undefined ? '' : this.kind.textOf(value);
  }
}
