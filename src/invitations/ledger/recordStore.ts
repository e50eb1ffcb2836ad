import { type ApiOrigin, fail, type Result, succeed } from '../../api';
import type { Disposable } from '../../platform/emitter';
import type { Secrets } from '../../platform/secrets';
import type { StorageFailure } from '../../session/tokenStore';
import { holdsPeople, type LedgerRecord, nameOfRecord, readRecord, type StoredRecord, writeRecord } from './records';

/** The account whose invitations are stored. */
export interface Owner {
  readonly origin: ApiOrigin;
  readonly account: { readonly id: string };
}

/** The records of each account, in VS Code's SecretStorage: invite links are as good as keys. */
export class RecordStore implements Disposable {
  readonly #subscription: Disposable;
  /** The keys of all people that this window has deleted. */
  readonly #deleted = new Set<string>();

  constructor(private readonly secrets: Secrets) {
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (this.#deleted.has(key)) {
        void this.#deleteAgain(key);
      }
    });
  }

  /** Whether it can be found out what is stored. */
  get canList(): boolean {
    return this.secrets.keys !== undefined;
  }

  /** The names of all records of an account; none where the host can't list them. */
  async list(owner: Owner): Promise<Result<readonly string[], StorageFailure>> {
    const prefix = prefixOf(owner);
    const keys = await this.#keys();
    return keys.ok
      ? succeed(keys.value.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)))
      : keys;
  }

  /** All accounts at an origin of which something is stored. */
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

  /** Puts something unreadable in the place of a record that VS Code threw away because it could not decrypt it. */
  markAsLost(owner: Owner, name: string): Promise<Result<void, StorageFailure>> {
    return written(() => this.secrets.store(prefixOf(owner) + name, '{}'));
  }

  delete(owner: Owner, name: string): Promise<Result<void, StorageFailure>> {
    const key = prefixOf(owner) + name;
    if (holdsPeople(name)) {
      this.#deleted.add(key);
    }
    return written(() => this.secrets.delete(key));
  }

  /** Whether it was this window that deleted people. */
  hasDeleted(owner: Owner, name: string): boolean {
    return this.#deleted.has(prefixOf(owner) + name);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** A window that was just reading people as they were deleted has taken them for lost. */
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

  /** Calls back with the name of a record that any window wrote or deleted. */
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
