import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Entry } from '../../../../src/addresses/addresses';
import type { Batch, Person } from '../../../../src/invitations/ledger/batch';
import {
  invitedBefore,
  needsConfirmation,
  planInvitations,
  type InvitedBefore,
} from '../../../../src/invitations/plan/plan';

const sentAt = '2026-11-20T10:00:00.000Z';
const before: InvitedBefore = { sentAt, role: 'WORKSPACE_COLLABORATOR', link: 'https://app.prolific.com/invite/1' };
const members = [{ email: 'ada@x.org' }, { email: undefined }];

function entries(text: string): readonly Entry[] {
  return text
    .split(' ')
    .map((word) =>
      word.includes('@') ? { kind: 'valid', address: word } : { kind: 'invalid', text: word, reason: 'noAt' },
    );
}

function plan(text: string, { inviteAgain = false } = {}) {
  return planInvitations({
    entries: entries(text),
    members,
    invitedBefore: new Map([['old@x.org', before]]),
    role: 'WORKSPACE_COLLABORATOR',
    inviteAgain,
  });
}

describe('The plan of an invitation', () => {
  it('sorts the entries: to invite, members, invited already, repeats, no addresses', () => {
    const { toInvite, alreadyMembers, alreadyInvited, repeats, invalid } = plan(
      'new@x.org ada@x.org old@x.org new@x.org nobody ada@x.org',
    );
    assert.deepEqual(toInvite, ['new@x.org']);
    assert.deepEqual(alreadyMembers, ['ada@x.org']);
    assert.deepEqual(alreadyInvited, [{ ...before, address: 'old@x.org' }]);
    assert.deepEqual(repeats, ['new@x.org', 'ada@x.org']);
    assert.deepEqual(
      invalid.map(({ text }) => text),
      ['nobody'],
    );
  });

  it('tells addresses apart by letter case, as Prolific does, and points out who differs in it alone', () => {
    const { toInvite, caseVariants, memberCaseVariants } = plan('Ada@x.org new@x.org New@x.org other@x.org');
    assert.deepEqual(toInvite, ['Ada@x.org', 'new@x.org', 'New@x.org', 'other@x.org']);
    assert.deepEqual(caseVariants, [['new@x.org', 'New@x.org']]);
    assert.deepEqual(memberCaseVariants, [{ address: 'Ada@x.org', member: 'ada@x.org' }]);
  });

  it('invites again only whom it is told to', () => {
    const again = plan('old@x.org ada@x.org', { inviteAgain: true });
    assert.deepEqual([again.toInvite, again.alreadyInvited], [['old@x.org'], []]);
    assert.deepEqual(again.alreadyMembers, ['ada@x.org'], 'a member is never invited again');
  });

  it('says how many members have no address to compare with', () => {
    assert.equal(plan('').uncheckedMembers, 1);
  });

  it('puts each of any entries into exactly one list, in the order given', () => {
    const word = fc.constantFrom('a@x.org', 'A@x.org', 'b@x.org', 'ada@x.org', 'Ada@x.org', 'old@x.org', 'nobody', 'x');
    fc.assert(
      fc.property(fc.array(word), fc.boolean(), (words, inviteAgain) => {
        const made = plan(words.join(' '), { inviteAgain });
        const lists = [made.toInvite, made.alreadyMembers, made.alreadyInvited, made.repeats, made.invalid];
        const texts = lists
          .flat()
          .map((item) => (typeof item === 'string' ? item : 'text' in item ? item.text : item.address));
        assert.deepEqual(texts.sort(), words.join(' ').split(' ').sort(), 'an entry is missing, or in two lists');
        assert.equal(new Set(made.toInvite).size, made.toInvite.length, 'somebody would be invited twice');
        assert.deepEqual(
          made.entries.map(({ entry }) => entry),
          entries(words.join(' ')),
        );
      }),
    );
  });

  it('calls it weighty from the second admin on, and from the hundred-and-first collaborator', () => {
    const people = Array.from({ length: 101 }, (_, index) => `${index}@x.org`);
    const isWeightyFor = (role: 'WORKSPACE_ADMIN' | 'WORKSPACE_COLLABORATOR', count: number) =>
      needsConfirmation({ role, toInvite: people.slice(0, count) });
    assert.deepEqual(
      [1, 2].map((count) => isWeightyFor('WORKSPACE_ADMIN', count)),
      [false, true],
    );
    assert.deepEqual(
      [100, 101].map((count) => isWeightyFor('WORKSPACE_COLLABORATOR', count)),
      [false, true],
    );
  });
});

describe('Who was invited before', () => {
  function batch(id: string, outcome: Person['outcome'], when = sentAt): { batch: Batch; person: Person } {
    const person: Person = { address: 'a@x.org', outcome, link: `https://p.example/${id}` };
    const about = { version: 1, workspaceId: 'w1', workspaceTitle: 'Lab', role: 'WORKSPACE_ADMIN' } as const;
    return { batch: { ...about, id, sentAt: when, people: [person] }, person };
  }
  const now = Date.parse(sentAt) + 3_600_000;

  it('is known from the newest entry of the ledger that may have sent mail, with day, role and link', () => {
    const found = invitedBefore(
      [batch('3', 'refused'), batch('2', 'invited'), batch('1', 'invited', '2026-11-01T10:00:00.000Z')],
      now,
    );
    const newest: InvitedBefore = { sentAt, role: 'WORKSPACE_ADMIN', link: 'https://p.example/2' };
    assert.deepEqual(Object.fromEntries(found), { 'a@x.org': newest });
  });

  for (const [outcome, counts] of [
    ['invited', true],
    ['unknown', true],
    ['sending', true],
    ['refused', false],
    ['notSent', false],
    ['notConfirmed', true],
    ['alreadyMember', false],
  ] as const) {
    it(`${counts ? 'includes' : 'leaves out'} those whose outcome is “${outcome}”`, () => {
      assert.equal(invitedBefore([batch('1', outcome)], now).has('a@x.org'), counts);
    });
  }
});
