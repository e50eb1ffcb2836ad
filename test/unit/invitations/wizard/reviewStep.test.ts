import { strict as assert } from 'node:assert';
import { maxPeople } from '../../../../src/invitations/ledger/bound';
import type { LedgerGap } from '../../../../src/invitations/ledger/ledger';
import { type Run, runOfRecords } from '../../../../src/invitations/ledger/run';
import { planInvitations } from '../../../../src/invitations/plan/plan';
import { reviewPlan, type ReviewOptions, sendRowOf } from '../../../../src/invitations/wizard/reviewStep';
import { onConfirm, onPick, ScriptedPrompts, type ScriptStep } from '../../support/prompts/scriptedPrompts';
import { invited, storedPeople } from '../../support/storedPeople';

const title = 'Invite Users to Perception lab';
const unreadable: LedgerGap = { kind: 'unreadable', people: 12 };
const unreadableRow = "Earlier invitations couldn't be read (people: 12)";
const question = 'Send without knowing who was already invited?';

interface Given {
  readonly addresses?: readonly string[];
  readonly toForget?: readonly Run[];
  readonly gap?: LedgerGap;
  /** What is still missing once it was read again. */
  readonly gapLater?: LedgerGap;
}

/** Asks about one person, unless there are others. */
async function review(given: Given, ...steps: readonly ScriptStep[]) {
  const prompts = new ScriptedPrompts(...steps);
  let { gap } = given;
  const entries = (given.addresses ?? ['a@x.org']).map((address) => ({ kind: 'valid', address }) as const);
  const options: ReviewOptions = {
    title,
    step: { number: 3, of: 3 },
    planFor: (inviteAgain) =>
      planInvitations({ entries, members: [], earlier: new Map(), role: 'WORKSPACE_COLLABORATOR', inviteAgain }),
    sendRow: sendRowOf,
    toForget: () => given.toForget ?? [],
    gap: () => gap,
    readAgain: () => {
      gap = given.gapLater;
      return Promise.resolve();
    },
  };
  const result = await reviewPlan(prompts, options);
  prompts.finish();
  return result.kind === 'answered' ? { sendsDespiteGap: result.value.sendsDespiteGap } : result.kind;
}

describe('The review step', () => {
  it('ends with what will be sent', async () => {
    assert.deepEqual(await review({}, onPick(title, 'Invite 1 person')), { sendsDespiteGap: false });
  });

  it('is left with Escape', async () => {
    assert.equal(
      await review(
        {},
        onPick(title, (list) => list.close()),
      ),
      'canceled',
    );
  });

  describe('if earlier invitations could not be read', () => {
    it('says so, for how many people, and sends nothing without asking', async () => {
      const result = await review(
        { gap: unreadable, gapLater: unreadable },
        onPick(title, (list) => {
          assert.deepEqual(list.labels, ['Invite 1 person', unreadableRow]);
          list.choose('Invite 1 person');
        }),
        onConfirm(question, ({ buttons }) => {
          assert.deepEqual(buttons, ['Retry', 'Send Anyway'], 'Enter does not send');
          return undefined;
        }),
        onPick(title, 'Invite 1 person'),
        onConfirm(question, 'Send Anyway'),
      );
      assert.deepEqual(result, { sendsDespiteGap: true });
    });

    it('says so if the number is unknown', async () => {
      await review(
        { gap: { kind: 'unreadable', people: undefined } },
        onPick(title, (list) => {
          assert.deepEqual(list.labels, ['Invite 1 person', "Earlier invitations couldn't be read"]);
          list.close();
        }),
      );
    });

    it('reads them again from its row, and no longer asks once they are known', async () => {
      const result = await review(
        { gap: unreadable },
        onPick(title, unreadableRow),
        onPick(title, (list) => {
          assert.deepEqual(list.labels, ['Invite 1 person']);
          list.choose('Invite 1 person');
        }),
      );
      assert.deepEqual(result, { sendsDespiteGap: false });
    });

    it('reads them again from the question too', async () => {
      const result = await review(
        { gap: unreadable },
        onPick(title, 'Invite 1 person'),
        onConfirm(question, 'Retry'),
        onPick(title, 'Invite 1 person'),
      );
      assert.deepEqual(result, { sendsDespiteGap: false });
    });
  });

  it('says what a host that can’t list secrets can’t know, and continues', async () => {
    const row = "Invitations sent before you opened this window can't be checked.";
    const result = await review({ gap: { kind: 'cannotList' } }, onPick(title, row), onPick(title, 'Invite 1 person'));
    assert.deepEqual(result, { sendsDespiteGap: false });
  });

  it('says before sending whose invitations will be forgotten to make room', async () => {
    const old = runOfRecords([storedPeople({ people: [invited('old@x.org'), invited('older@x.org')] })]);
    assert.ok(old !== undefined);
    const row = 'Oldest invitations that will be forgotten to make room: 2';
    await review(
      { toForget: [old] },
      onPick(title, row),
      onPick(row, (list) => {
        assert.deepEqual(list.labels, ['old@x.org', 'older@x.org']);
        list.close();
      }),
      onPick(title, 'Invite 1 person'),
    );
  });

  it('sends no more people than the ledger can keep, and says so', async () => {
    const addresses = Array.from({ length: maxPeople + 1 }, (_, index) => `p${index}@x.org`);
    const row = `You can't invite more than 20,000 people at once.`;
    await review(
      { addresses },
      onPick(title, (list) => {
        assert.deepEqual(list.labels, [row]);
        list.choose(row);
      }),
      onPick(title, (list) => list.close()),
    );
  });
});
