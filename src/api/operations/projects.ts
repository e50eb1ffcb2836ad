import * as v from 'valibot';
import type { Send } from '../http/tokenCheck';
import type { AnswerSchema } from '../schema/answer';
import type { CallOptions } from '../http/exchange';
import { isHttpFailure, type Failure } from '../failure';
import { readList, type ListOptions } from './listing';
import type { Listing } from './paging';
import type { Result } from '../result';
import {
  anyAnswer,
  projectAnswer,
  type Project,
  type ProjectId,
  type UserId,
  type WorkspaceId,
} from '../schema/schema';

export interface NewProject {
  readonly title: string;
  /** Left out where it is blank: the service refuses blank texts instead of reading them as missing. */
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

export interface ProjectOperations {
  /**
   * `get-projects`: all projects of a workspace, all pages, in the server's order. `onItems` gets those read so far,
   * after each page. Whether hidden ones are among them is not documented. Fails as any read.
   * (OpenAPI file; `limit` and `offset`: prolific-oss/cli client/client.go)
   */
  getProjects(workspace: WorkspaceId, options?: ListOptions<Project>): Promise<Result<Listing<Project>, Failure>>;
  /**
   * `create-project`: makes a private project, which can never be deleted. Gives it as the service answers. Some
   * accounts may need `description` and `owner`: `invalid` names them then.
   * (OpenAPI file; the two fields: prolific-oss/cli issue 243 and commit df06209)
   */
  createProject(workspace: WorkspaceId, project: NewProject, options?: CallOptions): Promise<Result<Project, Failure>>;
  /** `get-project`: one project as it is now. Fails as any read. (OpenAPI file; prolific-oss/cli cmd/project/view.go) */
  getProject(id: ProjectId, options?: CallOptions): Promise<Result<Project, Failure>>;
  /**
   * `update-project`: sends `id`, `title` and what else is to change, and without `id` where that was refused by name,
   * for then nothing was changed. The last write wins. Gives nothing: read the project again. All members may.
   * (The OpenAPI file knows no `id`; the older hand-written one, rwblair/pyrolific, and captures of 2025 demand it.)
   */
  updateProject(id: ProjectId, change: ProjectChange, options?: CallOptions): Promise<Result<unknown, Failure>>;
}

export function projectOperations(send: Send): ProjectOperations {
  return {
    getProjects: (workspace, options = {}) => readList(send, pathIn(workspace), projectIn(workspace), options),
    createProject: (workspace, { title, description, owner }, options) =>
      send({
        ...options,
        method: 'POST',
        path: pathIn(workspace),
        body: { title, description: description?.trim() === '' ? undefined : description, owner },
        answer: projectIn(workspace),
      }),
    getProject: (id, options) => send({ ...options, method: 'GET', path: pathOf(id), answer: projectAnswer }),
    updateProject: async (id, { title, description }, options) => {
      const call = { ...options, method: 'PATCH', path: pathOf(id), answer: anyAnswer } as const;
      const result = await send({ ...call, body: { id, title, description } });
      return refusesId(result) ? send({ ...call, body: { title, description } }) : result;
    },
  };
}

function refusesId(result: Result<unknown, Failure>): boolean {
  return (
    !result.ok &&
    isHttpFailure(result.failure) &&
    result.failure.kind === 'invalid' &&
    result.failure.body.reveal().fields.has('id')
  );
}

/** The service does not repeat the workspace in the items of its list. */
function projectIn(workspace: WorkspaceId): AnswerSchema<Project> {
  return (onLeftOut) =>
    v.pipe(
      projectAnswer(onLeftOut),
      v.transform((item) => ({ ...item, workspace: item.workspace ?? workspace })),
    );
}

function pathIn(workspace: WorkspaceId): string {
  return `workspaces/${encodeURIComponent(workspace)}/projects/`;
}

function pathOf(id: ProjectId): string {
  return `projects/${encodeURIComponent(id)}/`;
}
