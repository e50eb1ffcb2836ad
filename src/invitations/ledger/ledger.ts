import * as v from 'valibot';
import { fail, type Result, succeed } from '../../api';
import { Emitter, type Disposable } from '../../platform/emitter';
import type { Secrets } from '../../platform/secrets';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';
import type { StorageFailure } from '../../session/tokenStore';
import { batchSchema, type Batch, type Person } from './batch';

/** Batches older than this are forgotten, in milliseconds: 180 days. Prolific's invitations expire long before. */
const retentionMs = 180 * 24 * 60 * 60_000;

/** The most batches that are kept for an account. */
const maxBatches = 500;

/** One invitation that was sent from this machine, with what its batch says of it. */
export interface LedgerEntry {
  readonly batch: Batch;
  readonly person: Person;
}

/**
 * The invitations that were sent from this machine by the account that is signed in. Prolific does not list them, so
 * this is the one place a link can be copied from later. Links are as good as keys, hence SecretStorage; one secret a
 * batch, so that no window rewrites what another one wrote.
 */
export class Ledger implements Disposable {
  readonly #changed = new Emitter<string | undefined>();
  readonly #subscriptions: readonly Disposable[];
  readonly #batches: Held<ReadonlyMap<string, Batch>>;
  #loading: Promise<void>;
  /** What was written while everything was being read, so newer than what was read. */
  readonly #newer = new Map<string, Batch>();

  /** Told with the id of the workspace whose invitations changed, or with nothing where any may have. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly secrets: Secrets,
    private readonly account: CurrentAccount,
  ) {
    this.#batches = account.hold(() => new Map());
    this.#subscriptions = [
      account.onDidChange(() => {
        this.#changed.fire(undefined);
        this.#loading = this.#readAll();
      }),
      secrets.onDidChange(({ key }) => void this.#reload(key)),
    ];
    this.#loading = this.#readAll();
  }

  /** Waits until what was kept for the account has been read. */
  whenRead(): Promise<void> {
    return this.#loading;
  }

