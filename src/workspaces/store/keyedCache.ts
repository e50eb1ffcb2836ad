import type { Failure, Result, WorkspaceId } from '../../api';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';

/** What is known about one part of a workspace that is read on demand. */
export interface Cached<T> {
  /** The last value read. A later failure leaves it in place. */
  readonly value: T | undefined;
  /** When `value` was read, in milliseconds since the epoch. */
  readonly readAt: number | undefined;
  /** Why the last read failed, if it did. */
  readonly failure: Failure | undefined;
}

const notRead: Cached<never> = { value: undefined, readAt: undefined, failure: undefined };

/** How long a value counts as fresh, in milliseconds. */
const ttlMs = 60_000;

interface UnderWay<T> {
  readonly end: Promise<void>;
  /** What has changed on the server since the read began. */
  readonly changes: ((value: T) => T)[];
}

export interface KeyedCacheOptions<T> {
  readonly read: (session: SignedIn, id: WorkspaceId) => Promise<Result<T, Failure>>;
  readonly onDidChange: (id: WorkspaceId) => void;
  readonly now: () => number;
}

/** A cache of one part, such as the balance, of every workspace it was read for. */
export class KeyedCache<T> {
  readonly #readings: Held<Map<WorkspaceId, Cached<T>>>;
  /** Responses still in flight for the previous session are dropped. */
  readonly #underWay: Held<Map<WorkspaceId, UnderWay<T>>>;

  constructor(
    private readonly account: CurrentAccount,
    private readonly options: KeyedCacheOptions<T>,
  ) {
    this.#readings = account.hold(() => new Map<WorkspaceId, Cached<T>>());
    this.#underWay = account.holdForSession(() => new Map<WorkspaceId, UnderWay<T>>());
  }

  /** The workspaces something is known about. */
  get ids(): readonly WorkspaceId[] {
    return [...this.#readings.value.keys()];
  }

  of(id: WorkspaceId): Cached<T> {
    return this.#readings.value.get(id) ?? notRead;
  }

  /**
   * Reads the value unless it was read within the last minute. After a failure, nothing is read until the user retries.
   */
  readIfStale(id: WorkspaceId): Promise<void> {
    const { readAt, failure } = this.of(id);
    const isFresh = readAt !== undefined && this.options.now() - readAt < ttlMs;
    return isFresh || failure !== undefined ? Promise.resolve() : this.read(id);
  }

  /** Like `readIfStale`, but also reads again after a failure, or for the next session if that comes meanwhile. */
  async readIfStaleOrFailed(id: WorkspaceId): Promise<void> {
    let owner;
    do {
      ({ owner } = this.account);
      await (this.of(id).failure === undefined ? this.readIfStale(id) : this.read(id));
    } while (this.account.owner !== owner);
  }

  /** Reads the value again. Callers share a read that is already in flight. */
  read(id: WorkspaceId): Promise<void> {
    const { owner } = this.account;
    if (owner === undefined) {
      return Promise.resolve();
    }
    const underWay = this.#underWay.value.get(id) ?? { end: this.#read(owner, id), changes: [] };
    this.#underWay.value.set(id, underWay);
    return underWay.end;
  }

  /**
   * Sets the value to what the server returned after a change. Takes precedence over a read in flight, which may be
   * older.
   */
  update(id: WorkspaceId, change: (value: T) => T): void {
    this.#underWay.value.get(id)?.changes.push(change);
    const reading = this.of(id);
    if (reading.value !== undefined) {
      this.#set(id, { ...reading, value: change(reading.value) });
    }
  }

  /** Drops the value unless it is being read. */
  forget(id: WorkspaceId): void {
    if (!this.#underWay.value.has(id) && this.#readings.value.delete(id)) {
      this.options.onDidChange(id);
    }
  }

  async #read(owner: SignedIn, id: WorkspaceId): Promise<void> {
    const result = await this.options.read(owner, id);
    if (this.account.owner !== owner) {
      return;
    }
    const changes = this.#underWay.value.get(id)?.changes ?? [];
    this.#underWay.value.delete(id);
    if (result.ok) {
      const value = changes.reduce((read, change) => change(read), result.value);
      this.#set(id, { value, readAt: this.options.now(), failure: undefined });
    } else {
      this.#set(id, { ...this.of(id), failure: result.failure });
    }
  }

  #set(id: WorkspaceId, reading: Cached<T>): void {
    this.#readings.value.set(id, reading);
    this.options.onDidChange(id);
  }
}
