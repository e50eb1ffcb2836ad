import { rejectsField } from '../failure';
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
  /** Omitted if blank: the service rejects blank texts instead of treating them as missing. */
  readonly description?: string | undefined;
  /** The caller, if the service asks for an owner. */
  readonly owner?: UserId | undefined;
}

export interface ProjectChange {
  /** Sent even if unchanged: older documentation requires it. */
  readonly title: string;
  /** Unchanged if omitted. A blank description is probably rejected; no way to clear one is known. */
  readonly description?: string | undefined;
}

const pages = pagesOf(project);

export function projectOperations(call: Caller) {
  return {
    /**
     * `get-projects`: all projects of a workspace, in the server's order. `onItems` is called after each page with the
     * projects read so far. Whether hidden projects are included isn't documented. (OpenAPI file; `limit` and `offset`:
     * prolific-oss/cli client/client.go)
     */
    getProjects: (workspace: WorkspaceId, options?: ListOptions<Project>) =>
      readList(call, pathIn(workspace), pages, options, (item) => within(workspace, item)),

    /**
     * `create-project`: creates a private project, which can never be deleted. Resolves with the project as returned.
     * Some accounts may have to send `description` and `owner`; `invalid` then names them. (OpenAPI file; the two
     * fields: prolific-oss/cli issue 243 and commit df06209)
     */
    createProject: async (workspace: WorkspaceId, { title, description, owner }: NewProject, options?: CallOptions) => {
      const body = { title, description: description?.trim() === '' ? undefined : description, owner };
      const result = await call({ ...options, method: 'POST', path: pathIn(workspace), body }, project);
      return result.ok ? succeed(within(workspace, result.value)) : result;
    },

    /** `get-project`: the current state of a project. (OpenAPI file; prolific-oss/cli cmd/project/view.go) */
    getProject: (id: ProjectId, options?: CallOptions) =>
      call({ ...options, method: 'GET', path: pathOf(id) }, project),

    /**
     * `update-project`: sends `id`, `title`, and the other changes; sends them again without `id` if that field was
     * rejected by name, since nothing was changed then. The last write wins. The response isn't used: read the project
     * again. All members may. (The OpenAPI file has no `id`; the older handwritten one, rwblair/pyrolific, and captures
     * from 2025 require it.)
     */
    updateProject: async (id: ProjectId, { title, description }: ProjectChange, options?: CallOptions) => {
      const update: Call = { ...options, method: 'PATCH', path: pathOf(id) };
      const result = await call({ ...update, body: { id, title, description } }, anything);
      return rejectsField(result, 'id') ? call({ ...update, body: { title, description } }, anything) : result;
    },
  };
}

/** The service omits the workspace from the items of this list. */
function within(workspace: WorkspaceId, item: Project): Project {
  return { ...item, workspace: item.workspace ?? workspace };
}

function pathIn(workspace: WorkspaceId): string {
  return `workspaces/${workspace}/projects/`;
}

function pathOf(id: ProjectId): string {
  return `projects/${id}/`;
}
