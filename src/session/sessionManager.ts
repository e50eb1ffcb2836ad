import {
  type Account,
  type ApiOrigin,
  type CallOptions,
  fail,
  type Failure,
  parseApiOrigin,
  type Result,
  succeed,
} from '../api';
import { Emitter, type Disposable } from '../platform/emitter';
import { withPatience } from './patience';
import type { BadApiUrl, Session } from './session';
import { SessionClients, type Candidate, type CreateClient } from './sessionClients';
import type { StorageFailure, TokenStore } from './tokenStore';

/** The setting changed, or another window signed in or out, while a token was being verified. */
export interface Overtaken {
  readonly kind: 'overtaken';
}

export type SignInFailure = Failure | StorageFailure | BadApiUrl | Overtaken;

export interface SessionManagerOptions {
  readonly tokens: TokenStore;
  readonly readApiUrl: () => string;
  readonly createClient: CreateClient;
  /**
   * How long the secret storage may take before the user is told, in milliseconds.
   *
   * @default 10_000
   */
  readonly storagePatienceMs?: number;
}

/** One attempt to start a session from the stored token. */
interface Verification {
  readonly origin: ApiOrigin | undefined;
  readonly aborting: AbortController;
  /** The stored token. Undefined until it's read, and if none is stored. */
  token: string | undefined;
}

/**
 * Owns the session. Only this class changes it.
 *
 * The setting and the secret storage may change at any moment, the latter in another window too. So both are checked once
 * more before a session starts or ends, and if they have changed, everything starts over with their current values.
 */
export class SessionManager implements Disposable {
  readonly #changed = new Emitter<Session>();
  readonly #subscription: Disposable;
  readonly #clients: SessionClients;
  #current: Session = { kind: 'verifying' };
  /** The origin and token of the current session. Distinguishes a change made by another window from our own. */
  #identity: { readonly origin: ApiOrigin | undefined; readonly token: string | undefined } | undefined;
  #verification: Verification | undefined;
  /** The number of this window's writes in progress. Changes to the secret storage are checked once they're done. */
  #writes = 0;
  #didMissChange = false;
  /** The number of reported changes to the secret storage. Reveals that a value was read before the latest one. */
  #reportedChanges = 0;
  readonly onDidChange = this.#changed.event;

  constructor(private readonly options: SessionManagerOptions) {
    this.#clients = new SessionClients(options.createClient);
    this.#subscription = options.tokens.onDidChange(
      () => this.origin,
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
   * setting has changed. Several calls at a time share one verification.
   */
  async open(): Promise<Session> {
    const isVerifying = this.#current.kind === 'verifying' && this.#verification !== undefined;
    if (!isVerifying || this.#verification?.origin !== this.origin) {
      this.#startOver();
    }
    return this.settled();
  }

  /**
   * Verifies a token, then stores it and signs in. Until that succeeds, and if it fails or is aborted, the session
   * stays as it was.
   */
  async signIn(token: string, options: CallOptions = {}): Promise<Result<Account, SignInFailure>> {
    const origin = this.origin;
    if (origin === undefined) {
      return fail({ kind: 'badApiUrl' });
    }
    const candidate = this.#candidate(origin, token);
    const user = await candidate.client.getUser(options);
    if (!user.ok) {
      return user;
    }
    if (options.signal?.aborted === true) {
      return fail({ kind: 'aborted', request: { method: 'GET', path: '/api/v1/users/me/' }, effect: 'none' });
    }
    if (this.origin !== origin) {
      return fail({ kind: 'overtaken' });
    }
    return this.#write(async () => {
      const stored = await this.#patiently(this.options.tokens.store(origin, token));
      if (!stored.ok) {
        return stored;
      }
      const session = candidate.signedIn(user.value);
      return (await this.#moveIfCurrent(session, origin, token)) ? succeed(user.value) : fail({ kind: 'overtaken' });
    });
  }

