import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Entry } from '../../../../src/addresses/entry';
import { foldAddress } from '../../../../src/addresses/fold';
import type { Earlier, EarlierInvitations } from '../../../../src/invitations/plan/earlier';
import {
  type InviteAgain,
  inviteNobodyAgain,
  needsConfirmation,
  planInvitations,
} from '../../../../src/invitations/plan/plan';
import { describeLeftOut } from '../../../../src/invitations/plan/planText';

const invitedBefore: Earlier = {
  address: 'old@x.org',
  startedAt: '2026-11-20T10:00:00.000Z',
  role: 'WORKSPACE_COLLABORATOR',
  link: 'https://app.prolific.com/invite/1',
  certainty: 'invited',
  keys: ['r1/0'],
};
const members = [{ email: 'ada@x.org' }, { email: undefined }];

function entries(text: string): readonly Entry[] {
  return text
    .split(' ')
    .map((word) =>
      word.includes('@') ? { kind: 'valid', address: word } : { kind: 'invalid', text: word, reason: 'noAt' },
    );
}

function earlierOf(...earlier: readonly Earlier[]): EarlierInvitations {
  return new Map(earlier.map((one) => [foldAddress(one.address), one]));
}

function plan(text: string, inviteAgain: InviteAgain = inviteNobodyAgain, earlier = earlierOf(invitedBefore)) {
  return planInvitations({ entries: entries(text), members, earlier, role: 'WORKSPACE_COLLABORATOR', inviteAgain });
}

describe('The plan of an invitation', () => {
  it('sorts the entries: to invite, members, already invited, duplicates, invalid', () => {
    const sorted = plan('new@x.org ada@x.org old@x.org new@x.org nobody ada@x.org');
    assert.deepEqual(sorted.toInvite, ['new@x.org']);
    assert.deepEqual(sorted.alreadyMembers, ['ada@x.org']);
    assert.deepEqual(sorted.alreadyInvited, [invitedBefore]);
    assert.deepEqual(sorted.repeats, ['new@x.org', 'ada@x.org']);
    assert.deepEqual(
      sorted.invalid.map(({ text }) => text),
      ['nobody'],
    );
  });

  it('tells addresses apart by letter case before the @, as Prolific does, and points out those that differ only in it', () => {
    const { toInvite, caseVariants, memberCaseVariants, invitedCaseVariants } = plan(
      'Ada@x.org new@x.org New@x.org Old@x.org',
    );
    assert.deepEqual(toInvite, ['Ada@x.org', 'new@x.org', 'New@x.org', 'Old@x.org']);
    assert.deepEqual(caseVariants, [['new@x.org', 'New@x.org']]);
    assert.deepEqual(memberCaseVariants, [{ address: 'Ada@x.org', known: 'ada@x.org' }]);
    assert.deepEqual(invitedCaseVariants, [{ address: 'Old@x.org', known: 'old@x.org' }]);
  });

  it('treats all spellings of a mailbox as one, skips the others, and points that out', () => {
    const sorted = plan('ada@X.org old@x．org bo@münchen.de bo@xn--mnchen-3ya.de bo@münchen.de');
    assert.deepEqual(sorted.toInvite, ['bo@münchen.de']);
    assert.deepEqual(sorted.alreadyMembers, ['ada@X.org']);
    assert.deepEqual(
      sorted.alreadyInvited.map(({ address }) => address),
      ['old@x．org'],
    );
    assert.deepEqual(sorted.repeats, ['bo@xn--mnchen-3ya.de', 'bo@münchen.de']);
    assert.deepEqual(sorted.otherSpellings, [
      { address: 'ada@X.org', known: 'ada@x.org' },
      { address: 'old@x．org', known: 'old@x.org' },
      { address: 'bo@xn--mnchen-3ya.de', known: 'bo@münchen.de' },
    ]);
  });

  it('invites people again only if the user asked for it, and remembers despite which invitations', () => {
    const again = plan('old@x.org ada@x.org', { invited: true, unknown: false });
    assert.deepEqual([again.toInvite, again.alreadyInvited], [['old@x.org'], []]);
    assert.deepEqual(again.alreadyMembers, ['ada@x.org'], 'a member is never invited again');
    assert.deepEqual([...again.agreedTo], ['r1/0']);
    assert.equal(plan('old@x.org').agreedTo.size, 0);
  });

  it('includes people whose outcome is unknown only if the user asked for exactly that', () => {
    const unknown = earlierOf({ ...invitedBefore, certainty: 'unknown' });
    assert.deepEqual(plan('old@x.org', { invited: true, unknown: false }, unknown).toInvite, []);
    assert.deepEqual(plan('old@x.org', { invited: false, unknown: true }, unknown).toInvite, ['old@x.org']);
  });

  it('never includes people who are being invited right now', () => {
    const underWay = earlierOf({ ...invitedBefore, certainty: 'underWay' });
    assert.deepEqual(plan('old@x.org', { invited: true, unknown: true }, underWay).toInvite, []);
  });

  it('says when people were invited, but not of those who are being invited right now', () => {
    const whyOf = (certainty: Earlier['certainty']) =>
      describeLeftOut(plan('old@x.org', inviteNobodyAgain, earlierOf({ ...invitedBefore, certainty })))
        .flatMap(({ entries }) => entries)
        .map(({ why }) => why);
    assert.match(whyOf('invited')[0] ?? '', /^invited on .*2026/);
    assert.deepEqual(whyOf('underWay'), [undefined]);
  });

  it('says how many members have no address to compare with', () => {
    assert.equal(plan('').uncheckedMembers, 1);
  });

  it('puts each entry into exactly one list, in the order given', () => {
    const word = fc.constantFrom('a@x.org', 'A@x.org', 'a@X.org', 'ada@x.org', 'Ada@x.org', 'old@x.org', 'nobody', 'x');
    fc.assert(
      fc.property(fc.array(word), fc.boolean(), (words, invited) => {
        const made = plan(words.join(' '), { invited, unknown: false });
        const lists = [made.toInvite, made.alreadyMembers, made.alreadyInvited, made.repeats, made.invalid];
        const texts = lists
          .flat()
          .map((item) => (typeof item === 'string' ? item : 'text' in item ? item.text : item.address));
        assert.deepEqual(texts.sort(), words.join(' ').split(' ').sort(), 'an entry is missing, or in two lists');
        const mailboxes = made.toInvite.map(foldAddress);
        assert.equal(new Set(mailboxes).size, mailboxes.length, 'a mailbox would be invited twice');
        assert.deepEqual(
          made.entries.map(({ entry }) => entry),
          entries(words.join(' ')),
        );
      }),
    );
  });

  it('needs a second confirmation for two or more admins, and for more than a hundred collaborators', () => {
    const people = Array.from({ length: 101 }, (_, index) => `${index}@x.org`);
    const isAsked = (role: 'WORKSPACE_ADMIN' | 'WORKSPACE_COLLABORATOR', count: number) =>
      needsConfirmation({ role, toInvite: people.slice(0, count) });
    assert.deepEqual(
      [1, 2].map((count) => isAsked('WORKSPACE_ADMIN', count)),
      [false, true],
    );
    assert.deepEqual(
      [100, 101].map((count) => isAsked('WORKSPACE_COLLABORATOR', count)),
      [false, true],
    );
  });
});
