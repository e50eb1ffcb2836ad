import { strict as assert } from 'node:assert';
import { Brake } from '../../../../src/invitations/send/brake';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import type { Session } from '../../../../src/session/session';
import { settle } from '../../support/scriptedClient';
import {
  elsewhere,
  production,
  ScriptedSessions,
  signedInAs,
  unreachableAt,
} from '../../support/session/scriptedSessions';

describe('A run', () => {
  function start() {
    const session = signedInAs('ada');
    const sessions = new ScriptedSessions(session);
    const account = new CurrentAccount(sessions);
    return { session, sessions, account, brake: new Brake({ sessions, account }, session) };
  }

  const endings: readonly (readonly [string, Session, string])[] = [
    ['the person signs out', { kind: 'signedOut' }, 'signedOut'],
    ['the token is rejected', { kind: 'rejected' }, 'tokenRejected'],
    ['another account signs in', signedInAs('grace'), 'accountChanged'],
    ['the same account signs in at another origin', signedInAs('ada', elsewhere), 'accountChanged'],
    ['another origin is set, which can’t be reached', unreachableAt(elsewhere), 'accountChanged'],
  ];
  for (const [what, session, end] of endings) {
    it(`stops when ${what}, and does not resume when its account comes back`, () => {
      const { sessions, brake } = start();
      sessions.become(session);
      assert.deepEqual(brake.stopped, { kind: 'sessionEnded', end });
      assert.ok(brake.signal.aborted);
      sessions.become(signedInAs('ada'));
      assert.deepEqual(brake.stopped, { kind: 'sessionEnded', end });
    });
  }

  it('does not start if its session has already ended', () => {
    const { session, sessions, account } = start();
    sessions.become({ kind: 'signedOut' });
    assert.equal(new Brake({ sessions, account }, session).stopped?.kind, 'sessionEnded');
  });

  it('continues with the client of a newer session of the same account', () => {
    const { sessions, brake } = start();
    const newer = sessions.become(signedInAs('ada', production));
    assert.equal(brake.stopped, undefined);
    assert.equal(brake.client, newer.client);
  });

  it('continues while Prolific is unreachable', () => {
    const { sessions, brake } = start();
    sessions.become(unreachableAt(production));
    assert.equal(brake.stopped, undefined);
  });

  it('waits while the token is being verified, until it knows whether the session has ended', async () => {
    const { sessions, brake } = start();
    sessions.become({ kind: 'verifying' });
    let isCertain = false;
    const waiting = brake.whenCertain().then(() => (isCertain = true));
    await settle();
    assert.equal(isCertain, false);
    sessions.become({ kind: 'signedOut' });
    await waiting;
    assert.equal(brake.stopped?.kind, 'sessionEnded');
  });

  it('keeps the first reason to stop', () => {
    const { sessions, brake } = start();
    brake.stop({ kind: 'canceled' });
    sessions.become({ kind: 'signedOut' });
    assert.deepEqual(brake.stopped, { kind: 'canceled' });
  });

  it('does not start if it was already canceled or forgotten', () => {
    const { brake } = start();
    brake.stopOn(AbortSignal.abort(), 'forgotten');
    assert.deepEqual(brake.stopped, { kind: 'forgotten' });
  });
});
