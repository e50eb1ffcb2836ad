import { fail, type Result, succeed } from '../../../api';
import { type Disposable, Emitter } from '../../../platform/emitter';
import type { CurrentAccount, Held } from '../../../session/currentAccount';
import type { StorageFailure } from '../../../session/tokenStore';
import { isSameAccount, type Owner, type RecordStore } from './recordStore';
import { holdsPeople, type LedgerRecord, nameOfRecord, type StoredRecord, unreadableRecord } from './records';
import { StoredRuns } from './storedRuns';

/** Records by name. Undefined for those that no longer exist. */
type Records = ReadonlyMap<string, LedgerRecord | undefined>;

/** The current account's records in memory: read at the start and kept in sync with changes by other windows. */
export class RecordCache implements Disposable {
  readonly #changed = new Emitter<ReadonlySet<string>>();
  readonly #subscription: Disposable;
  readonly #stored: Held<StoredRuns>;
  readonly #couldList: Held<boolean>;
  /** The names of records whose latest read failed, with the ticket of that read. */
  readonly #outOfDate: Held<Map<string, number>>;
  /** Numbers reads and writes, so that a slow read doesn't undo anything newer. */
  #lastTicket = 0;
  readonly #tickets = new Map<string, number>();

  /** Fires with the workspaces whose runs have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly store: RecordStore,
    private readonly account: Pick<CurrentAccount, 'owner' | 'hold'>,
  ) {
    this.#stored = account.hold(() => new StoredRuns());
    this.#couldList = account.hold(() => true);
    this.#outOfDate = account.hold(() => new Map<string, number>());
    this.#subscription = store.onDidChange(
      () => account.owner,
      (name) => void this.#follow(name),
    );
  }

  get stored(): StoredRuns {
    return this.#stored.value;
  }

  /** Whether the storage could be listed the last time. */
  get couldList(): boolean {
    return this.#couldList.value;
  }

  /** Whether the records may be outdated because a read failed. */
  get isOutOfDate(): boolean {
    return this.#outOfDate.value.size > 0;
  }

  /** Returns the names of all records, or of the known ones if the host can't list them. */
  async list(owner: Owner): Promise<Result<readonly string[], StorageFailure>> {
    if (!this.store.canList) {
      return succeed(this.#isCurrent(owner) ? this.stored.names : []);
    }
    const names = await this.store.list(owner);
    if (this.#isCurrent(owner)) {
      this.#couldList.value = names.ok;
    }
    return names;
  }

  async readAll(owner: Owner): Promise<void> {
    const ticket = this.#nextTicket();
    const names = await this.list(owner);
    if (!names.ok) {
      return;
    }
    const { found } = await this.#read(owner, names.value, ticket);
    this.#take(owner, found, ticket);
    // VS Code deletes what it can't decrypt. An unreadable record in its place shows that there was something.
    const missing = names.value.filter(
      (name) => holdsPeople(name) && found.get(name) === undefined && !this.store.hasDeleted(owner, name),
    );
    await Promise.all(missing.map((name) => this.store.markAsUnreadable(owner, name)));
    this.#take(owner, new Map(missing.map((name) => [name, unreadableRecord(name)])), this.#nextTicket());
  }

  /** Reads new and unreadable records, and those that may have changed. Fails if any of them can't be read. */
  async refresh(owner: Owner, mayHaveChanged: (name: string) => boolean): Promise<Result<void, StorageFailure>> {
    const ticket = this.#nextTicket();
    const names = await this.list(owner);
    if (!names.ok) {
      return names;
    }
    const isToRead = (name: string) =>
      this.#outOfDate.value.has(name) || (this.stored.record(name)?.kind ?? 'unreadable') === 'unreadable';
    const { found, failure } = await this.#read(
      owner,
      names.value.filter((name) => isToRead(name) || mayHaveChanged(name)),
      ticket,
    );
    const listed = new Set(names.value);
    const gone = this.stored.names.filter((name) => !listed.has(name)).map((name) => [name, undefined] as const);
    this.#take(owner, new Map([...found, ...gone]), ticket);
    return failure === undefined ? succeed(undefined) : fail(failure);
  }

  async write(owner: Owner, record: StoredRecord): Promise<Result<void, StorageFailure>> {
    const written = await this.store.write(owner, record);
    if (written.ok) {
      this.#take(owner, new Map([[nameOfRecord(record), record]]), this.#nextTicket());
    }
    return written;
  }

  async delete(owner: Owner, name: string): Promise<Result<void, StorageFailure>> {
    const deleted = await this.store.delete(owner, name);
    if (deleted.ok) {
      this.#take(owner, new Map([[name, undefined]]), this.#nextTicket());
    }
    return deleted;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #follow(name: string): Promise<void> {
    const { owner } = this.account;
    if (owner !== undefined) {
      const ticket = this.#nextTicket();
      this.#take(owner, (await this.#read(owner, [name], ticket)).found, ticket);
    }
  }

  /** A record that can't be read stays as it was known, or counts as unreadable. */
  async #read(
    owner: Owner,
    names: readonly string[],
    ticket: number,
  ): Promise<{ readonly found: Records; readonly failure: StorageFailure | undefined }> {
    let failure: StorageFailure | undefined;
    const outOfDate = this.#outOfDate.value;
    const read = async (name: string) => {
      const result = await this.store.read(owner, name);
      if (!result.ok) {
        failure ??= result.failure;
        outOfDate.set(name, ticket);
      }
      return [name, result.ok ? result.value : (this.stored.record(name) ?? unreadableRecord(name))] as const;
    };
    return { found: new Map(await Promise.all(names.map(read))), failure };
  }

  #take(owner: Owner, records: Records, ticket: number): void {
    if (!this.#isCurrent(owner)) {
      return;
    }
    const newer = [...records].filter(([name]) => (this.#tickets.get(name) ?? 0) < ticket);
    newer.forEach(([name]) => {
      this.#tickets.set(name, ticket);
      if ((this.#outOfDate.value.get(name) ?? 0) < ticket) {
        this.#outOfDate.value.delete(name);
      }
    });
    this.#changed.fire(this.stored.apply(new Map(newer)));
  }

  #isCurrent(owner: Owner): boolean {
    return isSameAccount(owner, this.account.owner);
  }

  #nextTicket(): number {
    this.#lastTicket += 1;
    return this.#lastTicket;
  }
}
