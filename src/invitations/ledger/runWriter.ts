import { randomUUID } from 'node:crypto';
import type { InvitationRole, Workspace } from '../../api';
import type { Clock } from '../../platform/clock';
import type { Disposable } from '../../platform/emitter';
import type { StorageFailure } from '../../session/tokenStore';
import type { Ledger, ForgettableRun } from './ledger';
import type { Person } from './person';
import type { Owner } from './records/recordStore';
import { type LiveRecord, nameOfRecord, type PeopleRecord, peoplePerPart, type StoredRecord } from './records/records';
import { startOfRun } from './run';

/** The interval of a sending window's heartbeat, in milliseconds. */
export const beatMs = 5_000;

/** Who to invite, and what all invitations of a run have in common. */
export interface NewRun {
  readonly workspace: Pick<Workspace, 'id' | 'title'>;
  readonly role: InvitationRole;
  readonly people: readonly Pick<Person, 'address' | 'name'>[];
}

/** Writes the records of a run of this window: who is in it, what became of them, and that the window is alive. */
export class RunWriter implements ForgettableRun {
  readonly id = randomUUID();
  readonly startedAt: string;
  readonly #people: Person[];
  readonly #positions: ReadonlyMap<string, number>;
  /** The parts that have changes to store. */
  readonly #unsaved = new Set<number>();
  readonly #stored = new Set<string>();
  readonly #forgotten = new AbortController();
  readonly #subscription: Disposable;
  #phase: LiveRecord['phase'] = 'reserving';
  #beat = 0;
  #beats: Disposable | undefined;
  #hasEnded = false;
  #writing: Promise<unknown> = Promise.resolve();
  #writes = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly owner: Owner,
    private readonly run: NewRun,
  ) {
    this.startedAt = startOfRun(clock.now(), ledger.runs);
    this.#people = run.people.map(({ address, name }) => ({ address, name, outcome: 'planned' }));
    this.#positions = new Map(run.people.map(({ address }, position) => [address, position]));
    this.#people.forEach((_, position) => this.#unsaved.add(partOf(position)));
    this.#subscription = ledger.onDidChangeRun(owner, this.id, (name) => void this.#lookAt(name));
    ledger.adopt(this.id, this);
  }

  /** Everyone in the run with what is known so far, in their original order. */
  get people(): readonly Person[] {
    return this.#people;
  }

  get phase(): LiveRecord['phase'] {
    return this.#phase;
  }

  /** Aborted when the user chooses to forget these invitations. */
  get forgotten(): AbortSignal {
    return this.#forgotten.signal;
  }

  person(address: string): Person | undefined {
    return this.#people[this.#positions.get(address) ?? -1];
  }

  set(person: Person): void {
    const position = this.#positions.get(person.address);
    if (position !== undefined) {
      this.#people[position] = person;
      this.#unsaved.add(partOf(position));
    }
  }

  /** Stores everyone, and starts the heartbeat. */
  async begin(): Promise<StorageFailure | undefined> {
    this.#beats = this.clock.every(beatMs, () => void this.#beatOnce());
    return (await this.#saveLive()) ?? (await this.save());
  }

  /** Announces that the run no longer gives way to others. */
  async confirm(): Promise<StorageFailure | undefined> {
    this.#phase = 'sending';
    return (await this.save()) ?? (await this.#saveLive());
  }

  /** Stores what has changed. */
  save(): Promise<StorageFailure | undefined> {
    return this.#inTurn(async () => {
      for (const part of [...this.#unsaved]) {
        this.#unsaved.delete(part);
        const failure = await this.#write(this.#part(part));
        if (failure !== undefined) {
          this.#unsaved.add(part);
          return failure;
        }
      }
      return undefined;
    });
  }

  /** Stores how the run ended. If that fails, retries for as long as the window is open. */
  async end(): Promise<StorageFailure | undefined> {
    this.#hasEnded = true;
    const failure = await this.save();
    if (failure === undefined) {
      await this.#finish();
    }
    return failure;
  }

  /** Stops writing, and deletes what was written before this window knew that the run is forgotten. */
  forget(): void {
    if (!this.#isForgotten()) {
      this.#forgotten.abort();
      this.#beats?.dispose();
      this.#subscription.dispose();
      void this.#inTurn(() => Promise.all([...this.#stored].map((name) => this.ledger.delete(this.owner, name))));
    }
  }

  async whenIdle(): Promise<void> {
    await this.#writing;
  }

  #live(): LiveRecord {
    return { kind: 'live', run: this.id, phase: this.#phase, beat: this.#beat, process: this.ledger.process };
  }

  #part(part: number): PeopleRecord {
    const { workspace, role } = this.run;
    return {
      kind: 'people',
      run: this.id,
      part,
      total: this.#people.length,
      startedAt: this.startedAt,
      workspaceId: workspace.id,
      workspaceTitle: workspace.title.raw,
      role,
      people: this.#people.slice(part * peoplePerPart, (part + 1) * peoplePerPart),
    };
  }

  #saveLive(): Promise<StorageFailure | undefined> {
    return this.#inTurn(() => this.#write(this.#live()));
  }

  /** Writes nothing of a forgotten run, and deletes the record again if the run was forgotten in the meantime. */
  async #write(record: StoredRecord): Promise<StorageFailure | undefined> {
    const name = nameOfRecord(record);
    await this.#lookAt(name);
    if (this.#isForgotten()) {
      return undefined;
    }
    const written = await this.ledger.write(this.owner, record);
    if (!written.ok) {
      return written.failure;
    }
    this.#stored.add(name);
    await this.#lookAt(name);
    return undefined;
  }

  /**
   * Checks in the storage whether the run was forgotten, which may be known there before this window receives the
   * event.
   */
  checkWhetherForgotten(): Promise<StorageFailure | undefined> {
    return this.#lookAt(nameOfRecord(this.#live()));
  }

  /**
   * Checks whether another window has deleted the record, or marked the run as forgotten in case this window is just
   * writing.
   */
  async #lookAt(name: string): Promise<StorageFailure | undefined> {
    const wasStored = this.#stored.has(name);
    const isMarked = await this.ledger.isMarkedAsForgotten(this.owner, this.id);
    const isRecordGone = await this.ledger.isRecordGone(this.owner, name);
    // This window itself may have deleted the record.
    const isStored = wasStored && this.#stored.has(name);
    if ((isMarked.ok && isMarked.value) || (isRecordGone.ok && isRecordGone.value && isStored)) {
      this.forget();
    }
    return [isMarked, isRecordGone].find((read) => !read.ok)?.failure;
  }

  #isForgotten(): boolean {
    return this.forgotten.aborted;
  }

  async #beatOnce(): Promise<void> {
    if (this.#writes > 0) {
      return;
    }
    this.#beat += 1;
    await this.#saveLive();
    if (this.#hasEnded) {
      await this.end();
    }
  }

  async #finish(): Promise<void> {
    this.#beats?.dispose();
    const name = nameOfRecord(this.#live());
    this.#stored.delete(name);
    await this.#inTurn(() => this.ledger.delete(this.owner, name));
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#writes += 1;
    const result = this.#writing.then(work).finally(() => (this.#writes -= 1));
    this.#writing = result.catch(() => undefined);
    return result;
  }
}

function partOf(position: number): number {
  return Math.floor(position / peoplePerPart);
}
