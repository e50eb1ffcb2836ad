import { rejectsField } from '../failure';
import { balance } from '../schema/balance';
import { anything } from '../schema/fields';
import { pagesOf } from '../schema/page';
import { workspace, type Workspace, type WorkspaceId } from '../schema/workspace';
import type { Call, CallOptions, Caller } from './call';
import { readList, type ListOptions } from './listing';

/** Currencies for new workspaces (docs: api-reference/workspaces/create-workspace). */
export const newWorkspaceCurrencies = ['GBP', 'USD'] as const;
export type NewWorkspaceCurrency = (typeof newWorkspaceCurrencies)[number];

export interface NewWorkspace {
  readonly title: string;
  /** The service's default isn't documented. Can't be changed later. */
  readonly currency?: NewWorkspaceCurrency | undefined;
}

export interface WorkspaceChange {
  /** Sent even if unchanged: the service requires it. */
  readonly title: string;
  /** Unchanged if omitted. A blank description is probably rejected; no way to clear one is known. */
  readonly description?: string | undefined;
}

const pages = pagesOf(workspace);

export function workspaceOperations(call: Caller) {
  return {
    /**
     * `get-workspaces`: all workspaces the account is a member of, in the server's order. `onItems` is called after
     * each page with the workspaces read so far. Resolves with the list and whether it's complete. (OpenAPI file;
     * `limit`, `offset`, and 20 per page: prolific-oss/cli client/client.go, Dallinger dallinger/prolific.py)
     */
    getWorkspaces: (options?: ListOptions<Workspace>) => readList(call, 'workspaces/', pages, options),

    /**
     * `create-workspace`: creates a workspace, which can never be deleted. Resolves with the workspace as returned,
     * which may lack its creator's roles: read it again before relying on them. `invalid` names the rejected fields.
     * (docs: api-reference/workspaces/create-workspace; the roles: Dallinger tests/test_prolific.py)
     */
    createWorkspace: ({ title, currency }: NewWorkspace, options?: CallOptions) =>
      call({ ...options, method: 'POST', path: 'workspaces/', body: { title, currency_code: currency } }, workspace),

    /**
     * `get-workspace`: the current state of a workspace. `notFound` and `forbidden` both mean that it no longer exists
     * or that this account has no access. (OpenAPI file; docs: documentation/get-started/api-fundamentals)
     */
    getWorkspace: (id: WorkspaceId, options?: CallOptions) =>
      call({ ...options, method: 'GET', path: pathOf(id) }, workspace),

    /**
     * `update-workspace`: sends `id`, `title`, and the other changes; sends them again without `id` if that field was
     * rejected by name, since nothing was changed then. There is no version or ETag, so the last write wins. The
     * response isn't used, because the documentation contradicts itself about it: read the workspace again. Requires an
     * admin (`forbidden`, `notFound`); `invalid` names the rejected fields. (docs:
     * api-reference/workspaces/update-workspace; other fields aren't sent back, and a body without `id`: Mephisto
     * api/workspaces.py)
     */
    updateWorkspace: async (id: WorkspaceId, { title, description }: WorkspaceChange, options?: CallOptions) => {
      const update: Call = { ...options, method: 'PATCH', path: pathOf(id) };
      const result = await call({ ...update, body: { id, title, description } }, anything);
      return rejectsField(result, 'id') ? call({ ...update, body: { title, description } }, anything) : result;
    },

    /**
     * `get-workspace-balance`: the money in a workspace. Amounts are in the smallest unit of its currency (pence,
     * cents), each undefined if the service doesn't report it. `notFound` may mean that the account lacks the feature.
     * (docs: api-reference/workspaces/get-workspace-balance; the parts: prolific-oss/cli client/responses.go)
     */
    getWorkspaceBalance: (id: WorkspaceId, options?: CallOptions) =>
      call({ ...options, method: 'GET', path: `${pathOf(id)}balance/` }, balance),
  };
}

function pathOf(id: WorkspaceId): string {
  return `workspaces/${id}/`;
}
