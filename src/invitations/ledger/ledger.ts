import { randomUUID } from 'node:crypto';
import { type ApiOrigin, type Result, succeed } from '../../api';
import { Emitter, type Disposable } from '../../platform/emitter';
import { type ExtensionProcess, thisProcess } from '../../platform/extensionProcess';
import type { Secrets } from '../../platform/secrets';
import type { CurrentAccount } from '../../session/currentAccount';
import type { StorageFailure } from '../../session/tokenStore';
import type { Person } from './person';
import { RecordCache } from './recordCache';
import { type Owner, RecordStore } from './recordStore';
import { holdsPeople, type StoredRecord } from './records';
import type { LedgerEntry, Run } from './run';
import { runOfName } from './storedRuns';

/** What of the ledger is not known. */
export type Unread =
  /** The host can't list secrets, so nothing is known of what was sent before it was started. */
  | { readonly kind: 'cannotList' }
  /** `people`: how many stand in what could not be read; undefined where that is not known either. */
  | { readonly kind: 'unreadable'; readonly people: number | undefined };

/** A run that this window sends. It knows better than the storage what has become of its people. */
export interface RunUnderWay {
  /** Called when its records were deleted: nothing of it may be written any more. */
  forget(): void;
  /** Resolves once nothing is being written. */
  whenIdle(): Promise<void>;
}

/**
 * The invitations that were sent from this computer by the current account. Prolific does not list them, so this is the
 * one place a link can be copied from later, and the one that knows who has had an email. Each record has one window
 * that writes it; what other windows have to say of a run stands in a record of its own.
 */
export class Ledger implements Disposable {
  /** Names this window among all that share the ledger. */
  readonly windowId = randomUUID();
  readonly #changed = new Emitter<string | undefined>();
  readonly #subscriptions: readonly Disposable[];
  readonly #store: RecordStore;
  readonly #cache: RecordCache;
  readonly #own = new Map<string, RunUnderWay>();
  #reading: Promise<void>;

  /** Fires with the id of the workspace whose invitations changed, or with nothing where any may have. */
  readonly onDidChange = this.#changed.event;

