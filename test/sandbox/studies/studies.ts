import type { Clock } from '../clock';
import type { FreshIds } from '../ids';
import type { Project, Workspace } from '../model';
import { studyFrom, type StudyDraft } from './draft';
import { activate, advanceStudy, settle } from './simulation';
import { countsOf, hasStatus, type SettledStatus, type Study, type SubmissionCounts } from './study';

export interface LocatedStudy {
  readonly study: Study;
  readonly project: Project;
  readonly workspace: Workspace;
}

type Changes = Partial<Pick<Study, 'name' | 'internalName' | 'status' | 'places' | 'publishAt' | 'pausesAt'>>;

/** The studies of all workspaces, brought up to date with the clock whenever they are read. */
export class Studies {
  #advancedTo = 0;

  constructor(
    private readonly workspaces: readonly Workspace[],
    private readonly ids: FreshIds,
    private readonly clock: Clock,
  ) {}

  get now(): number {
    return this.clock.now;
  }

  /** Newest first. */
  get all(): LocatedStudy[] {
    this.#advance();
    return this.#located.sort((one, other) => other.study.createdAt - one.study.createdAt);
  }

  find(id: string): LocatedStudy | undefined {
    this.#advance();
    return this.#located.find(({ study }) => study.id === id);
  }

  get(id: string): Study {
    return existing(this.find(id)).study;
  }

  /** Returns the first with that internal name or name. */
  named(name: string): Study {
    return existing(this.all.find(({ study }) => study.internalName === name || study.name === name)).study;
  }

  countsOf(id: string): SubmissionCounts {
    return countsOf(this.get(id));
  }

  add(projectId: string, draft: StudyDraft): Study {
    const project = existing(
      this.workspaces.flatMap(({ projects }) => projects).find((candidate) => candidate.id === projectId),
    );
    const study = studyFrom(draft, { id: this.ids.next('study'), owner: project.owner, now: this.clock.now });
    project.studies.push(study);
    return study;
  }

  remove(id: string): void {
    const { study, project } = existing(this.find(id));
    project.studies.splice(project.studies.indexOf(study), 1);
  }

  /** Changes a study behind the client's back. */
  change(id: string, changes: Changes): void {
    Object.assign(this.get(id), changes);
    this.#advancedTo = 0;
  }

  approve(id: string, count: number): void {
    this.#review(this.get(id), count, 'APPROVED');
  }

  /** Frees the places again. Sources disagree on the status of a full study after that. */
  reject(id: string, count: number, statusIfFull: 'PAUSED' | 'ACTIVE' = 'PAUSED'): void {
    const study = this.get(id);
    const wasFull = hasStatus(study, 'AWAITING REVIEW', 'COMPLETED');
    this.#review(study, count, 'REJECTED');
    if (wasFull && statusIfFull === 'ACTIVE') {
      activate(study, this.clock.now);
    } else if (wasFull) {
      study.status = statusIfFull;
    }
  }

  #review(study: Study, count: number, outcome: SettledStatus): void {
    study.settled[outcome] += study.awaitingReview.splice(0, count).length;
    settle(study);
  }

  get #located(): LocatedStudy[] {
    return this.workspaces.flatMap((workspace) =>
      workspace.projects.flatMap((project) => project.studies.map((study) => ({ study, project, workspace }))),
    );
  }

  #advance(): void {
    const { now } = this.clock;
    if (now !== this.#advancedTo) {
      this.#located.forEach(({ study }) => advanceStudy(study, now));
      this.#advancedTo = now;
    }
  }
}

function existing<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('The sandbox has no such study or project.');
  }
  return value;
}
