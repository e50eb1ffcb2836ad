import { strict as assert } from 'node:assert';
import { readAddresses } from '../../../src/addresses/addresses';
import { userInvites } from '../../../src/agent/tools/reviewInvitation';
import { inviteNobodyAgain, planInvitations } from '../../../src/invitations/plan/plan';
import { workspaceOf } from '../support/apiValues';
import { onConfirm, onPick, ScriptedPrompts, type ScriptStep } from '../support/prompts/scriptedPrompts';

const no = () => false;

describe('People an agent wants to invite', () => {
  const workspace = workspaceOf('w1', { title: 'Lab' });

  function ask(count: number, ...steps: readonly ScriptStep[]) {
    const entries = readAddresses(Array.from({ length: count }, (_, index) => `p${index}@example.org`).join('\n'));
    const plan = planInvitations({
      entries: [...entries, ...readAddresses('nobody')],
      members: [],
      earlier: new Map(),
      role: 'WORKSPACE_COLLABORATOR',
      inviteAgain: inviteNobodyAgain,
    });
    const prompts = new ScriptedPrompts(...steps);
    return { prompts, invites: userInvites({ prompts, isSending: no }, workspace, plan) };
  }

  for (const [count, people] of [
    [1, '1 person'],
    [300, '300 people'],
  ] as const) {
    it(`are shown as a number and a workspace, and can all be reviewed (${count})`, async () => {
      const question = `Invite ${people} to Lab as Collaborator?`;
      const { prompts, invites } = ask(
        count,
        onConfirm(question, ({ detail, buttons, isUnexpected }) => {
          assert.ok(isUnexpected, 'it could be agreed to before it was read');
          assert.match(detail ?? '', /An AI agent requested this\.\nInvalid addresses: 1\n/);
          assert.deepEqual(buttons, ['Review People', 'Invite']);
          return 'Review People';
        }),
        onPick('Invite Users to Lab', (list) => {
          assert.deepEqual(list.labels.slice(-2), [`p${count - 1}@example.org`, 'nobody']);
          assert.equal(list.rows.length, count + 1);
          return list.accept();
        }),
        onConfirm(question, 'Invite'),
      );
      assert.equal(await invites, true);
      prompts.finish();
    });
  }

  it('get no email however often Enter is pressed', async () => {
    const enter: readonly ScriptStep[] = [
      onConfirm(/^Invite/, ({ buttons }) => buttons[0]),
      onPick('Invite Users to Lab', (list) => list.accept()),
    ];
    const { prompts, invites } = ask(12, ...enter, ...enter, ...enter, onConfirm(/^Invite/, undefined));
    assert.equal(await invites, false, 'Enter agreed to it');
    prompts.finish();
  });

  it('aren’t asked about again over a prompt that the user opened instead of the list', async () => {
    const own = { message: 'Own', choices: [] };
    const { prompts, invites } = ask(
      2,
      onConfirm(/^Invite/, 'Review People'),
      onPick('Invite Users to Lab', (list) => {
        void prompts.confirm(own);
        list.close();
      }),
      onConfirm('Own', () => new Promise(() => undefined)),
    );
    assert.equal(await invites, false);
    prompts.finish();
  });
});
