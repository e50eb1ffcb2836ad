import { strict as assert } from 'node:assert';
import type { Outcome, Person } from '../../../../src/invitations/ledger/person';
import { RunQueue } from '../../../../src/invitations/send/runQueue';
import { settle } from '../../support/scriptedClient';

const never = new AbortController().signal;

function people(...outcomes: readonly Outcome[]): readonly Person[] {
  return outcomes.map((outcome, index) => ({ address: `p${index}@x.org`, outcome }));
}

describe('The runs of a window', () => {
  it('are sent one after another for the same workspace', async () => {
    const runs = new RunQueue();
    const [first, second, third] = ['first', 'second', 'third'].map(() => runs.add({ workspaceId: 'w1', people: [] }));
    const turns: string[] = [];
    void first?.wait(never).then(() => turns.push('first'));
    void second?.wait(never).then(() => turns.push('second'));
    void third?.wait(never).then(() => turns.push('third'));
    await settle();
    assert.deepEqual(turns, ['first']);
    second?.dispose();
    await settle();
    assert.deepEqual(turns, ['first'], 'the third waits for the first as well');
    first?.dispose();
    await settle();
    assert.deepEqual(turns, ['first', 'second', 'third']);
  });

  it('are sent at the same time for different workspaces', async () => {
    const runs = new RunQueue();
    runs.add({ workspaceId: 'w1', people: [] });
    const other = runs.add({ workspaceId: 'w2', people: [] });
    assert.equal(other.mustWait, false);
    await other.wait(never);
  });

  it('stop waiting when they are stopped', async () => {
    const runs = new RunQueue();
    runs.add({ workspaceId: 'w1', people: [] });
    const second = runs.add({ workspaceId: 'w1', people: [] });
    assert.equal(second.mustWait, true);
    const stopping = new AbortController();
    const waiting = second.wait(stopping.signal);
    stopping.abort();
    await waiting;
  });

  it('know how many people are in no call yet: people being sent get their email whatever happens', () => {
    const runs = new RunQueue();
    assert.deepEqual([runs.isAny, runs.unsent()], [false, 0]);
    const one = runs.add({ workspaceId: 'w1', people: people('invited', 'sending', 'planned', 'planned') });
    const other = runs.add({ workspaceId: 'w2', people: people('planned', 'notSent') });
    assert.deepEqual([runs.isAny, runs.unsent(), runs.unsent('w1')], [true, 3, 2]);
    one.dispose();
    other.dispose();
    assert.deepEqual([runs.isAny, runs.unsent()], [false, 0]);
  });
});
