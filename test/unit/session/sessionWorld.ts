import { strict as assert } from 'node:assert';
import {
  type Account,
  type ApiOrigin,
  type CallOptions,
  fail,
  type Failure,
  type Result,
  succeed,
} from '../../../src/api';
import { Emitter } from '../../../src/platform/emitter';
import type { Secrets } from '../../../src/platform/secrets';
import type { Session, SignedIn } from '../../../src/session/session';
import { SessionManager } from '../../../src/session/sessionManager';
import { TokenStore } from '../../../src/session/tokenStore';
import { accountOf, originOf, rejected } from '../support/apiValues';
import { ScriptedClient } from '../support/scriptedClient';

export const here = originOf('https://api.prolific.com');
export const there = originOf('http://localhost:8080');

/** The accounts that tokens belong to. Any other token is rejected. */
const accounts: Readonly<Record<string, Account>> = {
  adas: accountOf('ada'),
  adasOther: accountOf('ada'),
  graces: accountOf('grace'),
};

/** In which order steps that wait at the same time are taken. */
export type Order = 'oldestFirst' | 'newestFirst';

/** When a reading of the secret storage sees what it returns. */
export type Sight = 'whenAsked' | 'whenAnswered';

/**
 * A window of VS Code in which nothing happens by itself: each response of the secret storage and of Prolific, and each
 * event, is a step that the test takes.
 */
export class SessionWorld {
  readonly #steps: (() => void)[] = [];
  readonly #secretsChanged = new Emitter<{ readonly key: string }>();
  readonly #stored = new Map<string, string>();
  readonly #known = new Set<string>();
  readonly #sessions: SignedIn[] = [];
  readonly sessions: SessionManager;
  /** How often Prolific was asked whose a token is. */
  verifications = 0;
  #apiUrl: string = here;

  constructor(
    private readonly order: Order = 'oldestFirst',
    private readonly sight: Sight = 'whenAnswered',
    storagePatienceMs = 60_000,
  ) {
    this.sessions = new SessionManager({
      storagePatienceMs,
      tokens: new TokenStore(this.#secrets),
      readApiUrl: () => this.#apiUrl,
      createClient: ({ origin, token, sessionEnded = new AbortController().signal }) => {
        assert.ok(this.#known.has(`${origin} ${token}`), `${token} would be sent to ${origin}`);
        return new SteppedClient(sessionEnded, (options) => this.#verify(token, options));
      },
    });
    this.sessions.onDidChange((session) => {
      if (session.kind === 'signedIn') {
        this.#sessions.push(session);
      }
    });
  }

  /** Stores a token without an event, as if it had been there before. */
  start(token: string, origin: ApiOrigin = here): void {
    this.#know(token, origin);
    this.#stored.set(keyOf(origin), token);
  }

  /** What another window does. */
  signInElsewhere(token: string, origin: ApiOrigin = here): void {
    this.start(token, origin);
    this.#announce(keyOf(origin));
  }

  signOutElsewhere(origin: ApiOrigin = here): void {
    this.#stored.delete(keyOf(origin));
    this.#announce(keyOf(origin));
  }

  /** VS Code reports a change of the setting a while after the value has changed. */
  configure(apiUrl: string): void {
    this.#apiUrl = apiUrl;
    this.#later(() => void this.sessions.open());
  }

  open(): void {
    void this.sessions.open();
  }

  signIn(token: string): ReturnType<SessionManager['signIn']> {
    if (this.sessions.origin !== undefined) {
      this.#know(token, this.sessions.origin);
    }
    return this.sessions.signIn(token);
  }

  signOut(): void {
    void this.sessions.signOut();
  }

  /** Takes one step. Returns whether there was one. */
  async step(): Promise<boolean> {
    const step = this.order === 'oldestFirst' ? this.#steps.shift() : this.#steps.pop();
    step?.();
    await new Promise((resolve) => setImmediate(resolve));
    return step !== undefined;
  }

  /** Takes so many steps. Returns whether there were so many. */
  async take(count: number): Promise<boolean> {
    let wasThere = true;
    for (let taken = 0; taken < count && wasThere; taken++) {
      wasThere = await this.step();
    }
    return wasThere;
  }

  async drain(): Promise<void> {
    let steps = 0;
    while (await this.step()) {
      assert.ok((steps += 1) < 500, 'it never comes to rest');
    }
  }

  /** Once nothing happens any more, the session has to be what the setting and the secret storage say. */
  checkAtRest(): void {
    const { origin, current } = this.sessions;
    const token = origin === undefined ? undefined : this.#stored.get(keyOf(origin));
    assert.equal(describe(current), describe(expectedSession(origin, token)));
    for (const session of this.#sessions) {
      assert.ok(session.client instanceof SteppedClient);
      const isOwner =
        current.kind === 'signedIn' && session.origin === current.origin && session.account.id === current.account.id;
      assert.ok(isOwner || session.client.ended.aborted, 'a client of an ended session may still write');
      assert.ok(session !== current || !session.client.ended.aborted, 'the client in use refuses to write');
    }
  }

  #know(token: string, origin: ApiOrigin): void {
    this.#known.add(`${origin} ${token}`);
  }

  #announce(key: string): void {
    this.#later(() => this.#secretsChanged.fire({ key }));
  }

  #later(step: () => void): void {
    this.#steps.push(step);
  }

  #respond<T>(respond: () => T): Promise<T> {
    return new Promise((resolve) => this.#later(() => resolve(respond())));
  }

  async #verify(token: string, { signal }: CallOptions): Promise<Result<Account, Failure>> {
    this.verifications += 1;
    await this.#respond(() => undefined);
    const account = accounts[token];
    if (signal?.aborted === true) {
      return fail({ kind: 'aborted', request: { method: 'GET', path: '/api/v1/users/me/' }, effect: 'none' });
    }
    return account === undefined ? fail(rejected('unauthorized', 401)) : succeed(account);
  }

  get #secrets(): Secrets {
    return {
      keys: () => Promise.resolve([...this.#stored.keys()]),
      get: (key) => {
        const seen = this.#stored.get(key);
        return this.#respond(() => (this.sight === 'whenAsked' ? seen : this.#stored.get(key)));
      },
      store: (key, value) => this.#respond(() => this.#change(key, () => this.#stored.set(key, value))),
      delete: (key) => this.#respond(() => this.#change(key, () => this.#stored.delete(key))),
      onDidChange: this.#secretsChanged.event,
    };
  }

  #change(key: string, change: () => void): void {
    change();
    this.#announce(key);
  }
}

class SteppedClient extends ScriptedClient {
  constructor(
    readonly ended: AbortSignal,
    private readonly verify: (options: CallOptions) => Promise<Result<Account, Failure>>,
  ) {
    super();
  }

  override getUser(options: CallOptions = {}): Promise<Result<Account, Failure>> {
    return this.verify(options);
  }
}

interface Expected {
  readonly kind: Session['kind'];
  readonly origin?: ApiOrigin | undefined;
  readonly account?: Account;
}

function expectedSession(origin: ApiOrigin | undefined, token: string | undefined): Expected {
  if (origin === undefined) {
    return { kind: 'unreachable' };
  }
  if (token === undefined) {
    return { kind: 'signedOut' };
  }
  const account = accounts[token];
  return account === undefined ? { kind: 'rejected' } : { kind: 'signedIn', origin, account };
}

function describe(session: Expected): string {
  return session.account === undefined
    ? session.kind
    : `${session.kind} as ${session.account.name.raw} at ${String(session.origin)}`;
}

function keyOf(origin: ApiOrigin): string {
  return `token|${origin}`;
}
