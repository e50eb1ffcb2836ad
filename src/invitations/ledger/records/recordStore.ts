import { type ApiOrigin, fail, type Result, succeed } from '../../../api';
import type { Disposable } from '../../../platform/emitter';
import type { Secrets } from '../../../platform/secrets';
import type { StorageFailure } from '../../../session/tokenStore';
import { holdsPeople, type LedgerRecord, nameOfRecord, readRecord, type StoredRecord, writeRecord } from './records';

/** The account whose invitations are stored. */
export interface Owner {
  readonly origin: ApiOrigin;
  readonly account: { readonly id: string };
}

/** Stores each account's records in VS Code's SecretStorage, because invite links are as good as keys. */
export class RecordStore implements Disposable {
  readonly #subscription: Disposable;
  /** The keys of the people records that this window has deleted. */
  readonly #deleted = new Set<string>();

  constructor(private readonly secrets: Secrets) {
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (this.#deleted.has(key)) {
        void this.#deleteAgain(key);
      }
    });
  }

  /** Whether the host can list what is stored. */
  get canList(): boolean {
    return this.secrets.keys !== undefined;
  }

  /** Returns the names of an account's records. Empty if the host can't list them. */
  async list(owner: Owner): Promise<Result<readonly string[], StorageFailure>> {
    const prefix = prefixOf(owner);
    const keys = await this.#keys();
    return keys.ok
      ? succeed(keys.value.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)))
      : keys;
  }

  /** Returns all accounts at an origin that have records. */
  async owners(origin: ApiOrigin): Promise<Result<readonly Owner[], StorageFailure>> {
    const prefix = prefixOfAll(origin);
    const keys = await this.#keys();
    if (!keys.ok) {
      return keys;
    }
    const stored = keys.value.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    const ids = new Set(stored.map((name) => name.split('|', 1)[0] ?? ''));
    return succeed([...ids].map((id) => ({ origin, account: { id } })));
  }

  async read(owner: Owner, name: string): Promise<Result<LedgerRecord | undefined, StorageFailure>> {
    try {
      const stored = await this.secrets.get(prefixOf(owner) + name);
      return succeed(stored === undefined ? undefined : readRecord(name, stored));
    } catch {
      return fail({ kind: 'storage', doing: 'reading' });
    }
  }

  write(owner: Owner, record: StoredRecord): Promise<Result<void, StorageFailure>> {
    return written(() => this.secrets.store(prefixOf(owner) + nameOfRecord(record), writeRecord(record)));
  }

  /** Replaces a record that VS Code deleted because it couldn't decrypt it with an unreadable one. */
  markAsUnreadable(owner: Owner, name: string): Promise<Result<void, StorageFailure>> {
    return written(() => this.secrets.store(prefixOf(owner) + name, '{}'));
  }

  delete(owner: Owner, name: string): Promise<Result<void, StorageFailure>> {
    const key = prefixOf(owner) + name;
    if (holdsPeople(name)) {
      this.#deleted.add(key);
    }
    return written(() => this.secrets.delete(key));
  }

  /** Whether this window deleted the people in this record. */
  hasDeleted(owner: Owner, name: string): boolean {
    return this.#deleted.has(prefixOf(owner) + name);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Deletes what another window marked as unreadable because it was reading people while they were deleted. */
  async #deleteAgain(key: string): Promise<void> {
    await written(async () => {
      if ((await this.secrets.get(key)) !== undefined) {
        await this.secrets.delete(key);
      }
    });
  }

  async #keys(): Promise<Result<readonly string[], StorageFailure>> {
    try {
      return succeed((await this.secrets.keys?.()) ?? []);
    } catch {
      return fail({ kind: 'storage', doing: 'reading' });
    }
  }

  /** Calls back with the name of each record that any window writes or deletes. */
  onDidChange(owner: () => Owner | undefined, listener: (name: string) => void): Disposable {
    return this.secrets.onDidChange(({ key }) => {
      const current = owner();
      const prefix = current === undefined ? undefined : prefixOf(current);
      if (prefix !== undefined && key.startsWith(prefix)) {
        listener(key.slice(prefix.length));
      }
    });
  }
}

export function isSameAccount(one: Owner | undefined, other: Owner | undefined): boolean {
  return one !== undefined && other !== undefined && prefixOf(one) === prefixOf(other);
}

function prefixOf({ origin, account }: Owner): string {
  return `${prefixOfAll(origin)}${account.id}|`;
}

function prefixOfAll(origin: ApiOrigin): string {
  return `invitations|${origin}|`;
}

async function written(write: () => Thenable<void>): Promise<Result<void, StorageFailure>> {
  try {
    await write();
    return succeed(undefined);
  } catch {
    return fail({ kind: 'storage', doing: 'writing' });
  }
}
