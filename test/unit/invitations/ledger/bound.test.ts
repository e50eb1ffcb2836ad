import { strict as assert } from 'node:assert';
import { maxPeople, runsToDrop } from '../../../../src/invitations/ledger/bound';
import type { Outcome } from '../../../../src/invitations/ledger/person';
import { type Run, runOfRecords } from '../../../../src/invitations/ledger/run';
import { storedPeople } from '../../support/storedPeople';

const dayMs = 24 * 60 * 60_000;
const now = Date.parse('2026-11-21T09:00:00.000Z');

function run(id: string, daysAgo: number, count: number, outcome: Outcome = 'invited'): Run {
  const people = Array.from({ length: count }, (_, index) => ({ address: `${id}-${index}@x.org`, outcome }));
  const startedAt = new Date(now - daysAgo * dayMs).toISOString();
  const made = runOfRecords([storedPeople({ run: id, startedAt, people })]);
  assert.ok(made !== undefined);
  return made;
}

function dropped(runs: readonly Run[], count: number, at = now): readonly string[] {
  return runsToDrop(runs, count, at).map(({ id }) => id);
}

describe('The limit of the ledger', () => {
  it('counts people, not runs: it forgets nothing while there is room', () => {
    assert.deepEqual(dropped([run('new', 0, 10), run('old', 100, maxPeople - 20)], 10), []);
  });

  it('forgets the oldest runs, and no more than necessary', () => {
    const runs = [run('new', 0, maxPeople - 20), run('old', 100, 10), run('older', 101, 10)];
    assert.deepEqual(dropped(runs, 5), ['older']);
    assert.deepEqual(dropped(runs, 15), ['older', 'old']);
  });

  it('keeps invitations that may still be accepted, and runs in progress', () => {
    const runs = [
      run('new', 0, maxPeople),
      run('young', 20, 10),
      run('planned', 100, 10, 'planned'),
      run('sending', 101, 10, 'sending'),
    ];
    assert.deepEqual(dropped(runs, 10), []);
  });

  it('forgets a recent run if it invited nobody', () => {
    assert.deepEqual(dropped([run('new', 0, maxPeople), run('rejected', 1, 10, 'rejected')], 1), ['rejected']);
  });

  it('measures age from the newest run too, since the clock may be ahead', () => {
    const runs = [run('new', 0, maxPeople), run('young', 20, 10)];
    assert.deepEqual(dropped(runs, 10, now + 200 * dayMs), []);
  });

  it('measures age from the clock too, since a run may have been stored while the clock was ahead', () => {
    const runs = [run('ahead', -200, maxPeople), run('young', 20, 10)];
    assert.deepEqual(dropped(runs, 10), []);
  });
});
