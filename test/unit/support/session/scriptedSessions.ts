import { Emitter } from '../../../../src/platform/emitter';
import type { Session, SignedIn } from '../../../../src/session/session';
import { accountOf, lost, originOf } from '../apiValues';
import { ScriptedClient } from '../scriptedClient';

export const production = originOf('https://api.prolific.com');
export const elsewhere = originOf('http://localhost:8080');

export interface Scripted extends SignedIn {
  readonly client: ScriptedClient;
}

/** A session of an account, with its own client as in production. */
export function signedInAs(account: string, origin = production): Scripted {
  return { kind: 'signedIn', origin, account: accountOf(account), client: new ScriptedClient() };
}

export function unreachableAt(origin: typeof production | undefined): Exclude<Session, SignedIn> {
  return { kind: 'unreachable', origin, cause: lost() };
}

/** Sessions that the test changes. */
export class ScriptedSessions {
  readonly #changed = new Emitter<Session>();
  readonly onDidChange = this.#changed.event;

  constructor(public current: Session = { kind: 'signedOut' }) {}

  /** Resolves with the session once nothing is being verified. */
  settled(): Promise<Session> {
    return new Promise((resolve) => {
      if (this.current.kind !== 'verifying') {
        resolve(this.current);
        return;
      }
      const subscription = this.onDidChange((session) => {
        if (session.kind !== 'verifying') {
          subscription.dispose();
          resolve(session);
        }
      });
    });
  }

  become<S extends Session>(session: S): S {
    this.current = session;
    this.#changed.fire(session);
    return session;
  }
}
