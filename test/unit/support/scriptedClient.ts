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
}

/** Lets code waiting for a response that was just given continue. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
