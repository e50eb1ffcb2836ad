import { refusesField } from '../failure';
import { balance } from '../schema/balance';
import { anything } from '../schema/fields';
import { pagesOf } from '../schema/page';
import { workspace, type Workspace, type WorkspaceId } from '../schema/workspace';
import type { Call, CallOptions, Caller } from './call';
import { readList, type ListOptions } from './listing';

/** The currencies that a workspace can be made with (docs: api-reference/workspaces/create-workspace). */
export const newWorkspaceCurrencies = ['GBP', 'USD'] as const;
export type NewWorkspaceCurrency = (typeof newWorkspaceCurrencies)[number];

export interface NewWorkspace {
  readonly title: string;
  /** Which one the service takes without it is not documented. It cannot be changed later. */
  readonly currency?: NewWorkspaceCurrency | undefined;
}

export interface WorkspaceChange {
  /** Sent even where it stays as it is: the service demands it. */
  readonly title: string;
  /** Stays as it is without it. A blank one is likely to be refused; no way to clear a description is known. */
  readonly description?: string | undefined;
}

const pages = pagesOf(workspace);

export function workspaceOperations(call: Caller) {
  return {
    /**
     * `get-workspaces`: all workspaces that the account is a member of, all pages, in the server's order.
     * `onItems` is called with the workspaces read so far, after each page. Resolves with the list, and whether it is
     * complete. Fails as any read.
     * (OpenAPI file; `limit`, `offset` and 20 a page: prolific-oss/cli client/client.go, Dallinger dallinger/prolific.py)
     */
    getWorkspaces: (options?: ListOptions<Workspace>) => readList(call, 'workspaces/', pages, options),

    /**
     * `create-workspace`: makes a workspace, which can never be deleted. Resolves with it as the service returns it: the
     * creator's roles may be missing there, so read it again before judging rights. `invalid` names the refused fields.
     * (docs: api-reference/workspaces/create-workspace; the roles: Dallinger tests/test_prolific.py)
     */
    createWorkspace: ({ title, currency }: NewWorkspace, options?: CallOptions) =>
      call({ ...options, method: 'POST', path: 'workspaces/', body: { title, currency_code: currency } }, workspace),

    /**
     * `get-workspace`: one workspace as it is now. `notFound` and `forbidden` both mean that it is gone or not for this
     * account. (OpenAPI file; docs: documentation/get-started/api-fundamentals)
     */
    getWorkspace: (id: WorkspaceId, options?: CallOptions) =>
      call({ ...options, method: 'GET', path: pathOf(id) }, workspace),

    /**
     * `update-workspace`: sends `id`, `title` and what else is to change, and once more without `id` where that was
     * refused by name, for then nothing was changed. There is no version or ETag, so the last write wins. The response
     * is not used: the documentation contradicts itself about it, so read the workspace again.
     * Only admins may (`forbidden`, `notFound`); `invalid` names the refused fields.
     * (docs: api-reference/workspaces/update-workspace; that nothing else is sent back, and a body without `id`:
     * Mephisto api/workspaces.py)
     */
    updateWorkspace: async (id: WorkspaceId, { title, description }: WorkspaceChange, options?: CallOptions) => {
      const update: Call = { ...options, method: 'PATCH', path: pathOf(id) };
      const result = await call({ ...update, body: { id, title, description } }, anything);
      return refusesField(result, 'id') ? call({ ...update, body: { title, description } }, anything) : result;
    },

    /**
     * `get-workspace-balance`: the money of a workspace, all amounts in the smallest unit of its currency (pence, cents),
     * each undefined where the service does not tell. `notFound` may mean that the account does not have the feature.
     * (docs: api-reference/workspaces/get-workspace-balance; the parts: prolific-oss/cli client/responses.go)
     */
    getWorkspaceBalance: (id: WorkspaceId, options?: CallOptions) =>
      call({ ...options, method: 'GET', path: `${pathOf(id)}balance/` }, balance),
  };
}

function pathOf(id: WorkspaceId): string {
  return `workspaces/${encodeURIComponent(id)}/`;
}
