import { strict as assert } from 'node:assert';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { WorkspaceStore } from '../../../../src/workspaces/store/workspaceStore';
import { lost, rejected, whole, workspaceOf } from '../../support/apiValues';
import { settle } from '../../support/scriptedClient';
import {
  production,
  ScriptedSessions,
  signedInAs,
  unreachableAt,
  type Scripted,
} from '../../support/session/scriptedSessions';

const one = workspaceOf('w1', { title: 'One' });
const two = workspaceOf('w2', { title: 'Two' });

/** A store whose list was read once. */
async function opened() {
  const ada = signedInAs('ada');
  const sessions = new ScriptedSessions(ada);
  const store = new WorkspaceStore(new CurrentAccount(sessions));
  await answer(ada, one, two);
  const titles = () => [...store.list.workspaces.values()].map(({ title }) => title.raw);
  return { ada, sessions, store, titles };
}

async function answer({ client }: Scripted, ...workspaces: readonly (typeof one)[]) {
  client.lists.next.succeed(whole(...workspaces));
  await settle();
}

describe('Refreshing the list while it is being read', () => {
  it('waits for the read in progress: ten clicks are one read', async () => {
    const { ada, store } = await opened();
    const clicks = Array.from({ length: 10 }, () => store.refresh());
    assert.equal(ada.client.lists.sent.length, 2);
    await answer(ada, one);
    await Promise.all(clicks);
    void store.refresh();
    assert.equal(ada.client.lists.sent.length, 3, 'the next click asks again');
  });

  it('shows rows as pages arrive, and removes rows only with the complete list', async () => {
    const { ada, store, titles } = await opened();
    void store.refresh();
    assert.equal(store.list.loading, true);
    const { onItems } = ada.client.lists.next.about;
    const three = workspaceOf('w3', { title: 'Three' });
    onItems?.([three]);
    assert.deepEqual(titles(), ['One', 'Two', 'Three']);
    await answer(ada, three);
    assert.deepEqual(titles(), ['Three']);
    assert.equal(store.list.loading, false);
  });

  it('keeps the rows of the pages that arrived if a later one fails', async () => {
    const { ada, store, titles } = await opened();
    void store.refresh();
    ada.client.lists.next.about.onItems?.([workspaceOf('w3', { title: 'Three' })]);
    ada.client.lists.next.fail(rejected('server', 503));
    await settle();
    assert.deepEqual(titles(), ['One', 'Two', 'Three']);
    assert.deepEqual(store.list.failure, rejected('server', 503));
    assert.equal(store.list.loading, false);
  });

  it('does not undo what was read about one workspace in the meantime, in any page or the whole list', async () => {
    const { ada, store, titles } = await opened();
    void store.refresh();
    store.put(workspaceOf('w1', { title: 'Renamed' }), ada);
    ada.client.lists.next.about.onItems?.([one]);
    assert.deepEqual(titles(), ['Renamed', 'Two']);
    await answer(ada, one, two);
    assert.deepEqual(titles(), ['Renamed', 'Two']);
    void store.refresh();
    await answer(ada, one, two);
    assert.deepEqual(titles(), ['One', 'Two'], 'the next reading began later, so it knows better');
  });

  it('says until when Prolific asks to wait, until the next page', async () => {
    const { ada, store } = await opened();
    void store.refresh();
    const { onWait, onItems } = ada.client.lists.next.about;
    const before = Date.now();
    onWait?.(5_000);
    assert.ok((store.list.waitsUntil?.getTime() ?? 0) >= before + 5_000);
    onItems?.([one]);
    assert.equal(store.list.waitsUntil, undefined);
  });
});

describe('Responses that arrive after the account has changed', () => {
  it('are dropped: pages, pauses, whole lists, failures, and single workspaces', async () => {
    const { ada, sessions, store, titles } = await opened();
    void store.refresh();
    const stale = ada.client.lists.next;
    const grace = sessions.become(signedInAs('grace'));
    const expected = store.list;
    stale.about.onItems?.([one]);
    stale.about.onWait?.(1_000);
    store.put(one, ada);
    stale.succeed(whole(one));
    await settle();
    assert.equal(store.list, expected);
    await answer(grace, workspaceOf('w9', { title: 'Nine' }));
    assert.deepEqual(titles(), ['Nine']);
  });

  it('are dropped after signing out, and so is a failure', async () => {
    const { ada, sessions, store, titles } = await opened();
    void store.refresh();
    sessions.become({ kind: 'signedOut' });
    assert.deepEqual(titles(), []);
    ada.client.lists.next.fail(lost());
    await settle();
    assert.equal(store.list.failure, undefined);
    assert.equal(store.list.loading, false);
    await store.refresh();
    assert.equal(ada.client.lists.sent.length, 2, 'nobody is left to ask for');
  });

  it('are dropped if the same account signs in again, whose rows stay and are read again', async () => {
    const { ada, sessions, store, titles } = await opened();
    void store.refresh();
    const again = sessions.become(signedInAs('ada'));
    assert.deepEqual(titles(), ['One', 'Two']);
    await answer(again, two);
    await answer(ada, one);
    assert.deepEqual(titles(), ['Two']);
  });

  it('don’t end waiting for the list, which continues with the current session', async () => {
    const ada = signedInAs('ada');
    const sessions = new ScriptedSessions(ada);
    const store = new WorkspaceStore(new CurrentAccount(sessions));
    const waiting = store.whenRead();
    const grace = sessions.become(signedInAs('grace'));
    await answer(ada, one);
    await answer(grace, two);
    const { workspaces, readAt } = await waiting;
    assert.ok(readAt !== undefined, 'the waiting ended although the list of the new session had not been read');
    assert.deepEqual([...workspaces.keys()], [two.id]);
  });

  it('are accepted while the token is only retried, and while Prolific is unreachable', async () => {
    for (const session of [{ kind: 'verifying' }, unreachableAt(production)] as const) {
      const { ada, sessions, store, titles } = await opened();
      void store.refresh();
      sessions.become(session);
      await answer(ada, two);
      assert.deepEqual(titles(), ['Two']);
    }
  });
});

describe('Waiting for the list', () => {
  it('ends with the read in progress, or at once if there is a list', async () => {
    const ada = signedInAs('ada');
    const store = new WorkspaceStore(new CurrentAccount(new ScriptedSessions(ada)));
    const waiting = store.whenRead();
    await answer(ada, one);
    assert.equal((await waiting).workspaces.size, 1);
    assert.equal((await store.whenRead()).workspaces.size, 1);
    assert.equal(ada.client.lists.sent.length, 1);
  });

  it('ends with a failure too, and reads again the next time', async () => {
    const ada = signedInAs('ada');
    const store = new WorkspaceStore(new CurrentAccount(new ScriptedSessions(ada)));
    const waiting = store.whenRead();
    ada.client.lists.next.fail(lost());
    assert.deepEqual((await waiting).failure, lost());
    void store.whenRead();
    assert.equal(ada.client.lists.sent.length, 2);
  });
});
