import { randomUUID } from 'node:crypto';
import { type ApiOrigin, type Result, succeed } from '../../api';
import { Emitter, type Disposable } from '../../platform/emitter';
import { type ExtensionProcess, thisProcess } from '../../platform/extensionProcess';
import type { Secrets } from '../../platform/secrets';
import type { CurrentAccount } from '../../session/currentAccount';
import type { StorageFailure } from '../../session/tokenStore';
import type { Person } from './person';
import { RecordCache } from './records/recordCache';
import { type Owner, RecordStore } from './records/recordStore';
import { holdsPeople, type StoredRecord } from './records/records';
import type { InvitedPerson, Run } from './run';
import { runOfName } from './records/storedRuns';

/** What part of the ledger isn't known. */
export type LedgerGap =
  /** The host can't list secrets, so invitations sent before it was started aren't known. */
  | { readonly kind: 'cannotList' }
  /** `people`: how many people the unreadable records have. Undefined if that isn't known either. */
  | { readonly kind: 'unreadable'; readonly people: number | undefined };

/** A run of this window, which knows better than the storage what became of its people. */
export interface ForgettableRun {
  /** Called when its records are deleted. Nothing of it may be written afterwards. */
  forget(): void;
  /** Resolves when nothing is being written. */
  whenIdle(): Promise<void>;
}

/**
 * The invitations sent from this computer by the current account. Prolific doesn't list them, so only the ledger has their
 * links and knows who received an email. Each record is written by one window. What other windows have to say about a run is
 * in records of its own.
 */
export class Ledger implements Disposable {
  /** Identifies this window among those that share the ledger. */
  readonly windowId = randomUUID();
  readonly #changed = new Emitter<string | undefined>();
  readonly #subscriptions: readonly Disposable[];
  readonly #store: RecordStore;
  readonly #cache: RecordCache;
  readonly #own = new Map<string, ForgettableRun>();
  #reading: Promise<void>;

