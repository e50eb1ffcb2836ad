import { strict as assert } from 'node:assert';
import { CurrentAccount } from '../../../src/session/currentAccount';
import {
  elsewhere,
  production,
  ScriptedSessions,
  signedInAs,
  unreachableAt,
} from '../support/session/scriptedSessions';

function signedIn() {
  const ada = signedInAs('ada');
  const sessions = new ScriptedSessions(ada);
  const account = new CurrentAccount(sessions);
  return { ada, sessions, account };
}

describe('The current account', () => {
  it('is the session’s from the start', () => {
    const { ada, account } = signedIn();
    assert.equal(account.owner, ada);
  });

  it('keeps its data, and fires nothing, while the token is verified again or Prolific is unreachable', () => {
    const { ada, sessions, account } = signedIn();
    const data = account.hold(() => 'nothing');
    data.value = 'of ada';
    account.onDidChange(() => assert.fail('nothing has changed'));
    for (const session of [{ kind: 'verifying' }, unreachableAt(production)] as const) {
      sessions.become(session);
      assert.equal(account.owner, ada);
      assert.equal(data.value, 'of ada');
    }
  });

  it('passes its data to the next session of the same account, but not what was in progress', () => {
    const { sessions, account } = signedIn();
    const data = account.hold(() => 'nothing');
    const underWay = account.holdForSession(() => 'nothing');
    data.value = 'of ada';
    underWay.value = 'asked by ada';
    const again = sessions.become(signedInAs('ada'));
    assert.deepEqual([account.owner, data.value, underWay.value], [again, 'of ada', 'nothing']);
  });

  for (const [name, session] of [
    ['signed out', { kind: 'signedOut' }],
    ['rejected', { kind: 'rejected' }],
    ['out of reach at another origin', unreachableAt(elsewhere)],
    ['somebody else', signedInAs('grace')],
    ['the same account at another origin', signedInAs('ada', elsewhere)],
  ] as const) {
    it(`drops its data once the session is ${name}, before any listener hears of it`, () => {
      const { sessions, account } = signedIn();
      const early = account.hold(() => 'nothing');
      early.value = 'of ada';
      const heard: string[] = [];
      account.onDidChange(({ keepsData }) => heard.push(`${early.value}, ${late.value}, ${keepsData}`));
      const late = account.hold(() => 'nothing');
      late.value = 'of ada';
      sessions.become(session);
      assert.deepEqual(heard, ['nothing, nothing, false']);
    });
  }

  it('holds what a listener puts there for the new account', () => {
    const { sessions, account } = signedIn();
    const data = account.hold(() => 'nothing');
    data.value = 'of ada';
    account.onDidChange(({ owner }) => (data.value = `of ${owner?.account.id ?? 'nobody'}`));
    sessions.become(signedInAs('grace'));
    assert.equal(data.value, 'of grace');
  });

  it('holds nothing while there is none: whatever is stored then is dropped at once', () => {
    const { sessions, account } = signedIn();
    const data = account.hold(() => new Map<string, string>());
    sessions.become({ kind: 'signedOut' });
    data.value.set('left', 'behind');
    assert.equal(data.value.size, 0);
  });

  it('follows no session once it is disposed of', () => {
    const { ada, sessions, account } = signedIn();
    account.dispose();
    sessions.become({ kind: 'signedOut' });
    assert.equal(account.owner, ada);
  });
});
