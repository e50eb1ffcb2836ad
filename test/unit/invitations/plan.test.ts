import { strict as assert } from 'node:assert';
import { readAddresses } from '../../../src/invitations/addresses';
import { planInvitations } from '../../../src/invitations/plan';
import { summarise } from '../../../src/invitations/summary';

const members = [{ email: 'ada@x.org' }, { email: undefined }];

function plan(text: string, { inviteAgain = false, invitedBefore = ['old@x.org'] } = {}) {
  return planInvitations({ entries: readAddresses(text), members, invitedBefore: new Set(invitedBefore), inviteAgain });
}

describe('The plan of an invitation', () => {
  it('puts each entry into exactly one list', () => {
    const { toInvite, alreadyMembers, alreadyInvited, repeats, notAddresses } = plan(
      'new@x.org ada@x.org old@x.org new@x.org nobody',
    );
    assert.deepEqual(toInvite, ['new@x.org']);
    assert.deepEqual(alreadyMembers, ['ada@x.org']);
    assert.deepEqual(alreadyInvited, ['old@x.org']);
    assert.deepEqual(repeats, ['new@x.org']);
    assert.deepEqual(
      notAddresses.map(({ text }) => text),
      ['nobody'],
    );
  });

  it('tells addresses apart by letter case, as Prolific does', () => {
    assert.deepEqual(plan('Ada@x.org new@x.org New@x.org').toInvite, ['Ada@x.org', 'new@x.org', 'New@x.org']);
  });

  it('invites again only whom it is told to', () => {
    assert.deepEqual(plan('old@x.org', { inviteAgain: true }).toInvite, ['old@x.org']);
  });

  it('says how many members have no address to compare with', () => {
    assert.equal(plan('').uncheckedMembers, 1);
  });

  it('is told in one sentence afterwards', () => {
    const people = [
      { address: 'a@x.org', outcome: 'invited' },
      { address: 'b@x.org', outcome: 'invited' },
      { address: 'c@x.org', outcome: 'refused' },
    ] as const;
    assert.equal(
      summarise('Perception lab', plan('ada@x.org'), people),
      '2 invited to Perception lab, 1 already a member, and 1 refused',
    );
  });
});
