import type { Account, ApiOrigin, ClientOptions, ProlificClient } from '../api';
import { nextOwnership } from './ownership';
import type { Session, SignedIn } from './session';

export type CreateClient = (
  options: Pick<ClientOptions, 'origin' | 'token' | 'onTokenRejected' | 'sessionEnded'>,
) => ProlificClient;

/** A client for a token, and the session that the token leads to if Prolific accepts it. */
export interface Candidate {
  readonly client: ProlificClient;
  readonly signedIn: (account: Account) => SignedIn;
}

/** Creates the clients of sessions, and ends those whose account is no longer the current one. */
export class SessionClients {
  readonly #endings = new WeakMap<SignedIn, AbortController>();
  /** The sessions of the current account. */
  readonly #active = new Set<SignedIn>();
  #owner: SignedIn | undefined;

  constructor(private readonly createClient: CreateClient) {}

  /** If the token is rejected later, `onRejected` is called with the session that it led to. */
  candidate(origin: ApiOrigin, token: string, onRejected: (session: SignedIn) => void): Candidate {
    const ending = new AbortController();
    let session: SignedIn | undefined;
    const client = this.createClient({
      origin,
      token,
      sessionEnded: ending.signal,
      onTokenRejected: () => {
        if (session !== undefined) {
          onRejected(session);
        }
      },
    });
    return {
      client,
      signedIn: (account) => {
        session = { kind: 'signedIn', origin, account, client };
        this.#endings.set(session, ending);
        return session;
      },
    };
  }

  /** Called with each session. A client outlives its session while the account stays the same. */
  follow(session: Session): void {
    const { owner, keepsData } = nextOwnership(this.#owner, session);
    this.#owner = owner;
    if (!keepsData) {
      this.#active.forEach((ended) => this.#endings.get(ended)?.abort());
      this.#active.clear();
    }
    if (session.kind === 'signedIn') {
      this.#active.add(session);
    }
  }
}
