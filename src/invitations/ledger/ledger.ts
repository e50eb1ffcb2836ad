import * as v from 'valibot';
import { fail, type Result, succeed } from '../../api';
import { Emitter, type Disposable } from '../../platform/emitter';
import type { Secrets } from '../../platform/secrets';
import type { Session, SignedIn } from '../../session/session';
import type { SessionManager } from '../../session/sessionManager';
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
  #owner: SignedIn | undefined;
  #batches: ReadonlyMap<string, Batch> = new Map();
  #loading: Promise<void>;
  /** What was written while everything was being read, so newer than what was read. */
  readonly #newer = new Map<string, Batch>();

  /** Told with the id of the workspace whose invitations changed, or with nothing where any may have. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly secrets: Secrets,
    sessions: Pick<SessionManager, 'current' | 'onDidChange'>,
  ) {
    this.#subscriptions = [
      sessions.onDidChange((session) => {
        this.#loading = this.#follow(session);
      }),
      secrets.onDidChange(({ key }) => void this.#reload(key)),
    ];
    this.#loading = this.#follow(sessions.current);
  }

  /** Waits until what was kept for the account has been read. */
  whenRead(): Promise<void> {
    return this.#loading;
  }

  /** All batches, newest first. */
  get batches(): readonly Batch[] {
    return newestFirst(this.#batches.values());
  }

  /** All invitations, newest first. */
  get entries(): readonly LedgerEntry[] {
    return this.batches.flatMap((batch) => batch.people.map((person) => ({ batch, person })));
  }

  entriesOf(workspaceId: string): readonly LedgerEntry[] {
    return this.entries.filter(({ batch }) => batch.workspaceId === workspaceId);
  }

  find(batchId: string, address: string): LedgerEntry | undefined {
    const batch = this.#batches.get(batchId);
    const person = batch?.people.find((candidate) => candidate.address === address);
    return batch === undefined || person === undefined ? undefined : { batch, person };
  }

  /** Writes a batch, new or with what has become of it. */
  async write(session: SignedIn, batch: Batch): Promise<Result<void, StorageFailure>> {
    try {
      await this.secrets.store(prefixOf(session) + batch.id, JSON.stringify(batch));
    } catch {
      return fail({ kind: 'storage', doing: 'writing' });
    }
    if (this.#owner === session) {
      this.#newer.set(batch.id, batch);
      this.#set(new Map(this.#batches).set(batch.id, batch), batch.workspaceId);
    }
    return succeed(undefined);
  }

  /**
   * Forgets the invitations to one workspace, or all of the account that is signed in, those that cannot be read any
   * more included.
   */
  async forget(workspaceId?: string): Promise<void> {
    const owner = this.#owner;
    if (owner === undefined) {
      return;
    }
    const isMeant = (batch: Batch | undefined) => workspaceId === undefined || batch?.workspaceId === workspaceId;
    const ids = (await this.#idsOf(owner)).filter((id) => isMeant(this.#batches.get(id)));
    this.#set(new Map([...this.#batches].filter(([id]) => !ids.includes(id))), workspaceId);
    await Promise.all(ids.map((id) => this.secrets.delete(prefixOf(owner) + id)));
  }

  dispose(): void {
    this.#subscriptions.forEach((subscription) => {
      subscription.dispose();
    });
  }

  async #follow(session: Session): Promise<void> {
    if (session.kind === 'verifying' || session.kind === 'unreachable') {
      return;
    }
    const owner = session.kind === 'signedIn' ? session : undefined;
    const isSameAccount = owner !== undefined && this.#owner !== undefined && prefixOf(owner) === prefixOf(this.#owner);
    this.#owner = owner;
    if (!isSameAccount) {
      this.#set(new Map());
    }
    if (owner !== undefined) {
      await this.#readAll(owner);
    }
  }

  async #readAll(owner: SignedIn): Promise<void> {
    this.#newer.clear();
    const ids = await this.#idsOf(owner);
    const read = await Promise.all(ids.map((id) => this.#read(owner, id)));
    if (this.#owner !== owner) {
      return;
    }
    const found = newestFirst(read.filter((batch) => batch !== undefined));
    const oldest = Date.now() - retentionMs;
    const kept = found.slice(0, maxBatches).filter(({ sentAt }) => Date.parse(sentAt) > oldest);
    this.#set(new Map([...kept, ...this.#newer.values()].map((batch) => [batch.id, batch])));
    const surplus = found.filter((batch) => !kept.includes(batch));
    await Promise.allSettled(surplus.map(({ id }) => this.secrets.delete(prefixOf(owner) + id)));
  }

  /** Without a keyring nothing can be listed; then nothing is known, and writing will say so. */
  async #idsOf(owner: SignedIn): Promise<readonly string[]> {
    const prefix = prefixOf(owner);
    const keys = await Promise.resolve(this.secrets.keys()).catch(() => []);
    return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  async #read(owner: SignedIn, id: string): Promise<Batch | undefined> {
    const stored = await Promise.resolve(this.secrets.get(prefixOf(owner) + id)).catch(() => undefined);
    return parseBatch(stored);
  }

  /** Follows what another window wrote or forgot. */
  async #reload(key: string): Promise<void> {
    const owner = this.#owner;
    if (owner === undefined || !key.startsWith(prefixOf(owner))) {
      return;
    }
    const id = key.slice(prefixOf(owner).length);
    const batch = await this.#read(owner, id);
    if (this.#owner !== owner || JSON.stringify(batch) === JSON.stringify(this.#batches.get(id))) {
      return;
    }
    const workspaceId = batch?.workspaceId ?? this.#batches.get(id)?.workspaceId;
    const others = [...this.#batches].filter(([other]) => other !== id);
    this.#set(new Map(batch === undefined ? others : [...others, [id, batch]]), workspaceId);
  }

  #set(batches: ReadonlyMap<string, Batch>, changedWorkspaceId?: string): void {
    this.#batches = batches;
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
