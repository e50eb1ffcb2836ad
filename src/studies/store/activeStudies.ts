import type { Failure, Study, StudyId } from '../../api';
import { Emitter } from '../../platform/emitter';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';
import { activeStates, isActive } from '../studyState';
import type { StudyLocations } from './studyLocations';

/** What is known about the active studies of all workspaces. */
export interface ActiveList {
  readonly studies: ReadonlyMap<StudyId, Study>;
  /** When the list was last read. Undefined before the first time. */
  readonly readAt: Date | undefined;
  readonly loading: boolean;
  /** Why the last read failed, if it did. */
  readonly failure: Failure | undefined;
  /** False if Prolific has more than were read. */
  readonly complete: boolean;
}

const nothing: ActiveList = {
  studies: new Map(),
  readAt: undefined,
  loading: false,
  failure: undefined,
  complete: true,
};

/** Maximum age of the list when someone needs it, in milliseconds. An older one is read again. */
const staleAfterMs = 60_000;

/** The studies of all workspaces that recruit, are about to, or have something to review. */
export class ActiveStudies {
  readonly #changed = new Emitter<void>();
  readonly #list: Held<ActiveList>;
  readonly #reading: Held<Promise<void> | undefined>;
  /** Studies that were read individually while the list was being read, and so are newer than it. */
  readonly #newer: Held<Map<StudyId, Study>>;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly account: CurrentAccount,
    private readonly locations: StudyLocations,
    private readonly now: () => number,
  ) {
    this.#list = account.hold(() => nothing);
    this.#reading = account.holdForSession(() => undefined);
    this.#newer = account.holdForSession(() => new Map<StudyId, Study>());
  }

  get list(): ActiveList {
    return this.#list.value;
  }

  /** Reads the list again. Callers share a read that's already in flight. */
  refresh(): Promise<void> {
    const { owner } = this.account;
    if (owner === undefined) {
      return Promise.resolve();
    }
    this.#reading.value ??= this.#read(owner);
    return this.#reading.value;
  }

  /** Reads the list unless it was read within the last minute. */
  async refreshIfStale(): Promise<void> {
    const { readAt, failure } = this.list;
    const isFresh = readAt !== undefined && this.now() - readAt.getTime() < staleAfterMs;
    if (!isFresh || failure !== undefined) {
      await this.refresh();
    }
  }

  /** Updates one study. It leaves the list if it's no longer active, and joins it if it's active now. */
  put(study: Study): void {
    this.#newer.value.set(study.id, study);
    this.#set({ ...this.list, studies: withStudies(this.list.studies, [study]) });
  }

  async #read(owner: SignedIn): Promise<void> {
    this.#newer.value = new Map();
    this.#set({ ...this.list, loading: true });
    const results = await Promise.all(activeStates.map((state) => owner.client.getStudies(state)));
    if (this.account.owner !== owner) {
      return;
    }
    this.#reading.value = undefined;
    const lists = results.flatMap((result) => (result.ok ? result.value : []));
    const [failure] = results.flatMap((result) => (result.ok ? [] : result.failure));
    if (failure === undefined) {
      const items = lists.flatMap((list) => list.items).map((study) => this.locations.complete(study));
      const studies = withStudies(withStudies(new Map(), items), [...this.#newer.value.values()]);
      const complete = lists.every((list) => list.complete);
      this.#set({ ...nothing, studies, readAt: new Date(this.now()), complete });
    } else {
      this.#set({ ...this.list, loading: false, failure });
    }
  }

  #set(list: ActiveList): void {
    this.#list.value = list;
    this.#changed.fire();
  }
}

function withStudies(studies: ReadonlyMap<StudyId, Study>, changed: readonly Study[]): ReadonlyMap<StudyId, Study> {
  const all = new Map(studies);
  for (const study of changed) {
    if (isActive(study)) {
      all.set(study.id, study);
    } else {
      all.delete(study.id);
    }
  }
  return all;
}
