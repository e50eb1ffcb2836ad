import { strict as assert } from 'node:assert';
import type { FinishedPerson } from '../../../../src/invitations/ledger/person';
import { inviteNobodyAgain, planInvitations } from '../../../../src/invitations/plan/plan';
import { reportOf } from '../../../../src/invitations/report/report';
import { describeInterruption, describeReport, summarize } from '../../../../src/invitations/report/summary';
import type { RunStop } from '../../../../src/invitations/send/sendBatch';
import type { RunOutcome } from '../../../../src/invitations/send/sendInvitations';
import { rejection } from '../send/modelServer';

const perceptionLab = { id: 'w1', title: { raw: 'Perception lab' } };

function reportFor(
  outcome: Partial<RunOutcome>,
  { members = [], workspace = perceptionLab }: { members?: string[]; workspace?: typeof perceptionLab } = {},
) {
  const people = outcome.people ?? [];
  const plan = planInvitations({
    entries: [...people.map(({ address }) => address), ...members].map((address) => ({ kind: 'valid', address })),
    members: members.map((email) => ({ email })),
    earlier: new Map(),
    role: 'WORKSPACE_COLLABORATOR',
    inviteAgain: inviteNobodyAgain,
  });
  const whole = { runId: 'r1', people, stoppedBy: undefined, notSaved: undefined, ...outcome };
  return reportOf(workspace, plan, whole, new Date());
}

const people: readonly FinishedPerson[] = [
  { address: 'a@x.org', outcome: 'invited' },
  { address: 'b@x.org', outcome: 'invited' },
  { address: 'c@x.org', outcome: 'rejected', serverMessage: 'No.' },
];

function message(stoppedBy: RunStop, outcome: FinishedPerson['outcome'] = 'notSent'): string {
  return describeReport([reportFor({ people: [{ address: 'a@x.org', outcome }], stoppedBy })]);
}

describe('The message about an interrupted run', () => {
  it('counts people on the list that the run had not come to, if there are any', () => {
    const [guess, ...rest] = describeInterruption(2);
    assert.match(guess ?? '', /^It looks like VS Code closed/);
    assert.deepEqual(rest, ["2 more people on this list weren't invited."]);
    assert.deepEqual(describeInterruption(0), [guess]);
  });
});

describe('The message after inviting', () => {
  it('says in numbers what became of everybody', () => {
    assert.equal(
      summarize(reportFor({ people }, { members: ['ada@x.org'] })),
      '2 invited to Perception lab, 1 already a member, and 1 rejected',
    );
  });

  it('counts people Prolific reported as members and people seen to be members together', () => {
    const report = reportFor(
      { people: [{ address: 'a@x.org', outcome: 'alreadyMember' }] },
      { members: ['ada@x.org'] },
    );
    assert.equal(summarize(report), '0 invited to Perception lab and 2 already members');
  });

  it('makes the title of a workspace harmless', () => {
    assert.doesNotMatch(
      summarize(reportFor({}, { workspace: { id: 'w1', title: { raw: '[x](command:y)' } } })),
      /\]\(/,
    );
  });

  it('names a workspace without a title by its id', () => {
    const report = reportFor({ people }, { workspace: { id: 'w1', title: { raw: ' ' } } });
    assert.equal(summarize(report), '2 invited to Untitled (w1) and 1 rejected');
  });

  const lost = {
    kind: 'timedOut',
    afterMs: 30_000,
    request: { method: 'POST', path: '/' },
    effect: 'unknown',
  } as const;
  const unnamed = rejection('invalid', 400, { detail: 'Bad [x](command:y).' });
  const stops: readonly (readonly [RunStop, RegExp])[] = [
    [{ kind: 'canceled' }, /1 not sent\. Canceled before/],
    [{ kind: 'sessionEnded', end: 'signedOut' }, /Nothing more was sent because you signed out/],
    [{ kind: 'sessionEnded', end: 'tokenRejected' }, /Nothing more was sent because Prolific no longer accepts/],
    [{ kind: 'sessionEnded', end: 'accountChanged' }, /Nothing more was sent because another account/],
    [{ kind: 'forgotten' }, /these invitations were forgotten/],
    [{ kind: 'interrupted' }, /didn't respond for a while/],
    [{ kind: 'noRight', failure: rejection('forbidden', 403, {}) }, /Only workspace admins can invite people/],
    [{ kind: 'rejectedNamingNobody', failure: unnamed }, /Prolific says: Bad .* The response doesn't say which/],
    [{ kind: 'rateLimited', failure: rejection('rateLimited', 429, {}) }, /Too many requests/],
    [{ kind: 'storage', failure: { kind: 'storage', doing: 'writing' } }, /Sending stopped: VS Code/],
  ];
  for (const [stoppedBy, expected] of stops) {
    it(`says why it stopped: ${stoppedBy.kind}${stoppedBy.kind === 'sessionEnded' ? `, ${stoppedBy.end}` : ''}`, () => {
      assert.match(message(stoppedBy), expected);
      assert.doesNotMatch(message(stoppedBy), /\]\(/);
    });
  }

  it('says that emails may have been sent when the response was lost', () => {
    assert.match(
      message({ kind: 'lostResponse', failure: lost }, 'unknown'),
      /1 unknown\. .*Emails may still have been/,
    );
  });

  it('says how many were skipped because another invitation to them was under way', () => {
    const skipped = { address: 'a@x.org', outcome: 'notSent', reason: 'invitedElsewhere' } as const;
    assert.match(describeReport([reportFor({ people: [skipped] })]), /1 not sent\. 1 person was skipped because/);
  });

  it('says that links are stored nowhere else if the ledger could not store them', () => {
    const report = reportFor({
      people: [{ address: 'a@x.org', outcome: 'invited', link: 'https://app.prolific.com/invite/1' }],
      stoppedBy: { kind: 'storage', failure: { kind: 'storage', doing: 'writing' } },
      notSaved: { kind: 'storage', doing: 'writing' },
    });
    assert.match(describeReport([report]), /links couldn't be saved\. Copy them now/);
  });
});
