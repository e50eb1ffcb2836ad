import { strict as assert } from 'node:assert';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { KeyedCache } from '../../../../src/workspaces/store/keyedCache';
import { lost, rejected, wid } from '../../support/apiValues';
import { PendingRequests, settle } from '../../support/scriptedClient';
import { ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';
import type { WorkspaceId } from '../../../../src/api';

const id = wid('w1');
const other = wid('w2');

/** Reads of a text for each workspace, with a clock the test controls. */
function opened() {
  const requests = new PendingRequests<WorkspaceId, string>();
  const told: WorkspaceId[] = [];
  const clock = { now: 1_000_000 };
  const ada = signedInAs('ada');
  const sessions = new ScriptedSessions(ada);
  const readings = new KeyedCache<WorkspaceId, string>(new CurrentAccount(sessions), {
    read: (_, asked) => requests.send(asked),
    onDidChange: (changed) => told.push(changed),
    now: () => clock.now,
  });
  const read = async (value: string) => {
    const end = readings.read(id);
    requests.next.succeed(value);
    await end;
  };
  return { requests, told, clock, readings, read, ada, sessions };
}

describe('What is read about a workspace on request', () => {
  it('is unknown at first, and announced once it is known', async () => {
    const { readings, told, clock, read } = opened();
    assert.deepEqual(readings.of(id), { value: undefined, readAt: undefined, failure: undefined });
    await read('first');
    assert.deepEqual(readings.of(id), { value: 'first', readAt: clock.now, failure: undefined });
    assert.deepEqual(told, [id]);
  });

  it('is not requested while signed out', async () => {
    const { readings, requests, sessions } = opened();
    sessions.become({ kind: 'signedOut' });
    await readings.read(id);
    await readings.readIfStale(id);
    assert.equal(requests.sent.length, 0);
  });

  it('is kept for a minute', async () => {
    const { readings, requests, clock, read } = opened();
    await read('first');
    clock.now += 59_999;
    await readings.readIfStale(id);
    assert.equal(requests.sent.length, 1);
    clock.now += 1;
    void readings.readIfStale(id);
    assert.equal(requests.sent.length, 2);
    assert.equal(readings.of(id).value, 'first', 'what is known stays until the answer is there');
  });

  it('is requested once while it is being read, separately for each workspace', async () => {
    const { readings, requests } = opened();
    const ends = [readings.read(id), readings.readIfStale(id), readings.read(id), readings.read(other)];
    assert.deepEqual(requests.sent, [id, other]);
    requests.open.forEach((question) => question.succeed('read'));
    await Promise.all(ends);
    assert.deepEqual(readings.ids, [id, other]);
  });
});

describe('A failed read', () => {
  it('keeps what was read before, and says why the last read failed', async () => {
    const { readings, requests, clock, read } = opened();
    await read('first');
    const readAt = clock.now;
    clock.now += 5_000;
    void readings.read(id);
    requests.next.fail(lost());
    await settle();
    assert.deepEqual(readings.of(id), { value: 'first', readAt, failure: lost() });
    clock.now += 5_000;
    void readings.read(id);
    const second = rejected('server', 503);
    requests.next.fail(second);
    await settle();
    assert.deepEqual(readings.of(id), { value: 'first', readAt, failure: second });
    await read('second');
    assert.deepEqual(readings.of(id), { value: 'second', readAt: clock.now, failure: undefined });
  });

  it('is not retried by itself, only on request', async () => {
    const { readings, requests, clock } = opened();
    void readings.readIfStale(id);
    requests.next.fail(lost());
    await settle();
    clock.now += 10 * 60_000;
    await readings.readIfStale(id);
    assert.equal(requests.sent.length, 1);
    void readings.read(id);
    assert.equal(requests.sent.length, 2);
  });
});

describe('A change made at the server', () => {
  it('shows at once, as of when it was read', async () => {
    const { readings, clock, told, read } = opened();
    await read('a');
    const readAt = clock.now;
    clock.now += 1_000;
    readings.update(id, (value) => `${value}b`);
    assert.deepEqual(readings.of(id), { value: 'ab', readAt, failure: undefined });
    assert.deepEqual(told, [id, id]);
  });

  it('wins over a response already on its way, which may be older; so does each later change', async () => {
    const { readings, requests, read } = opened();
    await read('a');
    void readings.read(id);
    readings.update(id, (value) => `${value}b`);
    readings.update(id, (value) => `${value}c`);
    requests.next.succeed('A');
    await settle();
    assert.equal(readings.of(id).value, 'Abc');
    await read('new');
    assert.equal(readings.of(id).value, 'new', 'the next reading knows better');
  });

  it('is not lost if nothing was read yet, or if that read fails', async () => {
    const { readings, requests, read } = opened();
    void readings.read(id);
    readings.update(id, (value) => `${value}b`);
    assert.equal(readings.of(id).value, undefined);
    requests.next.succeed('a');
    await settle();
    assert.equal(readings.of(id).value, 'ab');
    await read('a');
    void readings.read(id);
    readings.update(id, (value) => `${value}c`);
    requests.next.fail(lost());
    await settle();
    assert.equal(readings.of(id).value, 'ac');
  });

  it('creates no value for an unknown workspace', () => {
    const { readings, told } = opened();
    readings.update(id, () => 'made up');
    assert.equal(readings.of(id).value, undefined);
    assert.deepEqual(told, []);
  });
});

describe('What was read, when the account changes', () => {
  it('is dropped, and so are responses to the previous account, whenever they arrive', async () => {
    const { readings, requests, read, sessions } = opened();
    await read('of ada');
    const stale = readings.read(id);
    const [staleAnswer] = requests.open;
    sessions.become(signedInAs('grace'));
    assert.deepEqual(readings.ids, []);
    const fresh = readings.read(id);
    assert.equal(requests.open.length, 2, 'the new account does not wait for the old answer');
    staleAnswer?.succeed('of ada, late');
    await stale;
    assert.equal(readings.of(id).value, undefined);
    requests.next.succeed('of grace');
    await fresh;
    assert.equal(readings.of(id).value, 'of grace');
  });

  it('is awaited until the then current session has read it', async () => {
    const { readings, requests, sessions } = opened();
    const waiting = readings.readIfStaleOrFailed(id).then(() => readings.of(id).value);
    sessions.become(signedInAs('grace'));
    requests.next.succeed('of ada, late');
    await settle();
    requests.next.succeed('of grace');
    assert.equal(await waiting, 'of grace');
  });

  it('is not affected by a failure of the previous account', async () => {
    const { readings, requests, sessions } = opened();
    const stale = readings.read(id);
    sessions.become({ kind: 'signedOut' });
    requests.next.fail(lost());
    await stale;
    assert.equal(readings.of(id).failure, undefined);
  });

  it('stays if the same account signs in again, but a response on its way is dropped', async () => {
    const { readings, requests, read, sessions } = opened();
    await read('first');
    const stale = readings.read(id);
    sessions.become(signedInAs('ada'));
    requests.next.succeed('late');
    await stale;
    assert.equal(readings.of(id).value, 'first');
    await read('second');
    assert.equal(readings.of(id).value, 'second');
  });
});

describe('What was read and is no longer needed', () => {
  it('is forgotten, and that is announced', async () => {
    const { readings, told, read } = opened();
    await read('first');
    readings.forget(id);
    readings.forget(other);
    assert.equal(readings.of(id).value, undefined);
    assert.deepEqual(told, [id, id]);
  });

  it('stays while it is just being read again', async () => {
    const { readings, read } = opened();
    await read('first');
    void readings.read(id);
    readings.forget(id);
    assert.equal(readings.of(id).value, 'first');
  });
});
