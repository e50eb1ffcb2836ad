import * as v from 'valibot';
import { fail, succeed, type Result } from '../api/result';
import { Emitter, type Disposable } from '../platform/emitter';
import type { Secrets } from '../platform/secrets';
import type { Session, SignedIn } from '../session/session';
import type { SessionKeeper } from '../session/sessionKeeper';
import type { StorageFailure } from '../session/tokenVault';
import { batchSchema, type Batch, type Person } from './batch';

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
  readonly #changed = new Emitter<void>();
  readonly #subscriptions: readonly Disposable[];
  #owner: SignedIn | undefined;
  #batches: ReadonlyMap<string, Batch> = new Map();
  #loading: Promise<void>;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly secrets: Secrets,
    sessions: Pick<SessionKeeper, 'current' | 'onDidChange'>,
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

  /** All invitations, newest first. */
  get entries(): readonly LedgerEntry[] {
    return [...this.#batches.values()]
      .sort((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt))
      .flatMap((batch) => batch.people.map((person) => ({ batch, person })));
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
      this.#set(new Map(this.#batches).set(batch.id, batch));
    }
    return succeed(undefined);
  }

  /** Forgets all invitations of the account that is signed in, those that cannot be read any more included. */
  async forget(): Promise<void> {
    if (this.#owner === undefined) {
      return;
    }
    const keys = await this.#keysOf(this.#owner);
    this.#set(new Map());
    await Promise.all(keys.map((key) => this.secrets.delete(key)));
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
      const keys = await this.#keysOf(owner);
      await Promise.all(keys.map((key) => this.#reload(key)));
    }
  }

  async #keysOf(owner: SignedIn): Promise<readonly string[]> {
    const keys = await this.secrets.keys();
    return keys.filter((key) => key.startsWith(prefixOf(owner)));
  }

  async #reload(key: string): Promise<void> {
    const owner = this.#owner;
    if (owner === undefined || !key.startsWith(prefixOf(owner))) {
      return;
    }
    const batch = parseBatch(await this.secrets.get(key));
    if (this.#owner !== owner) {
      return;
    }
    const batches = new Map(this.#batches);
    if (batch === undefined) {
      batches.delete(key.slice(prefixOf(owner).length));
    } else {
      batches.set(batch.id, batch);
    }
    this.#set(batches);
  }

  #set(batches: ReadonlyMap<string, Batch>): void {
    this.#batches = batches;
    this.#changed.fire();
  }
}

function prefixOf(session: SignedIn): string {
  return `invitations|${session.origin}|${session.account.id}|`;
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
