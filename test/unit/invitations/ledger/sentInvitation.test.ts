import { strict as assert } from 'node:assert';
import type { Person } from '../../../../src/invitations/ledger/person';
import { type InvitedPerson, runOfRecords } from '../../../../src/invitations/ledger/run';
import { isPending, sentInvitations } from '../../../../src/invitations/ledger/sentInvitation';
import { timeOfTest } from '../../support/instantClock';
import { invited, storedPeople } from '../../support/storedPeople';

const now = Date.parse(timeOfTest);
const dayMs = 24 * 60 * 60_000;

function peopleOf(people: readonly Person[], daysAgo = 0): readonly InvitedPerson[] {
  const run = runOfRecords([
    storedPeople({ run: `r${daysAgo}`, startedAt: new Date(now - daysAgo * dayMs).toISOString(), people }),
  ]);
  assert.ok(run !== undefined);
  return run.people.map((invited) => ({ run, ...invited }));
}

function shown(people: readonly InvitedPerson[], members: readonly string[] = []): readonly string[] {
  const found = sentInvitations(
    people,
    members.map((email) => ({ email })),
    now,
  );
  return found.map(({ person, status, mayHaveExpired }) =>
    [person.address, status, ...(mayHaveExpired ? ['may have expired'] : [])].join(' '),
  );
}

describe('The invitations that were sent', () => {
  it('are those that may have sent somebody an email', () => {
    const outcomes = [
      'planned',
      'sending',
      'invited',
      'alreadyMember',
      'rejected',
      'notConfirmed',
      'unknown',
      'notSent',
    ];
    const people = (outcomes as Person['outcome'][]).map((outcome) => ({ address: `${outcome}@x.org`, outcome }));
    assert.deepEqual(shown(peopleOf(people)), [
      'sending@x.org sending',
      'invited@x.org invited',
      'notConfirmed@x.org notConfirmed',
      'unknown@x.org unknown',
    ]);
  });

  it('are the newest one for each mailbox, in any spelling', () => {
    const people = [...peopleOf([invited('bo@X.org')], 1), ...peopleOf([invited('bo@x.org'), invited('ada@x.org')], 2)];
    assert.deepEqual(shown(people), ['bo@X.org invited', 'ada@x.org invited']);
  });

  it('are accepted once the person is a member, and then need no link', () => {
    const people = peopleOf([invited('fine@x.org')]);
    assert.deepEqual(shown(people, ['fine@X.org']), ['fine@x.org accepted']);
    const [accepted] = sentInvitations(people, [{ email: 'fine@x.org' }], now);
    assert.equal(accepted && isPending(accepted), false);
  });

  it('may have expired after two weeks', () => {
    const people = [...peopleOf([invited('new@x.org')], 13), ...peopleOf([invited('old@x.org')], 15)];
    assert.deepEqual(shown(people), ['new@x.org invited', 'old@x.org invited may have expired']);
  });
});
