import { strict as assert } from 'node:assert';
import { type Contender, standings } from '../../../../src/invitations/ledger/conflicts';
import type { Outcome } from '../../../../src/invitations/ledger/person';
import type { LiveRecord } from '../../../../src/invitations/ledger/records/records';
import { type Run, runOfRecords } from '../../../../src/invitations/ledger/run';
import { storedPeople } from '../../support/storedPeople';

const early = '2026-11-21T09:00:00.000Z';
const late = '2026-11-21T09:00:01.000Z';

const asking: Contender = { id: 'r5', workspaceId: 'w1', startedAt: late, phase: 'reserving', agreedTo: new Set() };

interface Other {
  readonly id?: string;
  readonly workspaceId?: string;
  readonly startedAt?: string;
  readonly phase?: LiveRecord['phase'] | 'unknown';
  readonly outcome?: Outcome;
  readonly address?: string;
}

/** Another run, of one person. */
function other({
  id = 'r1',
  workspaceId = 'w1',
  startedAt = early,
  phase = 'reserving',
  outcome = 'planned',
  address = 'a@x.org',
}: Other = {}): Run {
  const people = storedPeople({ run: id, workspaceId, startedAt, people: [{ address, outcome }] });
  const process = { host: 'here', pid: 1 };
  const run = runOfRecords(
    phase === 'unknown' ? [people] : [people, { kind: 'live', run: id, phase, beat: 1, process }],
  );
  assert.ok(run !== undefined);
  return run;
}

function standing(run: Run, fields: Partial<Contender> = {}, address = 'a@x.org'): string | undefined {
  return standings([address], { ...asking, ...fields }, [run]).get(address);
}

describe('Somebody who is also in another run', () => {
  for (const outcome of ['sending', 'invited', 'notConfirmed', 'unknown'] as const) {
    it(`is taken if they may have got an email: ${outcome}`, () => {
      assert.equal(standing(other({ outcome })), 'taken');
    });
  }

  for (const outcome of ['rejected', 'notSent', 'alreadyMember'] as const) {
    it(`is free if they got none: ${outcome}`, () => {
      assert.equal(standing(other({ outcome })), 'free');
    });
  }

  it('is free if the user chose to invite them again, despite that very invitation and no other', () => {
    assert.equal(standing(other({ outcome: 'invited' }), { agreedTo: new Set(['r1/0']) }), 'free');
    assert.equal(standing(other({ outcome: 'invited' }), { agreedTo: new Set(['r1/1']) }), 'taken');
  });

  it('is taken in any spelling', () => {
    assert.equal(standing(other({ outcome: 'invited', address: 'a@x．ORG' })), 'taken');
  });

  it('is free in another workspace, and in the run itself', () => {
    assert.equal(standing(other({ outcome: 'invited', workspaceId: 'w2' })), 'free');
    assert.equal(standing(other({ outcome: 'invited', id: 'r5' })), 'free');
  });

  describe('before either has sent', () => {
    it('belongs to the older reservation', () => {
      assert.equal(standing(other({ startedAt: early })), 'taken');
      assert.equal(standing(other({ startedAt: late, id: 'r9' })), 'undecided');
    });

    it('belongs to the lower id if both are from the same moment', () => {
      assert.equal(standing(other({ startedAt: late, id: 'r1' })), 'taken');
      assert.equal(standing(other({ startedAt: late, id: 'r9' })), 'undecided');
    });

    it('belongs to a run that has begun, however old this one is', () => {
      assert.equal(standing(other({ startedAt: late, id: 'r9', phase: 'sending' })), 'taken');
    });

    it('belongs to the other run if nothing is known about its window', () => {
      assert.equal(standing(other({ startedAt: late, id: 'r9', phase: 'unknown' })), 'taken');
    });

    it('makes a run that has begun give way only to an older run that has also begun', () => {
      const sending = { phase: 'sending' } as const;
      assert.equal(standing(other({ startedAt: early, phase: 'reserving' }), sending), 'free');
      assert.equal(standing(other({ startedAt: early, phase: 'sending' }), sending), 'taken');
      assert.equal(standing(other({ startedAt: late, id: 'r9', phase: 'sending' }), sending), 'free');
    });
  });
});
