import type { Send } from '../http/tokenCheck';
import type { CallOptions } from '../http/exchange';
import type { Failure } from '../failure';
import { readList, type ListOptions } from './listing';
import type { Listing } from './paging';
import type { Result } from '../result';
import {
  anyAnswer,
  balanceAnswer,
  workspaceAnswer,
  type Balance,
  type Workspace,
  type WorkspaceId,
} from '../schema/schema';

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

export interface WorkspaceOperations {
  /**
   * `get-workspaces`: all workspaces that the account is a member of, all pages, in the server's order.
   * `onItems` gets the workspaces read so far, after each page. Gives the list, and whether it is complete.
   * Fails as any read.
   * (OpenAPI file; `limit`, `offset` and 20 a page: prolific-oss/cli client/client.go, Dallinger dallinger/prolific.py)
   */
  getWorkspaces(options?: ListOptions<Workspace>): Promise<Result<Listing<Workspace>, Failure>>;
  /**
   * `create-workspace`: makes a workspace, which can never be deleted. Gives it as the service answers: the creator's
   * roles may be missing there, so read it again before judging rights. `invalid` names the fields that are refused.
   * (docs: api-reference/workspaces/create-workspace; the roles: Dallinger tests/test_prolific.py)
   */
  createWorkspace(workspace: NewWorkspace, options?: CallOptions): Promise<Result<Workspace, Failure>>;
  /**
   * `get-workspace`: one workspace as it is now. `notFound` and `forbidden` both mean that it is gone or not for this
   * account. (OpenAPI file; docs: documentation/get-started/api-fundamentals)
   */
  getWorkspace(id: WorkspaceId, options?: CallOptions): Promise<Result<Workspace, Failure>>;
  /**
   * `update-workspace`: sends `id`, `title` and what else is to change. There is no version or ETag, so the last write
   * wins. Gives nothing: the documentation is at odds with itself about the answer, so read the workspace again.
   * Only admins may (`forbidden`, `notFound`); `invalid` names the fields that are refused.
   * (docs: api-reference/workspaces/update-workspace; that nothing else is sent back: Mephisto api/workspaces.py)
   */
  updateWorkspace(id: WorkspaceId, change: WorkspaceChange, options?: CallOptions): Promise<Result<unknown, Failure>>;
  /**
   * `get-workspace-balance`: the money of a workspace, all amounts in the smallest unit of its currency (pence, cents),
   * each undefined where the service does not tell. `notFound` may mean that the account does not have the feature.
   * (docs: api-reference/workspaces/get-workspace-balance; the parts: prolific-oss/cli client/responses.go)
   */
  getWorkspaceBalance(id: WorkspaceId, options?: CallOptions): Promise<Result<Balance, Failure>>;
}

export function workspaceOperations(send: Send): WorkspaceOperations {
  return {
    getWorkspaces: (options = {}) => readList(send, 'workspaces/', workspaceAnswer, options),
    createWorkspace: ({ title, currency }, options) =>
      send({
        ...options,
        method: 'POST',
        path: 'workspaces/',
        body: { title, currency_code: currency },
        answer: workspaceAnswer,
      }),
    getWorkspace: (id, options) => send({ ...options, method: 'GET', path: pathOf(id), answer: workspaceAnswer }),
    updateWorkspace: (id, { title, description }, options) =>
      send({ ...options, method: 'PATCH', path: pathOf(id), body: { id, title, description }, answer: anyAnswer }),
    getWorkspaceBalance: (id, options) =>
      send({ ...options, method: 'GET', path: `${pathOf(id)}balance/`, answer: balanceAnswer }),
  };
}

function pathOf(id: WorkspaceId): string {
  return `workspaces/${encodeURIComponent(id)}/`;
}
