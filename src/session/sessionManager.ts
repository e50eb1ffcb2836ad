import {
  type Account,
  type ApiOrigin,
  type ClientOptions,
  fail,
  type Failure,
  parseApiOrigin,
  type ProlificClient,
  type Result,
  succeed,
} from '../api';
import { Emitter, type Disposable } from '../platform/emitter';
import type { BadApiUrl, Session, SignedIn } from './session';
import type { StorageFailure, TokenStore } from './tokenStore';

export type SignInFailure = Failure | StorageFailure | BadApiUrl;

export interface SessionManagerOptions {
  readonly tokens: TokenStore;
  readonly readApiUrl: () => string;
  readonly createClient: (settings: Pick<ClientOptions, 'origin' | 'token' | 'onTokenRejected'>) => ProlificClient;
}

/** Owns the session. Only this class changes it. */
export class SessionManager implements Disposable {
  readonly #changed = new Emitter<Session>();
  readonly #subscription: Disposable;
  #current: Session = { kind: 'verifying' };
  /** The current session's token. Distinguishes a change made by another window from the echo of our own. */
  #token: string | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly options: SessionManagerOptions) {
    this.#subscription = options.tokens.onDidChange(
      () => parseApiOrigin(options.readApiUrl()),
      () => void this.#followStorage(),
    );
  }

  get current(): Session {
    return this.#current;
  }

  /** Where a token would be sent now. Undefined if the setting isn't an origin. */
  get origin(): ApiOrigin | undefined {
    return parseApiOrigin(this.options.readApiUrl());
  }

  /**
   * Restarts the session from the token stored for the configured origin. Called on activation, on Retry, and after the
   * setting has changed.
   */
  async open(): Promise<Session> {
    const verifying: Session = { kind: 'verifying' };
    this.#move(verifying, undefined);
    const { session, token } = await this.#verifyStored();
    if (this.#current === verifying) {
      this.#move(session, token);
    }
    return this.settled();
  }

  /**
   * Verifies a token, then stores it and signs in. Until that succeeds, and if it fails or is aborted, the session
   * stays as it was.
   */
  async signIn(token: string, signal?: AbortSignal): Promise<Result<Account, SignInFailure>> {
    const origin = parseApiOrigin(this.options.readApiUrl());
    if (origin === undefined) {
      return fail({ kind: 'badApiUrl' });
    }
    const candidate = this.#candidate(origin, token);
    const user = await candidate.client.getUser({ signal });
    if (!user.ok) {
      return user;
    }
    if (signal?.aborted === true) {
      return fail({ kind: 'aborted', request: { method: 'GET', path: '/api/v1/users/me/' }, effect: 'none' });
    }
    const previous = this.#token;
    this.#token = token;
    const stored = await this.options.tokens.store(origin, token);
    if (!stored.ok) {
      this.#token = previous;
      return stored;
    }
    this.#move(candidate.signedIn(user.value), token);
    return succeed(user.value);
  }

  /** Deletes the token, which ends the session in every window. */
  async signOut(): Promise<Result<void, StorageFailure>> {
    const origin = parseApiOrigin(this.options.readApiUrl());
    const deleted = origin === undefined ? succeed(undefined) : await this.options.tokens.delete(origin);
    if (deleted.ok) {
      this.#move({ kind: 'signedOut' }, undefined);
    }
    return deleted;
  }

  /** Resolves with the session once nothing is being verified. */
  async settled(): Promise<Session> {
    while (this.#current.kind === 'verifying') {
      await new Promise<void>((resolve) => {
        const subscription = this.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
    return this.#current;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #verifyStored(): Promise<{ session: Session; token: string | undefined }> {
    const origin = parseApiOrigin(this.options.readApiUrl());
    if (origin === undefined) {
      return { session: { kind: 'unreachable', origin, cause: { kind: 'badApiUrl' } }, token: undefined };
    }
    const stored = await this.options.tokens.read(origin);
    if (!stored.ok) {
      return { session: { kind: 'unreachable', origin, cause: stored.failure }, token: undefined };
    }
    const token = stored.value;
    if (token === undefined) {
      return { session: { kind: 'signedOut' }, token };
    }
    const candidate = this.#candidate(origin, token);
    const user = await candidate.client.getUser();
    if (user.ok) {
      return { session: candidate.signedIn(user.value), token };
    }
    const isRejected = user.failure.kind === 'unauthorized';
    return { session: isRejected ? { kind: 'rejected' } : { kind: 'unreachable', origin, cause: user.failure }, token };
  }

  /**
   * Creates a client for a token and the session it would lead to. If the token is rejected later, only that session
   * ends.
   */
  #candidate(origin: ApiOrigin, token: string) {
    let session: SignedIn | undefined;
    const client = this.options.createClient({
      origin,
      token,
      onTokenRejected: () => {
        if (session !== undefined && this.#current === session) {
          this.#move({ kind: 'rejected' }, token);
        }
      },
    });
    return {
      client,
      signedIn: (account: Account): SignedIn => (session = { kind: 'signedIn', origin, account, client }),
    };
  }

  async #followStorage(): Promise<void> {
    const origin = parseApiOrigin(this.options.readApiUrl());
    const stored = origin === undefined ? undefined : await this.options.tokens.read(origin);
    if (stored?.ok === true && stored.value !== this.#token) {
      await this.open();
    }
  }

  #move(session: Session, token: string | undefined): void {
    this.#current = session;
    this.#token = token;
    this.#changed.fire(session);
  }
}
