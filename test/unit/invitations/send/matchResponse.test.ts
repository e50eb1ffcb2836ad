import { strict as assert } from 'node:assert';
import { matchResponse } from '../../../../src/invitations/send/matchResponse';

function entry(address: string, status = 'INVITED') {
  return { address, status, link: `https://app.prolific.com/invite/${address}` };
}

function match(addresses: readonly string[], responses: readonly ReturnType<typeof entry>[]): readonly string[] {
  return matchResponse(addresses, responses).map(({ outcome, link }) => `${outcome} ${link?.split('/').at(-1) ?? '-'}`);
}

describe('What Prolific returned for an address', () => {
  it('is found by address, not by position', () => {
    assert.deepEqual(match(['a@x.org', 'b@x.org'], [entry('b@x.org'), entry('a@x.org')]), [
      'invited a@x.org',
      'invited b@x.org',
    ]);
  });

  it('may have another letter case if that is unique', () => {
    assert.deepEqual(match(['Bo@x.org'], [entry('bo@x.org')]), ['invited bo@x.org']);
    assert.deepEqual(match(['Bo@x.org', 'BO@x.org'], [entry('bo@x.org')]), ['notConfirmed -', 'notConfirmed -']);
  });

  it('is “not confirmed” if the response omits the address', () => {
    assert.deepEqual(match(['a@x.org', 'b@x.org'], [entry('b@x.org')]), ['notConfirmed -', 'invited b@x.org']);
  });

  it('is “already a member” for somebody who has accepted', () => {
    assert.deepEqual(match(['a@x.org'], [entry('a@x.org', 'ACCEPTED')]), ['alreadyMember a@x.org']);
  });

  it('may have another spelling of the mailbox', () => {
    const sent = ['zo\u00e9@x.org', 'k@m\u00fcnchen.de', 'bo@x．org', 'Ada@X.org', 'ada@x.org'];
    const returned = ['zoe\u0301@x.org', 'k@xn--mnchen-3ya.de', 'bo@x.org', 'Ada@x.org', 'ada@x.org'].map((address) =>
      entry(address),
    );
    assert.deepEqual(
      match(sent, returned).map((outcome) => outcome.split(' ')[0]),
      Array<string>(5).fill('invited'),
    );
  });

  it('with an unknown status is “not confirmed”, with the status as received and the link', () => {
    assert.deepEqual(matchResponse(['a@x.org'], [entry('a@x.org', 'EXPIRED')]), [
      {
        address: 'a@x.org',
        outcome: 'notConfirmed',
        status: 'EXPIRED',
        link: 'https://app.prolific.com/invite/a@x.org',
      },
    ]);
  });

  for (const link of [
    'http://x.org/1',
    'https://x.org/1\nrm -rf',
    'javascript:alert(1)',
    `https://x.org/${'a'.repeat(2_000)}`,
    'https://',
  ]) {
    it(`has no link that could do harm when pasted: ${link.slice(0, 30)}`, () => {
      const [person] = matchResponse(['a@x.org'], [{ address: 'a@x.org', status: 'INVITED', link }]);
      assert.equal(person?.link, undefined);
    });
  }
});