  /** Fires with the id of the workspace whose invitations changed, or undefined if any may have. */
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
      this.#cache.onDidChange((workspaces) => this.#fireChanged(workspaces)),
      account.onDidChange(() => {
        this.#changed.fire(undefined);
        this.#reading = this.#readAll();
      }),
    ];
    this.#reading = this.#readAll();
  }

  /** Resolves when everything has been read or has failed. Reads again what couldn't be read before. */
  async whenRead(): Promise<void> {
    let reading: unknown;
    while (reading !== this.#reading) {
      reading = this.#reading;
      await reading;
    }
    const isOutOfDate = this.gap?.kind === 'unreadable' || this.#cache.isOutOfDate;
    if (this.account.owner !== undefined && isOutOfDate) {
      await this.refresh(this.account.owner);
    }
  }

  /** What couldn't be read. An unreadable ledger isn't an empty one. */
  get gap(): LedgerGap | undefined {
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

  /** All people, newest run first. */
  get people(): readonly InvitedPerson[] {
    return this.runs.flatMap(peopleOfRun);
  }

  peopleOf(workspaceId: string): readonly InvitedPerson[] {
    return this.runs.filter((run) => run.workspaceId === workspaceId).flatMap(peopleOfRun);
  }

  run(id: string): Run | undefined {
    return this.#cache.stored.run(id);
  }

  find(runId: string, position: number): InvitedPerson | undefined {
    const run = this.run(runId);
    const found = run?.people.find((candidate) => candidate.position === position);
    return run === undefined || found === undefined ? undefined : { run, ...found };
  }

  /** Returns all accounts at an origin that have records. */
  owners(origin: ApiOrigin): Promise<Result<readonly Owner[], StorageFailure>> {
    return this.#store.owners(origin);
  }

  /** Reads the stored people of any account, as far as they're readable. */
  async storedPeopleOf(owner: Owner): Promise<Result<readonly Person[], StorageFailure>> {
    const names = await this.#cache.list(owner);
    if (!names.ok) {
      return names;
    }
    const records = await Promise.all(names.value.filter(holdsPeople).map((name) => this.#store.read(owner, name)));
    return succeed(
      records.flatMap((record) => (record.ok && record.value?.kind === 'people' ? record.value.people : [])),
    );
  }

  /** Whether a run is or was sent by this window. */
  isOwn(runId: string): boolean {
    return this.#own.has(runId);
  }

  adopt(runId: string, run: ForgettableRun): void {
    this.#own.set(runId, run);
  }

  /** Reads new records, unreadable ones, and the runs of other windows from the storage. */
  refresh(owner: Owner): Promise<Result<void, StorageFailure>> {
    return this.#cache.refresh(owner, (name) => {
      const run = this.run(runOfName(name));
      return run?.state.kind === 'underWay' && !this.isOwn(run.id);
    });
  }

  /** Writes a record of a run of this window, or a mark on another window's run. */
  write(owner: Owner, record: StoredRecord): Promise<Result<void, StorageFailure>> {
    return this.#cache.write(owner, record);
  }

  delete(owner: Owner, name: string): Promise<Result<void, StorageFailure>> {
    return this.#cache.delete(owner, name);
  }

  /** Calls back when any window writes or deletes a record of a run, regardless of who is signed in. */
  onDidChangeRun(owner: Owner, runId: string, listener: (name: string) => void): Disposable {
    return this.#store.onDidChange(
      () => owner,
      (name) => runOfName(name) === runId && listener(name),
    );
  }

  /** Checks in the storage whether a record is gone. */
  async isRecordGone(owner: Owner, name: string): Promise<Result<boolean, StorageFailure>> {
    const record = await this.#store.read(owner, name);
    return record.ok ? succeed(record.value === undefined) : record;
  }

  /** Checks in the storage whether another window has forgotten a run. */
  async isMarkedAsForgotten(owner: Owner, runId: string): Promise<Result<boolean, StorageFailure>> {
    const record = await this.#store.read(owner, markOf(runId));
    return record.ok ? succeed(record.value?.kind === 'forgotten') : record;
  }

  /** Reads from the storage which window reports an interrupted run. */
  async reportingWindow(owner: Owner, runId: string): Promise<string | undefined> {
    const record = await this.#store.read(owner, `${runId}/interrupted`);
    return record.ok && record.value?.kind === 'interrupted' ? record.value.window : undefined;
  }

  /** Deletes all records of a run that isn't under way. */
  async drop(owner: Owner, runId: string): Promise<Result<void, StorageFailure>> {
    const results = await Promise.all(this.#cache.stored.namesOf(runId).map((name) => this.delete(owner, name)));
    return results.find(({ ok }) => !ok) ?? succeed(undefined);
  }

  /**
   * Deletes an account's invitations: those to one workspace, or all, including unreadable ones. A run under way ends before
   * its next request, in all windows. What couldn't be deleted stays visible.
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
    // A window that is just writing checks for the mark afterwards and deletes what it wrote.
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

  /** Deletes what a window wrote of a run after it was forgotten, and marks on runs that have no other records. */
  async #deleteLeftOver(owner: Owner): Promise<void> {
    const { stored } = this.#cache;
    const leftOver = [...new Set(stored.names.map(runOfName))].flatMap((id) => {
      const names = stored.namesOf(id);
      const people = names.filter(holdsPeople);
      const marks = names.filter((name) => ['interrupted', 'forgotten'].includes(stored.record(name)?.kind ?? ''));
      return people.length === 0 ? marks : names.includes(markOf(id)) ? people : [];
    });
    await Promise.all(leftOver.map((name) => this.delete(owner, name)));
  }

  #fireChanged(workspaces: ReadonlySet<string>): void {
    if (workspaces.size > 0) {
      this.#changed.fire(workspaces.size === 1 ? [...workspaces][0] : undefined);
    }
  }

  /** Returns the ids of all runs, or of those for one workspace. */
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

function peopleOfRun(run: Run): readonly InvitedPerson[] {
  return run.people.map((invited) => ({ run, ...invited }));
}

function markOf(runId: string): string {
  return `${runId}/forgotten`;
}

function sumIfKnown(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
}
