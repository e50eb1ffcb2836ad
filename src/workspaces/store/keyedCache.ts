import type { Failure, Result, WorkspaceId } from '../../api';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';

/** What is known of one thing of a workspace that is read when somebody asks for it. */
export interface Cached<T> {
  /** What was read last; a failure afterwards leaves it as it is. */
  readonly value: T | undefined;
  /** When `value` was read, in milliseconds. */
  readonly readAt: number | undefined;
  /** Why the last reading failed, and since when readings fail. */
  readonly failure: { readonly cause: Failure; readonly since: Date } | undefined;
}

const notRead: Cached<never> = { value: undefined, readAt: undefined, failure: undefined };

/** For so long what was read is taken as it is, in milliseconds. */
const ttlMs = 60_000;

interface UnderWay<T> {
  readonly end: Promise<void>;
  /** What was changed at the server since the reading began. */
  readonly changes: ((value: T) => T)[];
}

export interface KeyedCacheOptions<T> {
  readonly read: (session: SignedIn, id: WorkspaceId) => Promise<Result<T, Failure>>;
  readonly onDidChange: (id: WorkspaceId) => void;
  readonly now: () => number;
}

/** One kind of thing, such as the balance, of every workspace whose turn has come. */
export class KeyedCache<T> {
  readonly #readings: Held<Map<WorkspaceId, Cached<T>>>;
  /** Answers that are still on their way to the session before are dropped. */
  readonly #underWay: Held<Map<WorkspaceId, UnderWay<T>>>;

  constructor(
    private readonly account: CurrentAccount,
    private readonly options: KeyedCacheOptions<T>,
  ) {
    this.#readings = account.hold(() => new Map<WorkspaceId, Cached<T>>());
    this.#underWay = account.holdForSession(() => new Map<WorkspaceId, UnderWay<T>>());
  }

  /** The workspaces of which something is known. */
  get ids(): readonly WorkspaceId[] {
    return [...this.#readings.value.keys()];
  }

  of(id: WorkspaceId): Cached<T> {
    return this.#readings.value.get(id) ?? notRead;
  }

  /** Reads what was not read within the last minute. What failed is read again only when somebody asks for that. */
  readIfStale(id: WorkspaceId): Promise<void> {
    const { readAt, failure } = this.of(id);
    const isFresh = readAt !== undefined && this.options.now() - readAt < ttlMs;
    return isFresh || failure !== undefined ? Promise.resolve() : this.read(id);
  }

  /** The same for somebody who waits for it: what failed is read again too. */
  readIfStaleOrFailed(id: WorkspaceId): Promise<void> {
    return this.of(id).failure === undefined ? this.readIfStale(id) : this.read(id);
  }

  /** Reads it again. Whoever asks while it is being read waits for that reading. */
  read(id: WorkspaceId): Promise<void> {
    const { owner } = this.account;
    if (owner === undefined) {
      return Promise.resolve();
    }
    const underWay = this.#underWay.value.get(id) ?? { end: this.#read(owner, id), changes: [] };
    this.#underWay.value.set(id, underWay);
    return underWay.end;
  }

  /** Takes over what the server said of it after a change; an answer that is still on its way may be older than that. */
  update(id: WorkspaceId, change: (value: T) => T): void {
    this.#underWay.value.get(id)?.changes.push(change);
    const reading = this.of(id);
    if (reading.value !== undefined) {
      this.#set(id, { ...reading, value: change(reading.value) });
    }
  }

  /** Drops what was read, unless it is just being read. */
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
      const before = this.of(id);
      const since = before.failure?.since ?? new Date(this.options.now());
      this.#set(id, { ...before, failure: { cause: result.failure, since } });
    }
  }

  #set(id: WorkspaceId, reading: Cached<T>): void {
    this.#readings.value.set(id, reading);
    this.options.onDidChange(id);
  }
}