  constructor(
    secrets: Secrets,
    private readonly account: Pick<CurrentAccount, 'owner' | 'onDidChange' | 'hold'>,
    readonly process: ExtensionProcess = thisProcess,
  ) {
    this.#store = new RecordStore(secrets);
    this.#cache = new RecordCache(this.#store, account);
    this.#subscriptions = [
      this.#store,
      this.#cache,
      this.#cache.onDidChange((workspaces) => this.#tell(workspaces)),
      account.onDidChange(() => {
        this.#changed.fire(undefined);
        this.#reading = this.#readAll();
      }),
    ];
    this.#reading = this.#readAll();
  }

  /** Resolves once everything was read, or could not be; what could not be read before is read again. */
  async whenRead(): Promise<void> {
    let reading: unknown;
    while (reading !== this.#reading) {
      reading = this.#reading;
      await reading;
    }
    const isOutOfDate = this.unread?.kind === 'unreadable' || this.#cache.isOutOfDate;
    if (this.account.owner !== undefined && isOutOfDate) {
      await this.refresh(this.account.owner);
    }
  }

  /** What could not be read, so that nobody takes it for nothing. */
  get unread(): Unread | undefined {
    if (!this.#store.canList) {
      return { kind: 'cannotList' };
    }
    if (!this.#cache.couldList) {
      return { kind: 'unreadable', people: undefined };
    }
    const unreadable = this.#cache.stored.unreadable.filter(({ people }) => people !== 0);
    return unreadable.length === 0
      ? undefined
      : { kind: 'unreadable', people: sumIfKnown(unreadable.map(({ people }) => people)) };
  }

  /** All runs, newest first. */
  get runs(): readonly Run[] {
    return this.#cache.stored.newestFirst;
  }

  /** All people, those of the newest run first. */
  get entries(): readonly LedgerEntry[] {
    return this.runs.flatMap(entriesOfRun);
  }

  entriesOf(workspaceId: string): readonly LedgerEntry[] {
    return this.runs.filter((run) => run.workspaceId === workspaceId).flatMap(entriesOfRun);
  }

  run(id: string): Run | undefined {
    return this.#cache.stored.run(id);
  }

  find(runId: string, position: number): LedgerEntry | undefined {
    const run = this.run(runId);
    const entry = run?.entries.find((candidate) => candidate.position === position);
    return run === undefined || entry === undefined ? undefined : { run, ...entry };
  }

  /** All accounts at an origin of which something is stored. */
  owners(origin: ApiOrigin): Promise<Result<readonly Owner[], StorageFailure>> {
    return this.#store.owners(origin);
  }

  /** Reads the people that are stored of any account, as far as they can be read. */
  async peopleOf(owner: Owner): Promise<Result<readonly Person[], StorageFailure>> {
    const names = await this.#cache.list(owner);
    if (!names.ok) {
      return names;
    }
    const records = await Promise.all(names.value.filter(holdsPeople).map((name) => this.#store.read(owner, name)));
    return succeed(
      records.flatMap((record) => (record.ok && record.value?.kind === 'people' ? record.value.people : [])),
    );
  }

  /** Whether this window sends a run, or has sent it. */
  isOwn(runId: string): boolean {
    return this.#own.has(runId);
  }

  adopt(runId: string, run: RunUnderWay): void {
    this.#own.set(runId, run);
  }

  /** Looks into the storage again: for what is new, for what could not be read, and at the runs of other windows. */
  refresh(owner: Owner): Promise<Result<void, StorageFailure>> {
    return this.#cache.refresh(owner, (name) => {
      const run = this.run(runOfName(name));
      return run?.state.kind === 'underWay' && !this.isOwn(run.id);
    });
  }

  /** Writes a record of a run of this window, or what this window has to say of another's. */
  write(owner: Owner, record: StoredRecord): Promise<Result<void, StorageFailure>> {
    return this.#cache.write(owner, record);
  }

  delete(owner: Owner, name: string): Promise<Result<void, StorageFailure>> {
    return this.#cache.delete(owner, name);
  }

  /** Calls back when any window has written or deleted a record of a run, whoever is signed in by then. */
  onDidChangeRun(owner: Owner, runId: string, listener: (name: string) => void): Disposable {
    return this.#store.onDidChange(
      () => owner,
      (name) => runOfName(name) === runId && listener(name),
    );
  }

  /** Asks the storage whether a record is gone. */
  async isGone(owner: Owner, name: string): Promise<Result<boolean, StorageFailure>> {
    const record = await this.#store.read(owner, name);
    return record.ok ? succeed(record.value === undefined) : record;
  }

  /** Asks the storage whether another window has forgotten a run. */
  async isMarkedAsForgotten(owner: Owner, runId: string): Promise<Result<boolean, StorageFailure>> {
    const record = await this.#store.read(owner, markOf(runId));
    return record.ok ? succeed(record.value?.kind === 'forgotten') : record;
  }

  /** Asks the storage which window tells of a lost run. */
  async whoTells(owner: Owner, runId: string): Promise<string | undefined> {
    const record = await this.#store.read(owner, `${runId}/lost`);
    return record.ok && record.value?.kind === 'lost' ? record.value.window : undefined;
  }

  /** Deletes all that is stored of a run that is not under way. */
  async drop(owner: Owner, runId: string): Promise<Result<void, StorageFailure>> {
    const results = await Promise.all(this.#cache.stored.namesOf(runId).map((name) => this.delete(owner, name)));
    return results.find(({ ok }) => !ok) ?? succeed(undefined);
  }

  /**
   * Deletes what is stored of one account: the invitations to one workspace, or all, those that can't be read included. A
   * run under way ends before its next call, here and in other windows. What could not be deleted stays on the screen.
   */
  async forget(owner: Owner, workspaceId?: string): Promise<Result<void, StorageFailure>> {
    const listed = await this.#cache.list(owner);
    const runs = listed.ok ? await this.#runsOf(owner, listed.value, workspaceId) : listed;
    if (!runs.ok) {
      return runs;
    }
    const own = [...runs.value].flatMap((id) => this.#own.get(id) ?? []);
    own.forEach((run) => run.forget());
    await Promise.all(own.map((run) => run.whenIdle()));
    const names = await this.#cache.list(owner);
    if (!names.ok) {
      return names;
    }
    // A window that is just writing looks for the mark afterwards, and takes back what it wrote.
    const others = [...runs.value].filter((id) => !this.isOwn(id) && this.#mayBeUnderWay(id, names.value));
    const marked = await Promise.all(others.map((id) => this.#markAsForgotten(owner, id)));
    const deleted = await Promise.all(
      names.value
        .filter((name) => runs.value.has(runOfName(name)) && !others.some((id) => name === markOf(id)))
        .map((name) => this.delete(owner, name)),
    );
    return [...marked, ...deleted].find(({ ok }) => !ok) ?? succeed(undefined);
  }

  dispose(): void {
    this.#subscriptions.forEach((subscription) => {
      subscription.dispose();
    });
  }

  async #readAll(): Promise<void> {
    const { owner } = this.account;
    if (owner !== undefined) {
      await this.#cache.readAll(owner);
      await this.#deleteLeftOver(owner);
    }
  }

  /** Deletes what a window still wrote of a run after it was forgotten, and marks of runs of which nothing else is left. */
  async #deleteLeftOver(owner: Owner): Promise<void> {
    const { stored } = this.#cache;
    const leftOver = [...new Set(stored.names.map(runOfName))].flatMap((id) => {
      const names = stored.namesOf(id);
      const people = names.filter(holdsPeople);
      const marks = names.filter((name) => ['lost', 'forgotten'].includes(stored.record(name)?.kind ?? ''));
      return people.length === 0 ? marks : names.includes(markOf(id)) ? people : [];
    });
    await Promise.all(leftOver.map((name) => this.delete(owner, name)));
  }

  #tell(workspaces: ReadonlySet<string>): void {
    if (workspaces.size > 0) {
      this.#changed.fire(workspaces.size === 1 ? [...workspaces][0] : undefined);
    }
  }

  /** The ids of all runs, or of those of one workspace. */
  async #runsOf(
    owner: Owner,
    names: readonly string[],
    workspaceId: string | undefined,
  ): Promise<Result<ReadonlySet<string>, StorageFailure>> {
    if (workspaceId === undefined) {
      return succeed(new Set(names.map(runOfName)));
    }
    const runs = new Set<string>();
    for (const name of names.filter(holdsPeople)) {
      const record = await this.#store.read(owner, name);
      if (!record.ok) {
        return record;
      }
      if (record.value?.kind === 'people' && record.value.workspaceId === workspaceId) {
        runs.add(record.value.run);
      }
    }
    return succeed(runs);
  }

  #mayBeUnderWay(id: string, names: readonly string[]): boolean {
    return names.includes(`${id}/live`) || this.run(id)?.state.kind === 'underWay';
  }

  #markAsForgotten(owner: Owner, run: string): Promise<Result<void, StorageFailure>> {
    return this.write(owner, { kind: 'forgotten', run });
  }
}

function entriesOfRun(run: Run): readonly LedgerEntry[] {
  return run.entries.map((entry) => ({ run, ...entry }));
}

function markOf(runId: string): string {
  return `${runId}/forgotten`;
}

function sumIfKnown(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
}
