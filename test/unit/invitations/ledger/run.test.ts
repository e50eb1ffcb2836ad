import { strict as assert } from 'node:assert';
import { startOfRun } from '../../../../src/invitations/ledger/run';

const now = Date.parse('2026-11-21T09:00:00.000Z');

function start(...known: readonly string[]): string {
  return startOfRun(
    now,
    known.map((startedAt) => ({ startedAt })),
  );
}

describe('The recorded start of a run', () => {
  it('is now', () => {
    assert.equal(start(), '2026-11-21T09:00:00.000Z');
    assert.equal(start('2026-11-20T09:00:00.000Z'), '2026-11-21T09:00:00.000Z');
  });

  it('is after every other run, even one from the same moment or from before the clock was set back', () => {
    assert.equal(start('2026-11-21T09:00:00.000Z'), '2026-11-21T09:00:00.001Z');
    assert.equal(start('2026-11-21T09:30:00.000Z', '2026-11-20T09:00:00.000Z'), '2026-11-21T09:30:00.001Z');
  });

  it('is now even if the clock was once far ahead', () => {
    assert.equal(start('2027-06-01T09:00:00.000Z'), '2026-11-21T09:00:00.000Z');
  });
});
