import { strict as assert } from 'node:assert';
import { matchResponse } from '../../../../src/invitations/send/matchResponse';

function answered(address: string, status = 'INVITED') {
  return { address, status, link: `https://app.prolific.com/invite/${address}` };
}

function match(addresses: readonly string[], answers: readonly ReturnType<typeof answered>[]): readonly string[] {
  return matchResponse(addresses, answers).map(({ outcome, link }) => `${outcome} ${link?.split('/').at(-1) ?? '-'}`);
}

describe('What Prolific answered for an address', () => {
  it('is found by the address, not by the place', () => {
    assert.deepEqual(match(['a@x.org', 'b@x.org'], [answered('b@x.org'), answered('a@x.org')]), [
      'invited a@x.org',
      'invited b@x.org',
    ]);
  });

  it('may come in another letter case, where that is unique', () => {
    assert.deepEqual(match(['Bo@x.org'], [answered('bo@x.org')]), ['invited bo@x.org']);
    assert.deepEqual(match(['Bo@x.org', 'BO@x.org'], [answered('bo@x.org')]), ['notConfirmed -', 'notConfirmed -']);
  });

  it('is “not confirmed” where the answer leaves the address out', () => {
    assert.deepEqual(match(['a@x.org', 'b@x.org'], [answered('b@x.org')]), ['notConfirmed -', 'invited b@x.org']);
  });

  it('is “already a member” for somebody who has accepted', () => {
    assert.deepEqual(match(['a@x.org'], [answered('a@x.org', 'ACCEPTED')]), ['alreadyMember a@x.org']);
  });
});
