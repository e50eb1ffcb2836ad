import type { Behaviour } from '../behaviour';
import { apiError } from '../errors';
import type { Person, Project, Workspace } from '../model';
import { isAdmin, isMember, type State } from '../state';
import { Serializer } from '../serializer';

/** One request of somebody whose token is good. */
export class RequestContext {
  readonly serializer: Serializer;

  constructor(
    readonly caller: Person,
    readonly state: State,
    readonly behaviour: Behaviour,
    readonly parameters: Readonly<Record<string, string>>,
    readonly query: URLSearchParams,
    readonly body: unknown,
    /** Origin and path, for the links of a list. */
    readonly listUrl: string,
  ) {
    this.serializer = new Serializer(state, behaviour);
  }

  /** The workspace of the path. Whoever is no member is told the same as if it did not exist. */
  workspace(id = this.parameters['workspace_id']): Workspace {
    const workspace = this.state.workspaces.find((candidate) => candidate.id === id);
    if (workspace === undefined || !isMember(workspace, this.caller)) {
      throw apiError(this.behaviour.noAccessStatus);
    }
    return workspace;
  }

  requireAdmin(workspace: Workspace): Workspace {
    if (!isAdmin(workspace, this.caller)) {
      throw apiError(this.behaviour.notAdminStatus);
    }
    return workspace;
  }

  project(): { project: Project; workspace: Workspace } {
    const found = this.state.project(this.parameters['project_id'] ?? '');
    if (found === undefined || !isMember(found.workspace, this.caller)) {
      throw apiError(this.behaviour.noAccessStatus);
    }
    return found;
  }
}

export interface HandlerResult {
  readonly status: number;
  readonly value: unknown;
}

export type Handler = (call: RequestContext) => HandlerResult;

export function ok(value: unknown): HandlerResult {
  return { status: 200, value };
}

export function created(value: unknown): HandlerResult {
  return { status: 201, value };
}
