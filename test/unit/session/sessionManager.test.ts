import { strict as assert } from 'node:assert';
import { inspect } from 'node:util';
import { delay, failWith, hang } from '../../sandbox/faults';
import { startSandbox } from '../../sandbox/sandbox';
import { MemorySecrets } from '../support/session/memorySecrets';
import { onSandbox } from '../support/onSandbox';
import { adasToken, gracesToken, openWindow } from '../support/session/signedInSession';

describe('The session', () => {
  const sandbox = onSandbox();

  it('is signed out if no token is stored, and sends no request', async () => {
    const { sessions } = openWindow(sandbox());
    assert.equal((await sessions.open()).kind, 'signedOut');
    assert.equal(sandbox().requests.length, 0);
  });

  it('signs in with a token that Prolific accepts, with one request, and stores it under its origin', async () => {
    const { sessions, secrets } = openWindow(sandbox());
    await sessions.open();
    const result = await sessions.signIn(adasToken);
    assert.ok(result.ok);
    assert.match(result.value.name.raw, /^Ada /);
    assert.equal(sessions.current.kind, 'signedIn');
    assert.deepEqual([...secrets.store_], [[`token|${sandbox().origin}`, adasToken]]);
    assert.deepEqual(
      sandbox().requests.map(({ operationId }) => operationId),
      ['get-user'],
    );
  });

  it('stores no token that Prolific rejects, and stays as it was', async () => {
    const { sessions, secrets } = openWindow(sandbox());
    await sessions.open();
    await sessions.signIn(adasToken);
    const before = sessions.current;
    const result = await sessions.signIn('wrong');
    assert.equal(!result.ok && result.failure.kind, 'unauthorized');
    assert.equal(sessions.current, before);
    assert.deepEqual([...secrets.store_.values()], [adasToken]);
  });

  it('stores nothing if the sign-in is canceled while the token is being verified', async () => {
    const { sessions, secrets } = openWindow(sandbox());
    await sessions.open();
    sandbox().fault({ path: '/users/me/' }, hang());
    const canceling = new AbortController();
    const result = sessions.signIn(adasToken, { signal: canceling.signal });
    canceling.abort();
    const ended = await result;
    assert.equal(!ended.ok && ended.failure.kind, 'aborted');
    assert.equal(sessions.current.kind, 'signedOut');
    assert.equal(secrets.store_.size, 0);
  });

  it('stores nothing if the setting is changed while the token is being verified', async () => {
    let apiUrl = sandbox().origin;
    const { sessions, secrets } = openWindow(sandbox(), new MemorySecrets(), () => apiUrl);
    await sessions.open();
    const result = sessions.signIn(adasToken);
    apiUrl = 'https://api.prolific.com';
    const ended = await result;
    assert.equal(!ended.ok && ended.failure.kind, 'overtaken');
    assert.deepEqual([...secrets.store_], [], 'a token was stored for an origin that the setting no longer names');
  });

  it('says that the secret storage failed, and stays signed out', async () => {
    const { sessions, secrets } = openWindow(sandbox());
    await sessions.open();
    secrets.isBroken = true;
    const result = await sessions.signIn(adasToken);
    assert.deepEqual(!result.ok && result.failure, { kind: 'storage', doing: 'writing' });
    assert.equal(sessions.current.kind, 'signedOut');
  });

  it('is unreachable, not signed out, when the secret storage cannot be read', async () => {
    const { sessions, secrets } = openWindow(sandbox());
    secrets.isBroken = true;
    const session = await sessions.open();
    assert.equal(session.kind === 'unreachable' && session.cause.kind, 'storage');
  });

  it('is restored at the next start', async () => {
    const first = openWindow(sandbox());
    await first.sessions.signIn(adasToken);
    const second = openWindow(sandbox(), first.secrets);
    assert.equal((await second.sessions.open()).kind, 'signedIn');
  });

  it('keeps a token that Prolific rejects, so that Retry can try it again', async () => {
    const { sessions, secrets } = openWindow(sandbox());
    await sessions.signIn(adasToken);
    sandbox().state.revokeToken(adasToken);
    assert.equal((await sessions.open()).kind, 'rejected');
    assert.deepEqual([...secrets.store_.values()], [adasToken]);
    sandbox().reset();
    assert.equal((await sessions.open()).kind, 'signedIn');
  });

  it('is rejected as soon as any request finds the token invalid', async () => {
    const { sessions } = openWindow(sandbox());
    await sessions.signIn(adasToken);
    const session = sessions.current;
    assert.ok(session.kind === 'signedIn');
    sandbox().state.revokeToken(adasToken);
    await session.client.getWorkspaces();
    assert.equal(sessions.current.kind, 'rejected');
  });

  it('stays signed in if one resource responds with 401 but the token is valid', async () => {
    const { sessions } = openWindow(sandbox());
    await sessions.signIn(adasToken);
    const session = sessions.current;
    assert.ok(session.kind === 'signedIn');
    sandbox().fault({ path: '/workspaces/' }, failWith(401));
    const list = await session.client.getWorkspaces();
    assert.equal(!list.ok && list.failure.kind, 'forbidden');
    assert.equal(sessions.current, session);
  });

  it('is never ended by the network: a failing server leaves it unreachable and keeps the token', async () => {
    const { sessions, secrets } = openWindow(sandbox());
    await sessions.signIn(adasToken);
    sandbox().fault({ path: '/users/me/' }, failWith(503));
    const session = await sessions.open();
    assert.equal(session.kind === 'unreachable' && session.cause.kind, 'server');
    assert.equal(secrets.store_.size, 1);
  });

  it('follows signing in and out in another window', async () => {
    const secrets = new MemorySecrets();
    const here = openWindow(sandbox(), secrets);
    const there = openWindow(sandbox(), secrets);
    await Promise.all([here.sessions.open(), there.sessions.open()]);
    await there.sessions.signIn(adasToken);
    assert.equal((await nextSettled(here)).kind, 'signedIn');
    await there.sessions.signOut();
    assert.equal((await nextSettled(here)).kind, 'signedOut');
  });

  it('sends no further request because of its own write to the storage', async () => {
    const { sessions } = openWindow(sandbox());
    await sessions.open();
    await sessions.signIn(adasToken);
    await nextTurn();
    assert.equal(sandbox().requests.length, 1);
  });

  it('is separate for each origin: no token follows the setting', async () => {
    const other = await startSandbox();
    let apiUrl = sandbox().origin;
    const { sessions } = openWindow(sandbox(), new MemorySecrets(), () => apiUrl);
    await sessions.signIn(adasToken);
    apiUrl = other.origin;
    assert.equal((await sessions.open()).kind, 'signedOut');
    assert.equal(other.requests.length, 0);
    apiUrl = sandbox().origin;
    assert.equal((await sessions.open()).kind, 'signedIn');
    await other.stop();
  });

  for (const apiUrl of [
    '',
    'http://prolific.example',
    'https://api.prolific.com/api',
    'ftp://localhost',
    'https://me@api.prolific.com',
  ]) {
    it(`sends nothing anywhere while prolific.apiUrl is “${apiUrl}”`, async () => {
      const { sessions } = openWindow(sandbox(), new MemorySecrets(), () => apiUrl);
      const session = await sessions.open();
      assert.equal(session.kind === 'unreachable' && session.cause.kind, 'badApiUrl');
      const result = await sessions.signIn(adasToken);
      assert.equal(!result.ok && result.failure.kind, 'badApiUrl');
    });
  }

  it('drops a stale response: signing in while the stored token is still being verified wins', async () => {
    const { sessions } = openWindow(sandbox(), new MemorySecrets(new Map([[`token|${sandbox().origin}`, adasToken]])));
    sandbox().fault({ path: '/users/me/', times: 1 }, delay(100));
    const opening = sessions.open();
    await nextTurn();
    await sessions.signIn(gracesToken);
    const session = await opening;
    assert.match(session.kind === 'signedIn' ? session.account.name.raw : '', /^Grace /);
  });

  it('shows no token when it is inspected, printed, or serialized, or in the log', async () => {
    const { sessions, lines } = openWindow(sandbox());
    await sessions.signIn(adasToken);
    const session = sessions.current;
    assert.ok(session.kind === 'signedIn');
    await session.client.getWorkspaces();
    const shown = [inspect(session, { depth: 9, showHidden: true }), JSON.stringify(session), ...lines].join('\n');
    assert.doesNotMatch(shown, new RegExp(adasToken));
  });
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

async function nextSettled({ sessions }: ReturnType<typeof openWindow>) {
  await nextTurn();
  return sessions.settled();
}
