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
export interface PendingRequest<A, T> {
  readonly about: A;
  readonly succeed: (value: T) => void;
  readonly fail: (failure: Failure) => void;
}

/** The requests of one operation. Each waits until the test responds, in any order. */
export class PendingRequests<A, T> {
  readonly #open: PendingRequest<A, T>[] = [];
  /** Every request made, in order, with or without a response. */
  readonly sent: A[] = [];

  send(about: A): Promise<Result<T, Failure>> {
    this.sent.push(about);
    return new Promise((resolve) => {
      const end = (result: Result<T, Failure>) => {
        this.#open.splice(this.#open.indexOf(request), 1);
        resolve(result);
      };
      const request: PendingRequest<A, T> = {
        about,
        succeed: (value) => end(succeed(value)),
        fail: (failure) => end(fail(failure)),
      };
      this.#open.push(request);
    });
  }

  /** Requests without a response, oldest first. */
  get open(): readonly PendingRequest<A, T>[] {
    return [...this.#open];
  }

  /** The oldest request without a response. */
  get next(): PendingRequest<A, T> {
    const [request] = this.#open;
    assert.ok(request !== undefined, 'nothing was requested');
    return request;
  }
}

/** A client without a network: the test provides every response when it chooses. */
export class ScriptedClient implements ProlificClient {
  readonly users = new PendingRequests<CallOptions, Account>();
  readonly lists = new PendingRequests<ListOptions<Workspace>, Listing<Workspace>>();
  readonly workspaces = new PendingRequests<WorkspaceId, Workspace>();
  readonly newWorkspaces = new PendingRequests<NewWorkspace, Workspace>();
  readonly workspaceChanges = new PendingRequests<
    { readonly id: WorkspaceId; readonly change: WorkspaceChange },
    unknown
  >();
  readonly balances = new PendingRequests<WorkspaceId, Balance>();
  readonly projectLists = new PendingRequests<WorkspaceId, Listing<Project>>();
  readonly projects = new PendingRequests<ProjectId, Project>();
  readonly newProjects = new PendingRequests<
    { readonly workspace: WorkspaceId; readonly project: NewProject },
    Project
  >();
  readonly projectChanges = new PendingRequests<{ readonly id: ProjectId; readonly change: ProjectChange }, unknown>();
  readonly invitations = new PendingRequests<NewInvitations, readonly Invitation[]>();

  readonly projectStudies = new PendingRequests<ProjectId, Listing<Study>>();
  readonly studyLists = new PendingRequests<StudyState | 'any', Listing<Study>>();
  readonly studies = new PendingRequests<StudyId, Study>();
  readonly submissionCounts = new PendingRequests<StudyId, SubmissionCounts>();
  readonly studyCosts = new PendingRequests<StudyId, StudyCost>();
  readonly transitions = new PendingRequests<{ readonly id: StudyId; readonly action: StudyAction }, unknown>();
  readonly studyChanges = new PendingRequests<{ readonly id: StudyId; readonly change: StudyChange }, unknown>();

  getUser(options: CallOptions = {}) {
    return this.users.send(options);
  }

  getWorkspaces(options: ListOptions<Workspace> = {}) {
    return this.lists.send(options);
  }

  getWorkspace(id: WorkspaceId) {
    return this.workspaces.send(id);
  }

  createWorkspace(workspace: NewWorkspace) {
    return this.newWorkspaces.send(workspace);
  }

  updateWorkspace(id: WorkspaceId, change: WorkspaceChange) {
    return this.workspaceChanges.send({ id, change });
  }

  getWorkspaceBalance(id: WorkspaceId) {
    return this.balances.send(id);
  }

  getProjects(workspace: WorkspaceId) {
    return this.projectLists.send(workspace);
  }

  getProject(id: ProjectId) {
    return this.projects.send(id);
  }

  createProject(workspace: WorkspaceId, project: NewProject) {
    return this.newProjects.send({ workspace, project });
  }

  updateProject(id: ProjectId, change: ProjectChange) {
    return this.projectChanges.send({ id, change });
  }

  createInvitation(invitations: NewInvitations) {
    return this.invitations.send(invitations);
  }

  getProjectStudies(project: ProjectId) {
    return this.projectStudies.send(project);
  }

  getStudies(state: StudyState | 'any') {
    return this.studyLists.send(state);
  }

  getStudy(id: StudyId) {
    return this.studies.send(id);
  }

  countStudySubmissionsByStatus(id: StudyId) {
    return this.submissionCounts.send(id);
  }

  getStudyCost(id: StudyId) {
    return this.studyCosts.send(id);
  }

  transitionStudy(id: StudyId, action: StudyAction) {
    return this.transitions.send({ id, action });
  }

  updateStudy(id: StudyId, change: StudyChange) {
    return this.studyChanges.send({ id, change });
  }
}

/** Lets code waiting for a response that was just given continue. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