  /** Deletes the session's token, which ends the session in every window. */
  async signOut(): Promise<Result<void, StorageFailure>> {
    const origin = this.#identity?.origin ?? this.origin;
    if (origin === undefined) {
      // Without an origin there is neither a session nor a token.
      return succeed(undefined);
    }
    return this.#write(async () => {
      const deleted = await this.#patiently(this.options.tokens.delete(origin));
      if (deleted.ok) {
        await this.#moveIfCurrent({ kind: 'signedOut' }, origin, undefined);
      }
      return deleted;
    });
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

  #startOver(): void {
    this.#verification?.aborting.abort();
    const verification: Verification = {
      origin: this.origin,
      aborting: new AbortController(),
      token: undefined,
    };
    this.#verification = verification;
    this.#show({ kind: 'verifying' });
    void this.#verify(verification);
  }

  async #verify(verification: Verification): Promise<void> {
    const { origin, aborting } = verification;
    const isStale = () => this.#verification !== verification;
    if (origin === undefined) {
      this.#move({ kind: 'unreachable', origin, cause: { kind: 'badApiUrl' } }, origin, undefined);
      return;
    }
    const stored = await this.#readToken(origin, isStale);
    if (isStale()) {
      return;
    }
    if (!stored.ok) {
      this.#move({ kind: 'unreachable', origin, cause: stored.failure }, origin, undefined);
      return;
    }
    verification.token = stored.value;
    const session = await this.#sessionOf(origin, stored.value, aborting.signal);
    if (!isStale()) {
      await this.#moveIfCurrent(session, origin, stored.value, isStale);
    }
  }

  /** Reads the token. If the secret storage doesn't respond, says so and continues once it does. */
  async #readToken(origin: ApiOrigin, isStale: () => boolean): Promise<Result<string | undefined, StorageFailure>> {
    const reading = this.options.tokens.read(origin);
    const stored = await this.#patiently(reading);
    if (isStale() || stored.ok || stored.failure.doing !== 'waiting') {
      return stored;
    }
    this.#show({ kind: 'unreachable', origin, cause: stored.failure });
    const late = await reading;
    if (!isStale()) {
      this.#show({ kind: 'verifying' });
    }
    return late;
  }

  /** Returns the session that a stored token leads to. */
  async #sessionOf(origin: ApiOrigin, token: string | undefined, signal: AbortSignal): Promise<Session> {
    if (token === undefined) {
      return { kind: 'signedOut' };
    }
    const candidate = this.#candidate(origin, token);
    const user = await candidate.client.getUser({ signal });
    if (user.ok) {
      return candidate.signedIn(user.value);
    }
    const isRejected = user.failure.kind === 'unauthorized';
    return isRejected ? { kind: 'rejected' } : { kind: 'unreachable', origin, cause: user.failure };
  }

  #candidate(origin: ApiOrigin, token: string): Candidate {
    return this.#clients.candidate(origin, token, (session) => {
      if (this.#current === session) {
        this.#move({ kind: 'rejected' }, origin, token);
      }
    });
  }

  async #followStorage(): Promise<void> {
    this.#reportedChanges += 1;
    const origin = this.origin;
    const stored = origin === undefined ? undefined : await this.options.tokens.read(origin);
    if (this.#writes > 0) {
      this.#didMissChange = true;
    } else if (stored?.ok === true && stored.value !== this.#expectedToken(stored.value)) {
      this.#startOver();
    }
  }

  /** The token that the secret storage should have. A verification that hasn't read it yet accepts any. */
  #expectedToken(stored: string | undefined): string | undefined {
    return this.#verification === undefined ? this.#identity?.token : (this.#verification.token ?? stored);
  }

  async #write<T>(work: () => Promise<T>): Promise<T> {
    this.#writes += 1;
    try {
      return await work();
    } finally {
      this.#writes -= 1;
      if (this.#writes === 0 && this.#didMissChange) {
        this.#didMissChange = false;
        void this.#followStorage();
      }
    }
  }

  /** Moves to a session if it still matches the setting and the secret storage. Otherwise, starts over. */
  async #moveIfCurrent(
    session: Session,
    origin: ApiOrigin,
    token: string | undefined,
    isStale = () => false,
  ): Promise<boolean> {
    for (;;) {
      const before = this.#current;
      const reportedBefore = this.#reportedChanges;
      const stored = await this.#patiently(this.options.tokens.read(origin));
      if (isStale()) {
        return false;
      }
      if (this.#current === before && this.#reportedChanges === reportedBefore) {
        const isCurrent = this.origin === origin && (!stored.ok || stored.value === token);
        if (isCurrent) {
          this.#move(session, origin, token);
        } else {
          this.#startOver();
        }
        return isCurrent;
      }
    }
  }

  #move(session: Session, origin: ApiOrigin | undefined, token: string | undefined): void {
    this.#verification?.aborting.abort();
    this.#verification = undefined;
    this.#identity = { origin, token };
    this.#show(session);
  }

  #show(session: Session): void {
    this.#current = session;
    this.#clients.follow(session);
    this.#changed.fire(session);
  }

  #patiently<T>(work: Promise<Result<T, StorageFailure>>): Promise<Result<T, StorageFailure>> {
    return withPatience(work, this.options.storagePatienceMs ?? 10_000);
  }
}
