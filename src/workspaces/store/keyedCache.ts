import type { Failure, Result } from '../../api';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';

/** What is known about something that is read on demand, such as one part of a workspace. */
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

export interface KeyedCacheOptions<Id, T> {
  readonly read: (session: SignedIn, id: Id) => Promise<Result<T, Failure>>;
  readonly onDidChange: (id: Id) => void;
  readonly now: () => number;
}

/** A cache of values by id, such as the balances of workspaces. */
export class KeyedCache<Id extends string, T> {
  readonly #readings: Held<Map<Id, Cached<T>>>;
  /** Responses still in flight for the previous session are dropped. */
  readonly #underWay: Held<Map<Id, UnderWay<T>>>;

  constructor(
    private readonly account: CurrentAccount,
    private readonly options: KeyedCacheOptions<Id, T>,
  ) {
    this.#readings = account.hold(() => new Map<Id, Cached<T>>());
    this.#underWay = account.holdForSession(() => new Map<Id, UnderWay<T>>());
  }

  /** The ids something is known about. */
  get ids(): readonly Id[] {
    return [...this.#readings.value.keys()];
  }

  of(id: Id): Cached<T> {
    return this.#readings.value.get(id) ?? notRead;
  }

  /**
   * Reads the value unless it was read within the last minute. After a failure, nothing is read until the user retries.
   */
  readIfStale(id: Id): Promise<void> {
    const { readAt, failure } = this.of(id);
    const isFresh = readAt !== undefined && this.options.now() - readAt < ttlMs;
    return isFresh || failure !== undefined ? Promise.resolve() : this.read(id);
  }

  /** Like `readIfStale`, but also reads again after a failure, or if the session is replaced in the meantime. */
  async readIfStaleOrFailed(id: Id): Promise<void> {
    let owner;
    do {
      ({ owner } = this.account);
      await (this.of(id).failure === undefined ? this.readIfStale(id) : this.read(id));
    } while (this.account.owner !== owner);
  }

  /** Reads the value again. Callers share a read that is already in flight. */
  read(id: Id): Promise<void> {
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
  update(id: Id, change: (value: T) => T): void {
    this.#underWay.value.get(id)?.changes.push(change);
    const reading = this.of(id);
    if (reading.value !== undefined) {
      this.#set(id, { ...reading, value: change(reading.value) });
    }
  }

  /** Drops the value unless it is being read. */
  forget(id: Id): void {
    if (!this.#underWay.value.has(id) && this.#readings.value.delete(id)) {
      this.options.onDidChange(id);
    }
  }

  async #read(owner: SignedIn, id: Id): Promise<void> {
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

  #set(id: Id, reading: Cached<T>): void {
    this.#readings.value.set(id, reading);
    this.options.onDidChange(id);
  }
}