  /** All batches, newest first. */
  get batches(): readonly Batch[] {
    return newestFirst(this.#batches.value.values());
  }

  /** All invitations, newest first. */
  get entries(): readonly LedgerEntry[] {
    return this.batches.flatMap((batch) => batch.people.map((person) => ({ batch, person })));
  }

  /** How many invite links are stored for the current account. */
  async countLinks(): Promise<number> {
    await this.whenRead();
    return this.entries.filter(({ person }) => person.link !== undefined).length;
  }

  entriesOf(workspaceId: string): readonly LedgerEntry[] {
    return this.entries.filter(({ batch }) => batch.workspaceId === workspaceId);
  }

  /** One invitation, by its batch and its position in it. */
  find(batchId: string, position: number): LedgerEntry | undefined {
    const batch = this.#batches.value.get(batchId);
    const person = batch?.people[position];
    return batch === undefined || person === undefined ? undefined : { batch, person };
  }

  /** Writes a batch, new or with what has become of it. */
  async write(session: SignedIn, batch: Batch): Promise<Result<void, StorageFailure>> {
    try {
      await this.secrets.store(prefixOf(session) + batch.id, JSON.stringify(batch));
    } catch {
      return fail({ kind: 'storage', doing: 'writing' });
    }
    if (this.account.owner === session) {
      this.#newer.set(batch.id, batch);
      this.#set(new Map(this.#batches.value).set(batch.id, batch), batch.workspaceId);
    }
    return succeed(undefined);
  }

  /**
   * Deletes what is stored of one account: the invitations to one workspace, or all, including those that can't be read
   * anymore. What could not be deleted stays on the screen.
   */
  async forget(owner: SignedIn, workspaceId?: string): Promise<Result<void, StorageFailure>> {
    const stored = await this.#idsOf(owner);
    if (!stored.ok) {
      return stored;
    }
    const results = await Promise.all(stored.value.map((id) => this.#forgetBatch(owner, id, workspaceId)));
    return results.find(({ ok }) => !ok) ?? succeed(undefined);
  }

  dispose(): void {
    this.#subscriptions.forEach((subscription) => {
      subscription.dispose();
    });
  }

  async #readAll(): Promise<void> {
    const { owner } = this.account;
    if (owner === undefined) {
      return;
    }
    this.#newer.clear();
    const ids = await this.#idsOf(owner);
    if (!ids.ok) {
      return;
    }
    const shown = this.#batches.value;
    const read = await Promise.all(
      ids.value.map(async (id) => {
        const result = await this.#read(owner, id);
        return result.ok ? result.value : shown.get(id);
      }),
    );
    if (this.account.owner !== owner) {
      return;
    }
    const found = newestFirst(read.filter((batch) => batch !== undefined));
    const oldest = Date.now() - retentionMs;
    const kept = found.slice(0, maxBatches).filter(({ sentAt }) => Date.parse(sentAt) > oldest);
    this.#set(new Map([...kept, ...this.#newer.values()].map((batch) => [batch.id, batch])));
    const surplus = found.filter((batch) => !kept.includes(batch));
    await Promise.all(surplus.map(({ id }) => this.#delete(owner, id)));
  }

  async #idsOf(owner: SignedIn): Promise<Result<readonly string[], StorageFailure>> {
    const prefix = prefixOf(owner);
    try {
      const keys = await this.secrets.keys();
      return succeed(keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
    } catch {
      return fail({ kind: 'storage', doing: 'reading' });
    }
  }

  async #forgetBatch(
    owner: SignedIn,
    id: string,
    workspaceId: string | undefined,
  ): Promise<Result<void, StorageFailure>> {
    if (workspaceId === undefined) {
      return this.#delete(owner, id);
    }
    const read = await this.#read(owner, id);
    if (!read.ok) {
      return read;
    }
    return read.value?.workspaceId === workspaceId ? this.#delete(owner, id) : succeed(undefined);
  }

  async #delete(owner: SignedIn, id: string): Promise<Result<void, StorageFailure>> {
    try {
      await this.secrets.delete(prefixOf(owner) + id);
    } catch {
      return fail({ kind: 'storage', doing: 'writing' });
    }
    const batch = this.#batches.value.get(id);
    if (batch !== undefined && this.account.owner === owner) {
      const others = [...this.#batches.value].filter(([other]) => other !== id);
      this.#set(new Map(others), batch.workspaceId);
    }
    return succeed(undefined);
  }

  async #read(owner: SignedIn, id: string): Promise<Result<Batch | undefined, StorageFailure>> {
    try {
      return succeed(parseBatch(await this.secrets.get(prefixOf(owner) + id)));
    } catch {
      return fail({ kind: 'storage', doing: 'reading' });
    }
  }

  /** Follows what another window wrote or forgot. */
  async #reload(key: string): Promise<void> {
    const { owner } = this.account;
    if (owner === undefined || !key.startsWith(prefixOf(owner))) {
      return;
    }
    const id = key.slice(prefixOf(owner).length);
    const read = await this.#read(owner, id);
    if (!read.ok) {
      return;
    }
    const batch = read.value;
    if (this.account.owner !== owner || JSON.stringify(batch) === JSON.stringify(this.#batches.value.get(id))) {
      return;
    }
    const workspaceId = batch?.workspaceId ?? this.#batches.value.get(id)?.workspaceId;
    const others = [...this.#batches.value].filter(([other]) => other !== id);
    this.#set(new Map(batch === undefined ? others : [...others, [id, batch]]), workspaceId);
  }

  #set(batches: ReadonlyMap<string, Batch>, changedWorkspaceId?: string): void {
    this.#batches.value = batches;
    this.#changed.fire(changedWorkspaceId);
  }
}

function prefixOf(session: SignedIn): string {
  return `invitations|${session.origin}|${session.account.id}|`;
}

function newestFirst(batches: Iterable<Batch>): readonly Batch[] {
  return [...batches].sort((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt));
}

function parseBatch(stored: string | undefined): Batch | undefined {
  if (stored === undefined) {
    return undefined;
  }
  try {
    const parsed = v.safeParse(batchSchema, JSON.parse(stored));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
