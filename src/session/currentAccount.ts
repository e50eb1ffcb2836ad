import { Emitter, type Disposable } from '../platform/emitter';
import { nextOwnership, type Ownership } from './ownership';
import type { SignedIn } from './session';
import type { SessionManager } from './sessionManager';

/** A value that belongs to the current account. Resets to its initial value when the account changes. */
export interface Held<T> {
  value: T;
}

/**
 * Decides whose data the extension holds: which account, at which origin. Everything that keeps account data is a
 * tenant: it holds the data and reads the owner through this class, so two tenants never disagree, not even between two
 * listeners of the same event.
 */
export class CurrentAccount implements Disposable {
  readonly #changed = new Emitter<Ownership>();
  readonly #subscription: Disposable;
  #owner: SignedIn | undefined;
  /** Replaced by a new object when the previous account's data has to go. */
  #tenancy = {};

  /** Fires when the owner changes. By then, data of any other account is gone. */
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

  /** The session the data belongs to. Survives a short network outage. */
  get owner(): SignedIn | undefined {
    return this.#owner;
  }

  /** The current session of the account of an earlier one. Undefined once that account is no longer signed in. */
  sessionOf({ origin, account }: SignedIn): SignedIn | undefined {
    const owner = this.#owner;
    return owner?.origin === origin && owner.account.id === account.id ? owner : undefined;
  }

  /** Holds a value for as long as the account stays the same. Holds nothing while signed out. */
  hold<T>(initial: () => T): Held<T> {
    return heldWhileSame(() => this.#owner && this.#tenancy, initial);
  }

  /** Holds a value for as long as the session stays the same, such as work in progress. */
  holdForSession<T>(initial: () => T): Held<T> {
    return heldWhileSame(() => this.#owner, initial);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function heldWhileSame<T>(currentScope: () => object | undefined, initial: () => T): Held<T> {
  let held: { readonly scope: object; readonly value: T } | undefined;
  const put = (value: T) => {
    const scope = currentScope();
    held = scope && { scope, value };
    return value;
  };
  return {
    get value() {
      return held !== undefined && held.scope === currentScope() ? held.value : put(initial());
    },
    set value(next) {
      put(next);
    },
  };
}
