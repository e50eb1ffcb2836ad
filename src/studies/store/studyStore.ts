import {
  type CallOptions,
  type Failure,
  type Listing,
  type ProjectId,
  type Result,
  type Study,
  type StudyId,
  type SubmissionCounts,
  succeed,
} from '../../api';
import { Emitter } from '../../platform/emitter';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';
import { KeyedCache, type Cached } from '../../workspaces/store/keyedCache';
import { mayHaveSubmissions } from '../studyState';
import { ActiveStudies } from './activeStudies';
import { ProjectStudies, type ProjectLocation } from './projectStudies';
import { StudyLocations } from './studyLocations';

/** Studies of the current account: those of expanded projects, the active ones of all workspaces, and their numbers. */
export class StudyStore {
  readonly #changed = new Emitter<void>();
  readonly #locations: StudyLocations;
  readonly #counts: KeyedCache<StudyId, SubmissionCounts>;
  /** The studies in any state, which only pickers need. */
  readonly #all: KeyedCache<'any', Listing<Study>>;
  /** The studies already read once to find out where they are. */
  readonly #located: Held<Set<StudyId>>;
  readonly active: ActiveStudies;
  readonly projects: ProjectStudies;

  /** Fires on any change of studies or counts. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly account: CurrentAccount,
    now: () => number = Date.now,
  ) {
    this.#locations = new StudyLocations(account);
    this.#located = account.hold(() => new Set<StudyId>());
    this.active = new ActiveStudies(account, this.#locations, now);
    this.projects = new ProjectStudies(account, this.#locations, now);
    this.#counts = new KeyedCache(account, {
      onDidChange: () => this.#changed.fire(),
      now,
      read: ({ client }, id: StudyId) => client.countStudySubmissionsByStatus(id),
    });
    this.#all = new KeyedCache(account, {
      onDidChange: () => undefined,
      now,
      read: async ({ client }, state: 'any') => {
        const result = await client.getStudies(state);
        return result.ok
          ? succeed<Listing<Study>>({
              ...result.value,
              items: result.value.items.map((study) => this.#locations.complete(study)),
            })
          : result;
      },
    });
    this.active.onDidChange(() => this.#changed.fire());
    this.projects.onDidChange(() => this.#changed.fire());
  }

  counts(id: StudyId): Cached<SubmissionCounts> {
    return this.#counts.of(id);
  }

  /** A study, as far as it was read. */
  get(id: StudyId): Study | undefined {
    return this.active.list.studies.get(id) ?? this.projects.all.find((study) => study.id === id);
  }

  /** All studies that were read, each once. */
  get known(): readonly Study[] {
    const all = this.#all.of('any').value?.items ?? [];
    const studies = [...all, ...this.projects.all, ...this.active.list.studies.values()];
    return [...new Map(studies.map((study) => [study.id, study])).values()];
  }

  /** The number of submissions of active studies that wait for a review, as far as they were counted. */
  get toReview(): number {
    return [...this.active.list.studies.keys()].reduce(
      (sum, id) => sum + (this.counts(id).value?.awaitingReview ?? 0),
      0,
    );
  }

  /** Called when a project is expanded: reads its studies, and counts the submissions of those in sight. */
  async openProject(location: ProjectLocation): Promise<void> {
    await this.projects.open(location);
    await this.#countProject(location.projectId);
  }

  /** Reads again what failed to load for a project. */
  async retryProject(id: ProjectId): Promise<void> {
    await this.projects.read(id);
    await this.#countProject(id);
  }

  /** Reads the studies of expanded projects again, and what was counted for them. */
  async refreshProjects(visibility: { readonly isVisible: boolean }): Promise<void> {
    const shown = await this.projects.refresh(visibility);
    const studies = shown.flatMap((id) => this.projects.of(id).value?.items ?? []);
    await Promise.all(studies.filter(mayHaveSubmissions).map(({ id }) => this.#counts.read(id)));
  }

  /** Reads the active studies again, with their counts. */
  async refreshActive(): Promise<void> {
    await this.active.refresh();
    await this.#completeActive((id) => this.#counts.read(id));
  }

  /** Reads the active studies and their counts unless that was done within the last minute. */
  async refreshActiveIfStale(): Promise<void> {
    await this.active.refreshIfStale();
    await this.#completeActive((id) => this.#counts.readIfStale(id));
  }

  /** Reads the counts of one study again and resolves with them. */
  async readCounts(id: StudyId): Promise<Cached<SubmissionCounts>> {
    await this.#counts.read(id);
    return this.counts(id);
  }

  /** Resolves with the studies of all workspaces in any state, read within the last minute if that didn't fail. */
  async whenAllRead(): Promise<Cached<Listing<Study>>> {
    await this.#all.readIfStaleOrFailed('any');
    return this.#all.of('any');
  }

  /** Reads a study from the service and stores it. */
  async readStudy(session: SignedIn, id: StudyId, options?: CallOptions): Promise<Result<Study, Failure>> {
    const result = await session.client.getStudy(id, options);
    if (!result.ok) {
      return result;
    }
    const study = this.#locations.complete(result.value);
    this.put(study, session);
    return succeed(study);
  }

  /** Updates one study from a response, if the session is still the same. */
  put(study: Study, session: SignedIn): void {
    if (this.account.owner === session) {
      const completed = this.#locations.complete(study);
      this.#all.update('any', (list) => withStudy(list, completed));
      this.projects.put(completed);
      this.active.put(completed);
    }
  }

  async #countProject(id: ProjectId): Promise<void> {
    const studies = this.projects.isOpen(id) ? (this.projects.of(id).value?.items ?? []) : [];
    await Promise.all(studies.filter(mayHaveSubmissions).map((study) => this.#counts.readIfStale(study.id)));
  }

  /** Reads each study once if the list doesn't say where it is, which it rarely does. */
  async #completeActive(count: (id: StudyId) => Promise<void>): Promise<void> {
    const studies = [...this.active.list.studies.values()];
    const homeless = studies.filter(({ id, workspace }) => workspace === undefined && !this.#located.value.has(id));
    await Promise.all([
      ...studies.filter(mayHaveSubmissions).map(({ id }) => count(id)),
      ...homeless.map(({ id }) => this.#locate(id)),
    ]);
  }

  async #locate(id: StudyId): Promise<void> {
    const { owner } = this.account;
    if (owner !== undefined) {
      this.#located.value.add(id);
      await this.readStudy(owner, id);
    }
  }
}

function withStudy({ items, ...list }: Listing<Study>, study: Study): Listing<Study> {
  return { ...list, items: items.map((item) => (item.id === study.id ? study : item)) };
}
