import { strict as assert } from 'node:assert';
import type { SettledPerson } from '../../../../src/invitations/ledger/batch';
import type { StoppedBy } from '../../../../src/invitations/send/interpretResponse';
import { planInvitations } from '../../../../src/invitations/plan/plan';
import { describeOutcome, summarize } from '../../../../src/invitations/report/summary';
import { workspaceOf } from '../../support/made';
import { refusal } from '../send/modelServer';

function planWith(toInvite: readonly string[], members: readonly string[] = []) {
  return planInvitations({
    entries: [...toInvite, ...members].map((address) => ({ kind: 'valid', address })),
    members: members.map((email) => ({ email })),
    invitedBefore: new Map(),
    role: 'WORKSPACE_COLLABORATOR',
    inviteAgain: false,
  });
}

const lab = workspaceOf('w1', { title: 'Perception lab' });

const people: readonly SettledPerson[] = [
  { address: 'a@x.org', outcome: 'invited' },
  { address: 'b@x.org', outcome: 'invited' },
  { address: 'c@x.org', outcome: 'refused', words: 'No.' },
];

function message(stoppedBy: StoppedBy | undefined, outcome: SettledPerson['outcome'] = 'notSent'): string {
  return describeOutcome(lab, planWith(['a@x.org']), {
    people: [{ address: 'a@x.org', outcome }],
    stoppedBy,
    notKept: undefined,
  });
}

describe('The message after inviting', () => {
  it('tells in numbers what became of everybody', () => {
    assert.equal(
      summarize(lab, planWith(['a@x.org', 'b@x.org', 'c@x.org'], ['ada@x.org']), people),
      '2 invited to Perception lab, 1 already a member, and 1 rejected',
    );
  });

  it('takes those whom Prolific called members and those who were seen to be members together', () => {
    const end: readonly SettledPerson[] = [{ address: 'a@x.org', outcome: 'alreadyMember' }];
    assert.equal(
      summarize(lab, planWith(['a@x.org'], ['ada@x.org']), end),
      '0 invited to Perception lab and 2 already members',
    );
  });

  it('makes the title of a workspace harmless', () => {
    assert.doesNotMatch(summarize({ ...lab, title: '[x](command:y)' }, planWith([]), []), /\]\(/);
  });

  it('names a workspace without a title by its id', () => {
    assert.equal(
      summarize({ ...lab, title: ' ' }, planWith(['a@x.org']), people),
      '2 invited to Untitled (w1) and 1 rejected',
    );
  });

  it('says why it stopped', () => {
    const nobody = { people: ['a@x.org'], failure: refusal('invalid', 400, { detail: 'Bad [x](command:y).' }) };
    const lost = {
      kind: 'timedOut',
      afterMs: 30_000,
      request: { method: 'POST', path: '/' },
      effect: 'unknown',
    } as const;
    assert.match(
      message({ kind: 'noRight', failure: refusal('forbidden', 403, {}) }),
      /Only workspace admins can invite people/,
    );
    assert.match(message({ kind: 'refusedNamingNobody', ...nobody }), /Prolific says: Bad .* It doesn't say which/);
    assert.doesNotMatch(message({ kind: 'refusedNamingNobody', ...nobody }), /\]\(/);
    assert.match(
      message({ kind: 'lostAnswer', failure: lost }, 'unknown'),
      /1 unknown\. .*Emails may still have been sent/,
    );
    assert.match(
      message({ kind: 'storage', failure: { kind: 'storage', doing: 'writing' } }),
      /Sending stopped: VS Code/,
    );
    assert.match(message({ kind: 'cancelled' }), /1 not sent\. Canceled before/);
    assert.match(message({ kind: 'rateLimited', failure: refusal('rateLimited', 429, {}) }), /Too many requests/);
  });

  it('says that links are nowhere but here when the ledger could not take them', () => {
    const end = {
      people: [{ address: 'a@x.org', outcome: 'invited', link: 'https://app.prolific.com/invite/1' }],
      stoppedBy: { kind: 'storage', failure: { kind: 'storage', doing: 'writing' } },
      notKept: { kind: 'storage', doing: 'writing' },
    } as const;
    assert.match(describeOutcome(lab, planWith(['a@x.org']), end), /links couldn't be saved\. Copy them now/);
  });
});
