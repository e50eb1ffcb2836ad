import * as v from 'valibot';
import { createExchange, type ApiLog, type Call } from './exchange';
import type { Failure } from './failure';
import type { ApiOrigin } from './origin';
import { readAllPages, type Listing } from './paging';
import { fail, type Result } from './result';
import {
  account,
  createdInvitations,
  page,
  workspace,
  type Account,
  type Invitation,
  type InvitationRole,
  type Workspace,
  type WorkspaceId,
} from './schema';
import { sendOverNetwork } from './transport';

/** After this long without an answer a request has failed, in milliseconds. Prolific documents none; its own tools use 30 s. */
export const requestTimeoutMs = 30_000;

/** The most addresses that one invitation call may carry. The web app's limit; the API's own is not documented. */
export const addressesPerCall = 10;

/** Rows asked for in one page. The default of the service is 20; its own command line asks for 200. */
const rowsPerPage = 200;

export interface ClientSettings {
  readonly origin: ApiOrigin;
  readonly token: string;
  readonly userAgent: string;
  readonly log: ApiLog;
  /** Told when Prolific no longer accepts the token. */
  readonly onTokenRejected?: () => void;
  readonly timeoutMs?: number;
  readonly firstPauseMs?: number;
}

export interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

export interface WorkspaceChange {
  readonly title: string;
}

export interface NewInvitations {
  readonly workspace: WorkspaceId;
  /** One to ten addresses, letter case as given: Prolific tells them apart by it. */
  readonly addresses: readonly string[];
  readonly role: InvitationRole;
}

/** The shared client: every request of the extension is one of these. Methods never throw; names as in Prolific's OpenAPI file. */
export interface ProlificClient {
  /** `get-user`: whose token this is. Also the one way to check a token (docs: api-reference/users/get-user). */
  getUser(options?: Abortable): Promise<Result<Account, Failure>>;
  /**
   * `get-workspaces`: all workspaces that the account is a member of, all pages, in the server's order.
   * `onItems` gets the workspaces read so far, after each page. (`limit`, `offset` and 20 a page: prolific-oss/cli, Dallinger.)
   */
  getWorkspaces(
    options?: Abortable & { readonly onItems?: (items: readonly Workspace[]) => void },
  ): Promise<Result<Listing<Workspace>, Failure>>;
  /** `get-workspace`: one workspace as it is now. */
  getWorkspace(id: WorkspaceId, options?: Abortable): Promise<Result<Workspace, Failure>>;
  /**
   * `update-workspace`: sends `id`, `title` and nothing else; the service wants both. There is no version or ETag, so the
   * last write wins. The answer is not read: the documentation is at odds with itself about what it holds; read it again.
   */
  updateWorkspace(id: WorkspaceId, change: WorkspaceChange, options?: Abortable): Promise<Result<unknown, Failure>>;
  /**
   * `create-invitation`: invites people and sends them mail, so it is never sent again by itself. Gives an entry for each
   * address that the service answered for, which may be fewer than were sent. Only admins of the workspace may.
   */
  createInvitation(invitations: NewInvitations, options?: Abortable): Promise<Result<readonly Invitation[], Failure>>;
}

export function createProlificClient(settings: ClientSettings): ProlificClient {
  const exchange = createExchange({
    timeoutMs: requestTimeoutMs,
    firstPauseMs: 500,
    ...settings,
    transport: sendOverNetwork,
  });
  let checking: Promise<Result<Account, Failure>> | undefined;

  async function getUser(options: Abortable = {}): Promise<Result<Account, Failure>> {
    const result = await exchange({ method: 'GET', path: 'users/me/', answer: account, ...options });
    if (!result.ok && result.failure.kind === 'unauthorized') {
      settings.onTokenRejected?.();
    }
    return result;
  }

  /**
   * 401 may mean a bad token, or just no access to this one thing (docs: api-fundamentals). `users/me/` tells which; one
   * look serves all requests that are refused at the same time.
   */
  async function send<const S extends v.GenericSchema>(call: Call<S>): Promise<Result<v.InferOutput<S>, Failure>> {
    const result = await exchange(call);
    if (result.ok || result.failure.kind !== 'unauthorized') {
      return result;
    }
    checking ??= getUser().finally(() => (checking = undefined));
    const user = await checking;
    const tokenIsBad = !user.ok && user.failure.kind === 'unauthorized';
    return tokenIsBad ? result : fail({ ...result.failure, kind: 'forbidden' });
  }

  return {
    getUser,
    getWorkspaces: ({ signal, onItems } = {}) =>
      readAllPages(
        (offset) =>
          send({
            method: 'GET',
            path: 'workspaces/',
            query: { limit: rowsPerPage, offset },
            answer: page(workspace),
            signal,
          }),
        onItems,
      ),
    getWorkspace: (id, options) => send({ method: 'GET', path: pathOf(id), answer: workspace, ...options }),
    updateWorkspace: (id, { title }, options) =>
      send({ method: 'PATCH', path: pathOf(id), body: { id, title }, answer: v.unknown(), ...options }),
    createInvitation: ({ workspace: association, addresses, role }, options) =>
      send({
        method: 'POST',
        path: 'invitations/',
        body: { association, emails: addresses, role },
        answer: createdInvitations,
        ...options,
      }),
  };
}

function pathOf(id: WorkspaceId): string {
  return `workspaces/${encodeURIComponent(id)}/`;
}
