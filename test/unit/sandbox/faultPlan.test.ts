import assert from 'node:assert/strict';
import { failWith, resetBeforeReading, tooManyRequests } from '../../sandbox/faults';
import { SandboxHarness } from './support';

describe('sandbox: which requests get a fault', () => {
  const harness = new SandboxHarness();
  const statusOf = async (path: string): Promise<number> => (await harness.get(path)).status;

  it('all requests by default, until it is cleared', async () => {
    const { sandbox } = harness;
    const handle = sandbox.fault({}, failWith(500));
    assert.equal(await statusOf('/users/me/'), 500);
    assert.equal(await statusOf('/workspaces/'), 500);
    assert.equal(handle.hits, 2);
    handle.clear();
    assert.equal(await statusOf('/users/me/'), 200);
    sandbox.fault({}, failWith(500));
    sandbox.clearFaults();
    assert.equal(await statusOf('/users/me/'), 200);
  });

  it('those of a path, as text or regular expression', async () => {
    harness.sandbox.fault({ path: '/users/me/' }, failWith(500));
    harness.sandbox.fault({ path: /^\/workspaces\/[^/]+\/balance\/$/g }, failWith(503));
    const id = harness.idOf('Perception lab');
    assert.equal(await statusOf('/users/me/'), 500);
    assert.equal(await statusOf('/workspaces/?limit=1'), 200);
    assert.equal(await statusOf(`/workspaces/${id}/balance/`), 503);
    assert.equal(await statusOf(`/workspaces/${id}/balance/`), 503);
    assert.equal(await statusOf(`/workspaces/${id}/`), 200);
  });

  it('those of an operation, a method or a query', async () => {
    harness.sandbox.fault({ operation: 'get-user' }, failWith(500));
    harness.sandbox.fault({ method: 'POST' }, failWith(501));
    harness.sandbox.fault({ query: { offset: '4' } }, failWith(502));
    assert.equal(await statusOf('/users/me/'), 500);
    assert.equal((await harness.post('/workspaces/', { title: 'New' })).status, 501);
    assert.equal(await statusOf('/workspaces/?limit=4&offset=0'), 200);
    assert.equal(await statusOf('/workspaces/?limit=4&offset=4'), 502);
  });

  it('a number of them, after letting some through', async () => {
    harness.sandbox.fault({ skip: 1, times: 2 }, failWith(500));
    const seen = [];
    for (let count = 0; count < 4; count += 1) {
      seen.push(await statusOf('/users/me/'));
    }
    assert.deepEqual(seen, [200, 500, 500, 200]);
  });

  it('the oldest fault first', async () => {
    harness.sandbox.fault({ times: 1 }, resetBeforeReading());
    harness.sandbox.fault({ times: 1 }, tooManyRequests(1));
    await assert.rejects(statusOf('/users/me/'));
    assert.equal(await statusOf('/users/me/'), 429);
    assert.equal(await statusOf('/users/me/'), 200);
  });
});
