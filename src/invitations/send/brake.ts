import type { ProlificClient } from '../../api';
import type { Disposable } from '../../platform/emitter';
import type { CurrentAccount } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';
import type { SessionManager } from '../../session/sessionManager';
import type { NotSentReason } from '../ledger/person';
import { isSameAccount } from '../ledger/records/recordStore';
import type { LedgerStop } from '../ledger/ownRun';
import { whenAborted } from './whenAborted';

/** How the session of a run ended. */
export type SessionEnd = Extract<NotSentReason, 'signedOut' | 'tokenRejected' | 'accountChanged'>;

/** Why nothing more may be sent even though the last request didn't fail. */
export type BrakeStop =
  | { readonly kind: 'canceled' }
  | { readonly kind: 'sessionEnded'; readonly end: SessionEnd }
  /** An earlier run stopped for a reason that applies to this one too, such as no network. */
  | { readonly kind: 'stoppedBefore' }
  | LedgerStop;

export interface SessionDependencies {
  readonly sessions: Pick<SessionManager, 'current' | 'settled'>;
  readonly account: Pick<CurrentAccount, 'owner' | 'onDidChange'>;
}

/**
 * Stops a run when the user cancels it or its session ends. The run continues in a new session of the same account at the
 * same origin, but never resumes once it has stopped.
 */
export class Brake implements Disposable {
  readonly #controller = new AbortController();
  readonly #subscription: Disposable;
  #client: ProlificClient;
  #stopped: BrakeStop | undefined;

  constructor(
    private readonly dependencies: SessionDependencies,
    private readonly session: SignedIn,
  ) {
    this.#client = session.client;
    this.#subscription = dependencies.account.onDidChange(() => this.#follow());
    this.#follow();
  }

  /** The client of the account's current session. */
  get client(): ProlificClient {
    return this.#client;
  }

  /** Aborted as soon as nothing more may be sent. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get stopped(): BrakeStop | undefined {
    return this.#stopped;
  }

  /** Stops when the signal is aborted. */
  stopOn(signal: AbortSignal, kind: 'canceled' | 'forgotten' | 'stoppedBefore'): void {
    signal.addEventListener('abort', () => this.stop({ kind }), { once: true, signal: this.signal });
    if (signal.aborted) {
      this.stop({ kind });
    }
  }

  stop(stopped: BrakeStop): void {
    this.#stopped ??= stopped;
    this.#controller.abort();
  }

  /**
   * Resolves once it's certain whether anything may be sent. While a token is being verified, for example after a change in
   * another window, it isn't known whether the session has ended.
   */
  async whenCertain(): Promise<void> {
    while (this.#stopped === undefined && this.dependencies.sessions.current.kind === 'verifying') {
      await Promise.race([this.dependencies.sessions.settled(), whenAborted(this.signal)]);
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #follow(): void {
    const { owner } = this.dependencies.account;
    if (owner !== undefined && isSameAccount(owner, this.session)) {
      this.#client = owner.client;
    } else {
      this.stop({ kind: 'sessionEnded', end: this.#howItEnded() });
    }
  }

  #howItEnded(): SessionEnd {
    switch (this.dependencies.sessions.current.kind) {
      case 'signedOut':
        return 'signedOut';
      case 'rejected':
        return 'tokenRejected';
      case 'signedIn':
      case 'verifying':
      case 'unreachable':
        return 'accountChanged';
    }
  }
}
