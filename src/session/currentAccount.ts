import { Emitter, type Disposable } from '../platform/emitter';
import { nextOwnership, type Ownership } from './ownership';
import type { SignedIn } from './session';
import type { SessionManager } from './sessionManager';

/** A value of the current account. It is back to its initial value as soon as the account is another one. */
export interface Held<T> {
  value: T;
}

/**
 * Decides whose data the extension holds: of which account at which origin. Everything that keeps data of an account is
 * a tenant: it holds the data here and asks here for the owner, so two tenants never disagree, not even between two
 * listeners of one event.
 */
export class CurrentAccount implements Disposable {
  readonly #changed = new Emitter<Ownership>();
  readonly #subscription: Disposable;
  #owner: SignedIn | undefined;
  /** A new object whenever the data of the account before has to go. */
  #tenancy = {};

  /** Fires when the owner is another session; by then no data of another account is held any more. */
  readonly onDidChange = this.#changed.event;

  constructor(sessions: Pick<SessionManager, 'current' | 'onDidChange'>) {
    this.#owner = nextOwnership(undefined, sessions.current).owner;
    this.#subscription = sessions.onDidChange((session) => {
      const next = nextOwnership(this.#owner, session);
      if (next.owner === this.#owner) {
        return;
      }
      this.#owner = next.owner;
      if (!next.keepsData) {
        this.#tenancy = {};
      }
      this.#changed.fire(next);
    });
  }

  /** The session of the account that the data belongs to. Outlives a blink of the network. */
  get owner(): SignedIn | undefined {
    return this.#owner;
  }

  /** Holds a value for as long as the account is the same. */
  hold<T>(initial: () => T): Held<T> {
    return heldWhileSame(() => this.#tenancy, initial);
  }

  /** Holds a value for as long as the session is the same, such as what is under way. */
  holdForSession<T>(initial: () => T): Held<T> {
    return heldWhileSame(() => this.#owner, initial);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function heldWhileSame<T>(scope: () => unknown, initial: () => T): Held<T> {
  let scopeOfValue = scope();
  let value = initial();
  return {
    get value() {
      if (scopeOfValue !== scope()) {
        scopeOfValue = scope();
        value = initial();
      }
      return value;
    },
    set value(next) {
      scopeOfValue = scope();
      value = next;
    },
  };
}
