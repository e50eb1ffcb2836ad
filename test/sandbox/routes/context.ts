import type { Behavior } from '../behavior';
import { apiError } from '../http/errors';
import type { Person, Project, Workspace } from '../model';
import { isAdmin, isMember, type State } from '../state';
import type { LocatedStudy } from '../studies/studies';
import { Serializer } from './serializer';

/** A request with a valid token. */
export class RequestContext {
  readonly serializer: Serializer;

  constructor(
    readonly caller: Person,
    readonly state: State,
    readonly behavior: Behavior,
    readonly parameters: Readonly<Record<string, string>>,
    readonly query: URLSearchParams,
    readonly body: unknown,
    /** Origin and path, for `_links`. */
    readonly listUrl: string,
  ) {
    this.serializer = new Serializer(state, behavior);
  }

  /** Returns the workspace in the path. For non-members it does not exist. */
  workspace(id = this.parameters['workspace_id']): Workspace {
    const workspace = this.state.workspaces.find((candidate) => candidate.id === id);
    if (workspace === undefined || !isMember(workspace, this.caller)) {
      throw apiError(this.behavior.noAccessStatus);
    }
    return workspace;
  }

  requireAdmin(workspace: Workspace): Workspace {
    if (!isAdmin(workspace, this.caller)) {
      throw apiError(this.behavior.notAdminStatus);
    }
    return workspace;
  }

  project(): { project: Project; workspace: Workspace } {
    const found = this.state.project(this.parameters['project_id'] ?? '');
    if (found === undefined || !isMember(found.workspace, this.caller)) {
      throw apiError(this.behavior.noAccessStatus);
    }
    return found;
  }

  study(): LocatedStudy {
    const found = this.state.studies.find(this.parameters['id'] ?? '');
    if (found === undefined || !isMember(found.workspace, this.caller)) {
      throw apiError(this.behavior.noAccessStatus);
    }
    return found;
  }

  /** Returns the study in the path if the caller may change it. */
  studyToChange(): LocatedStudy {
    const found = this.study();
    if (this.behavior.studyChangesRequire === 'admin') {
      this.requireAdmin(found.workspace);
    }
    return found;
  }
}

export interface HandlerResult {
  readonly status: number;
  readonly value: unknown;
}

export type Handler = (context: RequestContext) => HandlerResult;

export function ok(value: unknown): HandlerResult {
  return { status: 200, value };
}

export function created(value: unknown): HandlerResult {
  return { status: 201, value };
}
