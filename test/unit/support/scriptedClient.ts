import { strict as assert } from 'node:assert';
import {
  type Account,
  type Balance,
  type CallOptions,
  fail,
  type Failure,
  type Invitation,
  type Listing,
  type ListOptions,
  type NewInvitations,
  type NewProject,
  type NewWorkspace,
  type Project,
  type ProjectChange,
  type ProjectId,
  type ProlificClient,
  type Result,
  type Study,
  type StudyAction,
  type StudyChange,
  type StudyCost,
  type StudyId,
  type StudyState,
  type SubmissionCounts,
  succeed,
  type Workspace,
  type WorkspaceChange,
  type WorkspaceId,
} from '../../../src/api';

/** A request waiting for the test to respond. */
export interface Question<A, T> {
  readonly about: A;
  readonly succeed: (value: T) => void;
  readonly fail: (failure: Failure) => void;
}

/** The requests of one operation. Each waits until the test responds, in any order. */
export class Questions<A, T> {
  readonly #open: Question<A, T>[] = [];
  /** Every request made, in order, whether answered or not. */
  readonly asked: A[] = [];

  ask(about: A): Promise<Result<T, Failure>> {
    this.asked.push(about);
    return new Promise((resolve) => {
      const end = (result: Result<T, Failure>) => {
        this.#open.splice(this.#open.indexOf(question), 1);
        resolve(result);
      };
      const question: Question<A, T> = {
        about,
        succeed: (value) => end(succeed(value)),
        fail: (failure) => end(fail(failure)),
      };
      this.#open.push(question);
    });
  }

  /** Requests without a response, oldest first. */
  get open(): readonly Question<A, T>[] {
    return [...this.#open];
  }

  /** The oldest request without a response. */
  get next(): Question<A, T> {
    const [question] = this.#open;
    assert.ok(question !== undefined, 'nothing was asked');
    return question;
  }
}

/** A client without a network: the test provides every response when it chooses. */
export class ScriptedClient implements ProlificClient {
  readonly users = new Questions<CallOptions, Account>();
  readonly lists = new Questions<ListOptions<Workspace>, Listing<Workspace>>();
  readonly workspaces = new Questions<WorkspaceId, Workspace>();
  readonly newWorkspaces = new Questions<NewWorkspace, Workspace>();
  readonly workspaceChanges = new Questions<{ readonly id: WorkspaceId; readonly change: WorkspaceChange }, unknown>();
  readonly balances = new Questions<WorkspaceId, Balance>();
  readonly projectLists = new Questions<WorkspaceId, Listing<Project>>();
  readonly projects = new Questions<ProjectId, Project>();
  readonly newProjects = new Questions<{ readonly workspace: WorkspaceId; readonly project: NewProject }, Project>();
  readonly projectChanges = new Questions<{ readonly id: ProjectId; readonly change: ProjectChange }, unknown>();
  readonly invitations = new Questions<NewInvitations, readonly Invitation[]>();

  readonly projectStudies = new Questions<ProjectId, Listing<Study>>();
  readonly studyLists = new Questions<StudyState | 'any', Listing<Study>>();
  readonly studies = new Questions<StudyId, Study>();
  readonly submissionCounts = new Questions<StudyId, SubmissionCounts>();
  readonly studyCosts = new Questions<StudyId, StudyCost>();
  readonly transitions = new Questions<{ readonly id: StudyId; readonly action: StudyAction }, unknown>();
  readonly studyChanges = new Questions<{ readonly id: StudyId; readonly change: StudyChange }, unknown>();

  getUser(options: CallOptions = {}) {
    return this.users.ask(options);
  }

  getWorkspaces(options: ListOptions<Workspace> = {}) {
    return this.lists.ask(options);
  }

  getWorkspace(id: WorkspaceId) {
    return this.workspaces.ask(id);
  }

  createWorkspace(workspace: NewWorkspace) {
    return this.newWorkspaces.ask(workspace);
  }

  updateWorkspace(id: WorkspaceId, change: WorkspaceChange) {
    return this.workspaceChanges.ask({ id, change });
  }

  getWorkspaceBalance(id: WorkspaceId) {
    return this.balances.ask(id);
  }

  getProjects(workspace: WorkspaceId) {
    return this.projectLists.ask(workspace);
  }

  getProject(id: ProjectId) {
    return this.projects.ask(id);
  }

  createProject(workspace: WorkspaceId, project: NewProject) {
    return this.newProjects.ask({ workspace, project });
  }

  updateProject(id: ProjectId, change: ProjectChange) {
    return this.projectChanges.ask({ id, change });
  }

  createInvitation(invitations: NewInvitations) {
    return this.invitations.ask(invitations);
  }

  getProjectStudies(project: ProjectId) {
    return this.projectStudies.ask(project);
  }

  getStudies(state: StudyState | 'any') {
    return this.studyLists.ask(state);
  }

  getStudy(id: StudyId) {
    return this.studies.ask(id);
  }

  countStudySubmissionsByStatus(id: StudyId) {
    return this.submissionCounts.ask(id);
  }

  getStudyCost(id: StudyId) {
    return this.studyCosts.ask(id);
  }

  transitionStudy(id: StudyId, action: StudyAction) {
    return this.transitions.ask({ id, action });
  }

  updateStudy(id: StudyId, change: StudyChange) {
    return this.studyChanges.ask({ id, change });
  }
}

/** Lets code waiting for a response that was just given continue. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
