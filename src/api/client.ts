import { createAccess } from './http/tokenCheck';
import type { ApiLog } from './http/attempt';
import { createExchange, type CallOptions } from './http/exchange';
import type { Failure } from './failure';
import { invitationOperations, type InvitationOperations } from './operations/invitations';
import type { ApiOrigin } from './origin';
import { projectOperations, type ProjectOperations } from './operations/projects';
import type { Result } from './result';
import type { Account } from './schema/schema';
import { createTransport } from './http/transport';
import { workspaceOperations, type WorkspaceOperations } from './operations/workspaces';

export { addressesPerCall } from './operations/invitations';

/** After this long without an answer a request has failed, in milliseconds. Prolific documents none; its own tools use 30 s. */
export const requestTimeoutMs = 30_000;

/** The pause before a read is tried a second time, in milliseconds, where the server asks for nothing else. */
const firstPauseMs = 500;

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

/**
 * The shared client: every request of the extension is one of these, named as in Prolific's OpenAPI file. No method
 * throws or rejects, but for what a callback of the caller throws. Each read is tried up to three times, each write is
 * sent once, and the `effect` of a failure says whether it may have been carried out all the same. At most four
 * requests are under way at once.
 *
 * Any of them may fail with `aborted`, `timedOut`, `network`, `certificate`, `redirected`, `tooLarge`, `unreadable`,
 * `unauthorized` (the token is bad), `forbidden`, `notFound`, `conflict`, `invalid`, `rateLimited`, `server` or
 * `unexpectedStatus`; a method tells what these mean where that is not plain.
 */
export interface ProlificClient extends WorkspaceOperations, ProjectOperations, InvitationOperations {
  /**
   * `get-user`: whose token this is, and the way to check a token: `unauthorized` means that it is bad. (It does so of
   * the other methods too, since they look here before they say it.) Gives id and name.
   * (docs: api-reference/users/get-user; the names: prolific-oss/cli client/responses.go)
   */
  getUser(options?: CallOptions): Promise<Result<Account, Failure>>;
}

export function createProlificClient({
  token,
  userAgent,
  onTokenRejected,
  ...settings
}: ClientSettings): ProlificClient {
  const transport = createTransport({ token, userAgent });
  const exchange = createExchange({ timeoutMs: requestTimeoutMs, firstPauseMs, ...settings, transport });
  const { getUser, send } = createAccess(exchange, () => onTokenRejected?.());
  return {
    getUser,
    ...workspaceOperations(send),
    ...projectOperations(send),
    ...invitationOperations(send),
  };
}
