import { checkToken } from './http/tokenCheck';
import { lastCheck } from './http/lastCheck';
import { logFailures, type ApiLog } from './http/log';
import { followRedirects } from './http/redirects';
import { limited, RequestLimiter } from './http/requestLimiter';
import { retryReads } from './http/retry';
import { createTransport } from './http/transport';
import { createCaller, urlOf } from './operations/call';
import { invitationOperations } from './operations/invitations';
import { projectOperations } from './operations/projects';
import { studyOperations } from './operations/studies';
import { accountPath, userOperations } from './operations/users';
import { workspaceOperations } from './operations/workspaces';
import type { ApiOrigin } from './origin';

/** How many requests run at once, across all callers. */
const maxConcurrentRequests = 4;

/** Prolific doesn't document a timeout; its own tools use 30 s. */
export const defaultTimeoutMs = 30_000;

export interface ClientOptions {
  /** Where the API is. The token is sent nowhere else. */
  readonly origin: ApiOrigin;
  readonly token: string;
  /** The value of the `User-Agent` header, such as `prolific-vscode/1.0.0`. */
  readonly userAgent: string;
  /** Receives a line for each request sent: `warn` if it failed or was only partly usable, otherwise `debug`. */
  readonly log: ApiLog;
  /**
   * Called when Prolific no longer accepts the token: a request was rejected with a 401, and so was `users/me/`.
   *
   * @default does nothing
   */
  readonly onTokenRejected?: () => void;
  /**
   * Aborted when the session that the client belongs to has ended: from then on writes fail with `sessionEnded`, those
   * that wait for their turn included.
   *
   * @default the session never ends
   */
  readonly sessionEnded?: AbortSignal;
  /**
   * How long a request may take until the last byte of its response, in milliseconds.
   *
   * @default 30_000
   */
  readonly timeoutMs?: number;
  /**
   * The pause before the second attempt of a read, in milliseconds, in addition to what the server asks for. The next
   * one is twice as long; each is randomized to up to twice its length.
   *
   * @default 500
   */
  readonly initialRetryDelayMs?: number;
}

/**
 * The shared client: every request of the extension is one of its operations, named as in Prolific's OpenAPI file
 * (but `transitionStudy`, which the file calls `publish-study`). No
 * operation throws or rejects, except for what a caller's callback throws. Each read is tried up to three times, each
 * write is sent once, and the `effect` of a failure says whether it may have been carried out anyway. At most four
 * requests run at once. Whoever holds a client can act for the account, so it's never exported to other extensions.
 *
 * Any operation may fail with `aborted`, `sessionEnded`, `timedOut`, `network`, `certificate`, `redirected`,
 * `tooLarge`, `unreadable`, `unauthorized` (the token is bad), `forbidden`, `notFound`, `conflict`, `invalid`,
 * `rateLimited`, `server`, or `unexpectedStatus`. An operation documents what these mean if it isn't obvious.
 *
 * @example
 * const client = createProlificClient({ origin, token, userAgent: 'prolific-vscode/1.0.0', log });
 * const workspaces = await client.getWorkspaces({ onItems: show });
 * if (!workspaces.ok) {
 *   report(workspaces.failure);
 * }
 */
export type ProlificClient = ReturnType<typeof userOperations> &
  ReturnType<typeof workspaceOperations> &
  ReturnType<typeof projectOperations> &
  ReturnType<typeof studyOperations> &
  ReturnType<typeof invitationOperations>;

export function createProlificClient({
  origin,
  token,
  userAgent,
  log,
  onTokenRejected = () => undefined,
  sessionEnded,
  timeoutMs = defaultTimeoutMs,
  initialRetryDelayMs = 500,
}: ClientOptions): ProlificClient {
  const send = [
    checkToken({ accountUrl: urlOf(origin, accountPath), onTokenRejected, log }),
    retryReads({ initialDelayMs: initialRetryDelayMs }),
    followRedirects(),
    limited(new RequestLimiter(maxConcurrentRequests)),
    lastCheck(sessionEnded),
    logFailures(log),
  ].reduceRight((next, layer) => layer(next), createTransport({ token, userAgent, timeoutMs }));
  const call = createCaller({ origin, send, log });
  return {
    ...userOperations(call),
    ...workspaceOperations(call),
    ...projectOperations(call),
    ...studyOperations(call),
    ...invitationOperations(call),
  };
}
