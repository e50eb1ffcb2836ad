import { strict as assert } from 'node:assert';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { WorkspaceStore } from '../../../../src/workspaces/store/workspaceStore';
import { delay, failWith, resetBeforeReading } from '../../../sandbox/faults';
import { largeLab } from '../../../sandbox/labs/large';
import { onSandbox } from '../../support/onSandbox';
import { adasToken, gracesToken, openWindow } from '../../support/session/signedInSession';

describe('The list of workspaces', () => {
  const sandbox = onSandbox();

  async function signedIn(token = adasToken) {
    const { sessions } = openWindow(sandbox());
    const store = new WorkspaceStore(new CurrentAccount(sessions));
    await sessions.open();
    await sessions.signIn(token);
    await store.whenRead();
    return { sessions, store };
  }

  function titles(store: WorkspaceStore): readonly string[] {
    return [...store.list.workspaces.values()].map(({ title }) => title.raw);
  }

  it('is read once after signing in', async () => {
    const { store } = await signedIn();
    assert.equal(store.list.workspaces.size, 12);
    assert.equal(sandbox().requests.filter(({ operationId }) => operationId === 'get-workspaces').length, 1);
  });

  it('has all pages, and its first rows as soon as the first page has arrived', async () => {
    sandbox().reset(largeLab(450));
    const { sessions } = openWindow(sandbox());
    const store = new WorkspaceStore(new CurrentAccount(sessions));
    const sizes = new Set<number>();
    store.onDidChange(() => sizes.add(store.list.workspaces.size));
    await sessions.open();
    await sessions.signIn(adasToken);
    await store.whenRead();
    assert.deepEqual([...sizes], [0, 200, 400, 450]);
  });

  it('keeps its rows if a refresh fails, says why and how old they are, and recovers with the next one', async () => {
    const { store } = await signedIn();
    const { readAt } = store.list;
    const fault = sandbox().fault({ path: '/workspaces/' }, resetBeforeReading());
    await store.refresh();
    assert.equal(store.list.failure?.kind, 'network');
    assert.equal(store.list.workspaces.size, 12);
    assert.deepEqual(store.list.readAt, readAt, 'they are as old as before');
    fault.clear();
    await store.refresh();
    assert.equal(store.list.failure, undefined);
  });

  it('drops a row only when Prolific says that it is gone', async () => {
    const { store } = await signedIn();
    sandbox().state.removeWorkspace(sandbox().state.workspaceTitled('Perception lab').id);
    await store.refresh();
    assert.equal(store.list.workspaces.size, 11);
    assert.ok(!titles(store).includes('Perception lab'));
  });

  it('is read once for ten clicks on Refresh', async () => {
    const { store } = await signedIn();
    sandbox().clearRequests();
    await Promise.all(Array.from({ length: 10 }, () => store.refresh()));
    assert.equal(sandbox().requests.length, 1);
  });

  it('keeps what was read about one workspace while an older list was still on its way', async () => {
    const { sessions, store } = await signedIn();
    const session = sessions.current;
    const old = store.get(sandbox().state.workspaceTitled('Perception lab').id);
    assert.ok(session.kind === 'signedIn' && old !== undefined);
    sandbox().fault({ path: '/workspaces/', times: 1 }, delay(50));
    const refreshing = store.refresh();
    store.put({ ...old, title: { raw: 'Renamed' } }, session);
    await refreshing;
    assert.equal(store.get(old.id)?.title.raw, 'Renamed');
  });

  it('belongs to the account: signing in as somebody else empties it first', async () => {
    const { sessions, store } = await signedIn();
    const seen: number[] = [];
    store.onDidChange(() => seen.push(store.list.workspaces.size));
    await sessions.signIn(gracesToken);
    await store.refresh();
    assert.equal(seen[0], 0);
    assert.ok(titles(store).includes('Compilers and cognition'));
    assert.ok(!titles(store).includes('Perception lab'));
  });

  it('ignores a response to the previous account', async () => {
    const { sessions, store } = await signedIn();
    sandbox().fault({ path: '/workspaces/', times: 1 }, delay(80));
    const stale = store.refresh();
    await sessions.signIn(gracesToken);
    await store.refresh();
    await stale;
    assert.ok(!titles(store).includes('Perception lab'));
  });

  it('is empty once signed out or rejected, and survives a network outage', async () => {
    const { sessions, store } = await signedIn();
    sandbox().fault({ path: '/users/me/' }, failWith(502));
    await sessions.open();
    assert.equal(sessions.current.kind, 'unreachable');
    assert.equal(store.list.workspaces.size, 12);
    sandbox().clearFaults();
    sandbox().state.revokeToken(adasToken);
    await sessions.open();
    assert.equal(sessions.current.kind, 'rejected');
    assert.equal(store.list.workspaces.size, 0);
  });
});
