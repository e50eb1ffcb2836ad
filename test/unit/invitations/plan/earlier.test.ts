import { strict as assert } from 'node:assert';
import type { Outcome } from '../../../../src/invitations/ledger/person';
import { type InvitedPerson, runOfRecords } from '../../../../src/invitations/ledger/run';
import { earlierInvitations } from '../../../../src/invitations/plan/earlier';
import { storedPeople } from '../../support/storedPeople';

function sent(run: string, outcome: Outcome, address = 'a@x.org'): InvitedPerson {
  const link = `https://p.example/${run}`;
  const made = runOfRecords([
    storedPeople({
      run,
      role: 'WORKSPACE_ADMIN',
      startedAt: `2026-11-0${run}T10:00:00.000Z`,
      people: [{ address, outcome, link }],
    }),
  ]);
  const [first] = made?.people ?? [];
  assert.ok(made !== undefined && first !== undefined);
  return { run: made, ...first };
}

describe('Who was invited before', () => {
  it('is known from the newest invitation that may have sent an email, with day, role, and link', () => {
    const found = earlierInvitations([sent('3', 'rejected'), sent('2', 'invited'), sent('1', 'invited')]);
    assert.deepEqual(Object.fromEntries(found), {
      'a@x.org': {
        address: 'a@x.org',
        startedAt: '2026-11-02T10:00:00.000Z',
        role: 'WORKSPACE_ADMIN',
        link: 'https://p.example/2',
        certainty: 'invited',
        keys: ['2/0', '1/0'],
      },
    });
  });

  it('is known by all spellings of a mailbox', () => {
    assert.ok(earlierInvitations([sent('1', 'invited', 'bo@X.org')]).has('bo@x.org'));
  });

  const certainties: Readonly<Record<Outcome, string | undefined>> = {
    planned: 'underWay',
    sending: 'underWay',
    invited: 'invited',
    notConfirmed: 'invited',
    unknown: 'unknown',
    alreadyMember: undefined,
    rejected: undefined,
    notSent: undefined,
  };
  for (const outcome of Object.keys(certainties) as Outcome[]) {
    const certainty = certainties[outcome];
    it(`${certainty === undefined ? 'leaves out' : 'includes'} those whose outcome is “${outcome}”`, () => {
      assert.equal(earlierInvitations([sent('1', outcome)]).get('a@x.org')?.certainty, certainty);
    });
  }

  it('is being invited if they are in a run that has not ended', () => {
    const found = earlierInvitations([sent('2', 'invited'), sent('1', 'planned')]);
    assert.equal(found.get('a@x.org')?.certainty, 'underWay');
  });
});
