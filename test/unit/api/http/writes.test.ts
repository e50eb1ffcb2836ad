import assert from 'node:assert/strict';
import { delay, hang } from '../../../sandbox/faults';
import { ApiBench, failureOf, valueOf } from '../support';

describe('api: a write', () => {
  const bench = new ApiBench();

  const untilRequests = async (count: number) => {
    while (bench.sandbox.requests.length < count) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };

  /** Four reads that the server does not answer until they are ended. */
  async function occupyAllPlaces(client = bench.client): Promise<() => void> {
    const fault = bench.sandbox.fault({ operation: 'get-user', times: 4 }, hang());
    const ending = new AbortController();
    void Array.from({ length: 4 }, () => client.getUser({ signal: ending.signal }));
    await untilRequests(4);
    fault.clear();
    return () => ending.abort();
  }

  it('goes before all waiting reads', async () => {
    const { client, subjects } = bench;
    const freePlaces = await occupyAllPlaces();
    const leaving: string[] = [];
    const noting = (what: string) => ({ beforeSend: () => void leaving.push(what) });
    const reads = Array.from({ length: 10 }, () => client.getWorkspace(subjects.workspace, noting('read')));
    const write = client.updateWorkspace(subjects.workspace, { title: 'First' }, noting('write'));
    freePlaces();
    valueOf(await write);
    (await Promise.all(reads)).forEach(valueOf);
    assert.equal(leaving[0], 'write');
  });

  it('that is still waiting is dropped when its caller aborts it', async () => {
    const { client, subjects } = bench;
    const freePlaces = await occupyAllPlaces();
    const aborting = new AbortController();
    const write = client.updateWorkspace(subjects.workspace, { title: 'Never' }, { signal: aborting.signal });
    aborting.abort();
    const { kind, effect } = failureOf(await write);
    assert.deepEqual([kind, effect], ['aborted', 'none']);
    freePlaces();
    assert.equal(bench.sandbox.requests.length, 4);
  });

  describe('tells its caller right before it is sent', () => {
    it('and not when it starts waiting', async () => {
      const { client, subjects } = bench;
      const freePlaces = await occupyAllPlaces();
      const seen: string[] = [];
      const beforeSend = () => void seen.push(`sent as request ${bench.sandbox.requests.length + 1}`);
      const write = client.updateWorkspace(subjects.workspace, { title: 'Later' }, { beforeSend });
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(seen, []);
      freePlaces();
      valueOf(await write);
      assert.deepEqual(seen, ['sent as request 5']);
    });

    it('and waits until its caller has recorded it', async () => {
      let note = (): void => undefined;
      const noted = new Promise<void>((resolve) => (note = resolve));
      const write = bench.client.createWorkspace({ title: 'New' }, { beforeSend: () => noted });
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(bench.sandbox.requests.length, 0);
      note();
      valueOf(await write);
    });

    it('and is not sent if its caller aborts it then', async () => {
      const aborting = new AbortController();
      const options = { signal: aborting.signal, beforeSend: () => aborting.abort() };
      const { kind, effect } = failureOf(await bench.client.createWorkspace({ title: 'Never' }, options));
      assert.deepEqual([kind, effect, bench.sandbox.requests.length], ['aborted', 'none', 0]);
    });

    it('and again if it is sent a second time, without the id', async () => {
      bench.sandbox.behavior.updateWorkspace = 'no-id';
      let times = 0;
      const beforeSend = () => void (times += 1);
      valueOf(await bench.client.updateWorkspace(bench.workspaceId(), { title: 'New title' }, { beforeSend }));
      assert.equal(times, 2);
    });
  });

  describe('once the session of its client has ended', () => {
    const refusedAs = ['sessionEnded', 'none'];

    it('is refused, while reads continue', async () => {
      const session = new AbortController();
      const { subjects } = bench;
      const client = bench.use({ sessionEnded: session.signal });
      session.abort();
      const { kind, effect } = failureOf(await client.createWorkspace({ title: 'Never' }));
      assert.deepEqual([kind, effect], refusedAs);
      valueOf(await client.getWorkspace(subjects.workspace));
      assert.deepEqual(
        bench.sandbox.requests.map(({ method }) => method),
        ['GET'],
      );
    });

    it('is refused too if it was waiting', async () => {
      const session = new AbortController();
      const client = bench.use({ sessionEnded: session.signal });
      const freePlaces = await occupyAllPlaces(client);
      const write = client.createWorkspace({ title: 'Never' });
      session.abort();
      freePlaces();
      const { kind, effect } = failureOf(await write);
      assert.deepEqual([kind, effect, bench.sandbox.requests.length], [...refusedAs, 4]);
    });

    it('is refused too if the session ended while its caller was recording it', async () => {
      const session = new AbortController();
      const client = bench.use({ sessionEnded: session.signal });
      const { kind } = failureOf(
        await client.createWorkspace({ title: 'Never' }, { beforeSend: () => session.abort() }),
      );
      assert.deepEqual([kind, bench.sandbox.requests.length], ['sessionEnded', 0]);
    });

    it('continues if it was already sent', async () => {
      bench.sandbox.fault({}, delay(30));
      const session = new AbortController();
      const client = bench.use({ sessionEnded: session.signal });
      const write = client.createWorkspace({ title: 'New' });
      await untilRequests(1);
      session.abort();
      assert.equal(valueOf(await write).title.raw, 'New');
    });
  });
});
