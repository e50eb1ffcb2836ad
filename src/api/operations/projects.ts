import { refusesField } from '../failure';
import { succeed } from '../result';
import type { UserId } from '../schema/account';
import { anything } from '../schema/fields';
import { pagesOf } from '../schema/page';
import { project, type Project, type ProjectId } from '../schema/project';
import type { WorkspaceId } from '../schema/workspace';
import type { Call, CallOptions, Caller } from './call';
import { readList, type ListOptions } from './listing';

export interface NewProject {
  readonly title: string;
  /** Not sent where it is blank: the service refuses blank texts instead of reading them as missing. */
  readonly description?: string | undefined;
  /** The caller, where the service asks for one. */
  readonly owner?: UserId | undefined;
}

export interface ProjectChange {
  /** Sent even where it stays as it is: older documentation demands it. */
  readonly title: string;
  /** Stays as it is without it. A blank one is likely to be refused; no way to clear a description is known. */
  readonly description?: string | undefined;
}

const pages = pagesOf(project);

export function projectOperations(call: Caller) {
  return {
    /**
     * `get-projects`: all projects of a workspace, all pages, in the server's order. `onItems` is called with those read
     * so far, after each page. Whether hidden ones are among them is not documented. Fails as any read.
     * (OpenAPI file; `limit` and `offset`: prolific-oss/cli client/client.go)
     */
    getProjects: (workspace: WorkspaceId, options?: ListOptions<Project>) =>
      readList(call, pathIn(workspace), pages, options, (item) => within(workspace, item)),

    /**
     * `create-project`: makes a private project, which can never be deleted. Resolves with it as the service returns it.
     * Some accounts may need `description` and `owner`: `invalid` names them then.
     * (OpenAPI file; the two fields: prolific-oss/cli issue 243 and commit df06209)
     */
    createProject: async (workspace: WorkspaceId, { title, description, owner }: NewProject, options?: CallOptions) => {
      const body = { title, description: description?.trim() === '' ? undefined : description, owner };
      const result = await call({ ...options, method: 'POST', path: pathIn(workspace), body }, project);
      return result.ok ? succeed(within(workspace, result.value)) : result;
    },

    /** `get-project`: one project as it is now. Fails as any read. (OpenAPI file; prolific-oss/cli cmd/project/view.go) */
    getProject: (id: ProjectId, options?: CallOptions) =>
      call({ ...options, method: 'GET', path: pathOf(id) }, project),

    /**
     * `update-project`: sends `id`, `title` and what else is to change, and once more without `id` where that was refused
     * by name, for then nothing was changed. The last write wins. The response is not used: read the project again. All
     * members may.
     * (The OpenAPI file knows no `id`; the older hand-written one, rwblair/pyrolific, and captures of 2025 demand it.)
     */
    updateProject: async (id: ProjectId, { title, description }: ProjectChange, options?: CallOptions) => {
      const update: Call = { ...options, method: 'PATCH', path: pathOf(id) };
      const result = await call({ ...update, body: { id, title, description } }, anything);
      return refusesField(result, 'id') ? call({ ...update, body: { title, description } }, anything) : result;
    },
  };
}

/** The service does not repeat the workspace in the items of its list. */
function within(workspace: WorkspaceId, item: Project): Project {
  return { ...item, workspace: item.workspace ?? workspace };
}

function pathIn(workspace: WorkspaceId): string {
  return `workspaces/${encodeURIComponent(workspace)}/projects/`;
}

function pathOf(id: ProjectId): string {
  return `projects/${encodeURIComponent(id)}/`;
}
