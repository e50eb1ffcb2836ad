import assert from 'node:assert/strict';
import { hang } from '../../sandbox/faults';
import { largeLab } from '../../sandbox/labs/large';
import { startSandbox } from '../../sandbox/sandbox';
import { SandboxHarness } from './support';

describe('sandbox: the request log', () => {
  const harness = new SandboxHarness();

  it('has every request in order, with request and response', async () => {
    harness.allowBadRequests();
    await harness.get('/users/me/', { headers: { 'User-Agent': 'test/1' } });
    await harness.post('/workspaces/?x=1', { title: '' });
    const [first, second] = harness.sandbox.requests;
    assert.equal(first?.operationId, 'get-user');
    assert.equal(first.method, 'GET');
    assert.equal(first.headers['user-agent'], 'test/1');
    assert.equal(first.headers['authorization'], 'Token sandbox-token-ada');
    assert.equal(first.body, undefined);
    assert.equal(first.status, 200);
    assert.equal(second?.path, '/api/v1/workspaces/?x=1');
    assert.deepEqual(second.body, { title: '' });
    assert.equal(second.status, 400);
    assert(second.at >= first.at);
  });

  it('counts concurrent requests', async () => {
    harness.sandbox.fault({}, hang());
    const aborting = new AbortController();
    const { signal } = aborting;
    const paths = ['/users/me/', '/workspaces/', '/workspaces/?limit=1'];
    const waiting = paths.map((path) => assert.rejects(harness.get(path, { signal })));
    while (harness.sandbox.requests.length < paths.length) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(harness.sandbox.maxConcurrentRequests, 3);
    aborting.abort();
    await Promise.all(waiting);
  });

  it('starts again when it is cleared', async () => {
    await harness.get('/users/me/');
    harness.sandbox.clearRequests();
    await harness.get('/users/me/');
    await harness.get('/users/me/');
    assert.equal(harness.sandbox.maxConcurrentRequests, 1);
    assert.equal(harness.sandbox.requests.length, 2);
  });
});

describe('sandbox: lifecycle', () => {
  it('listens on loopback only, on a port of choice', async () => {
    const first = await startSandbox();
    assert.match(first.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    const port = Number(new URL(first.origin).port);
    await assert.rejects(startSandbox({ port }), { code: 'EADDRINUSE' });
    await first.stop();
    const second = await startSandbox({ port });
    assert.equal(second.origin, first.origin);
    await second.stop();
  });

  it('starts again on reset and never changes the lab it was given', async () => {
    const lab = largeLab(3);
    const sandbox = await startSandbox({ lab, latency: 1, behavior: { errorShape: 'B' } });
    sandbox.state.renameWorkspace(lab.workspaces[0]?.id ?? '', 'Changed');
    sandbox.behavior.errorShape = 'C';
    sandbox.behavior.rejectedAddresses.add('a@example.com');
    sandbox.fault({}, hang());
    sandbox.reset();
    assert.equal(sandbox.state.workspaces[0]?.title, 'Bilingualism 0001');
    assert.equal(lab.workspaces[0]?.title, 'Bilingualism 0001');
    assert.equal(sandbox.behavior.errorShape, 'B');
    assert.equal(sandbox.behavior.latency, 1);
    assert.equal(sandbox.behavior.rejectedAddresses.size, 0);
    const headers = { authorization: 'Token sandbox-token-ada' };
    assert.equal((await fetch(`${sandbox.origin}/api/v1/users/me/`, { headers })).status, 200);
    await sandbox.stop();
  });

  it('has the same ids in every run', async () => {
    const [first, second] = await Promise.all([startSandbox(), startSandbox()]);
    const grown = [first, second].map(({ state }) => {
      const { id } = state.addWorkspace({ title: 'New' }, state.person(state.workspaces[0]?.owner ?? ''));
      return [id, ...state.workspaces.map((workspace) => workspace.id)];
    });
    assert.deepEqual(grown[0], grown[1]);
    await Promise.all([first.stop(), second.stop()]);
  });

  it('stops while requests hang', async () => {
    const sandbox = await startSandbox();
    sandbox.fault({}, hang());
    const waiting = assert.rejects(fetch(`${sandbox.origin}/api/v1/users/me/`));
    while (sandbox.requests.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await sandbox.stop();
    await waiting;
  });
});
