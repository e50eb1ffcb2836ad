import { Emitter } from '../../../src/platform/emitter';
import type { Session, SignedIn } from '../../../src/session/session';
import { accountOf, lost, originOf } from './made';
import { ScriptedClient } from './scriptedClient';

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

  become<S extends Session>(session: S): S {
    this.current = session;
    this.#changed.fire(session);
    return session;
  }
}
