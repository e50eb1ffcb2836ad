import { strict as assert } from 'node:assert';
import { readAddresses } from '../../../src/addresses/addresses';
import { busy } from '../../../src/agent/askingUser';
import { prepareInvitation } from '../../../src/agent/prepareInvitation';
import { prepareRename } from '../../../src/agent/prepareRename';
import { userInvites } from '../../../src/agent/reviewInvitation';
import { runTool } from '../../../src/agent/tool';
import { inviteNobodyAgain, planInvitations } from '../../../src/invitations/plan/plan';
import { failWith } from '../../sandbox/faults';
import { workspaceOf } from '../support/apiValues';
import { onSandbox } from '../support/onSandbox';
import { openInviting } from '../support/openInvitations';
import { openSignedIn } from '../support/openExtension';
import { onConfirm, onInput, onNotify, onPick, ScriptedPrompts, type ScriptStep } from '../support/scriptedPrompts';

const { signal } = new AbortController();
const no = () => false;

describe('A title that an agent suggests', () => {
  const sandbox = onSandbox();
  const perceptionLab = 'Perception lab';
  const question = `Rename workspace “${perceptionLab}” to “Vision lab”?`;
  const titles = () => sandbox().state.workspaces.map(({ title }) => title);

  async function suggest(...steps: readonly ScriptStep[]) {
    const extension = await openSignedIn(sandbox(), ...steps);
    const tool = prepareRename({ ...extension, isSending: no });
    const answer = await tool.run(
      { workspaceId: sandbox().state.workspaceTitled(perceptionLab).id, title: 'Vision lab' },
      signal,
    );
    await new Promise((resolve) => setImmediate(resolve));
    extension.prompts.finish();
    return { extension, answer };
  }

  it('is saved only when the user chooses Rename, which Enter does not', async () => {
    const { answer } = await suggest(
      onConfirm(question, ({ detail, buttons, isUnexpected }) => {
        assert.ok(isUnexpected, 'it could be agreed to before it was read');
        assert.match(detail ?? '', /An AI agent requested this/);
        assert.deepEqual(buttons, ['Edit Title', 'Rename']);
        return 'Rename';
      }),
    );
    assert.match(answer, /has decided on a title/);
    assert.ok(titles().includes('Vision lab'));
  });

  it('can be edited, and then needs confirming again', async () => {
    await suggest(
      onConfirm(question, 'Edit Title'),
      onInput(`Rename Workspace “${perceptionLab}”`, (box) => {
        assert.equal(box.value, 'Vision lab');
        box.type('Optics lab');
        return box.accept();
      }),
      onConfirm(`Rename workspace “${perceptionLab}” to “Optics lab”?`, 'Rename'),
    );
    assert.ok(titles().includes('Optics lab'));
  });

  it('isn’t asked about again over a prompt that the user opened instead of its box', async () => {
    const extension = await openSignedIn(sandbox());
    extension.expect(
      onConfirm(question, 'Edit Title'),
      onInput(`Rename Workspace “${perceptionLab}”`, (box) => {
        void extension.prompts.confirm({ message: 'Own', choices: [] });
        return box.accept();
      }),
      onConfirm('Own', () => new Promise(() => undefined)),
    );
    const input = { workspaceId: sandbox().state.workspaceTitled(perceptionLab).id, title: 'Vision lab' };
    assert.match(await prepareRename({ ...extension, isSending: no }).run(input, signal), /changed nothing/);
    extension.prompts.finish();
  });

  it('changes nothing however often Enter is pressed', async () => {
    const edit = (title: string): readonly ScriptStep[] => [
      onConfirm(title, ({ buttons }) => buttons[0]),
      onInput(`Rename Workspace “${perceptionLab}”`, (box) => box.accept()),
    ];
    const { answer } = await suggest(...edit(question), ...edit(question), onConfirm(question, undefined));
    assert.match(answer, /changed nothing/);
    assert.ok(titles().includes(perceptionLab));
    assert.deepEqual(sandbox().requests, []);
  });

  it('is rejected with fixed words for the model, and with Prolific’s words and Retry for the user', async () => {
    sandbox().fault(
      { method: 'PATCH' },
      failWith(403, { content: { type: 'json', value: { detail: 'Ask Bo Lindqvist.' } } }),
    );
    const { answer } = await suggest(onConfirm(question, 'Rename'), onNotify(/Prolific says: Ask Bo Lindqvist/));
    assert.equal(answer, 'The title may not have been saved. The user has been told why.');
  });

  it('waits while the user has another prompt open, or a run is in progress', async () => {
    const extension = await openSignedIn(sandbox());
    const input = { workspaceId: sandbox().state.workspaceTitled(perceptionLab).id, title: 'Vision lab' };
    extension.expect(
      onConfirm('Own', async () => {
        assert.equal(await prepareRename({ ...extension, isSending: no }).run(input, signal), busy);
        return undefined;
      }),
    );
    await extension.prompts.confirm({ message: 'Own', choices: [] });
    assert.equal(await prepareRename({ ...extension, isSending: () => true }).run(input, signal), busy);
    extension.prompts.finish();
  });

  it('is dropped if the request is canceled in the meantime', async () => {
    const extension = await openSignedIn(sandbox());
    const controller = new AbortController();
    extension.expect(
      onConfirm(question, () => {
        controller.abort();
        return 'Rename';
      }),
    );
    const input = { workspaceId: sandbox().state.workspaceTitled(perceptionLab).id, title: 'Vision lab' };
    const answer = await prepareRename({ ...extension, isSending: no }).run(input, controller.signal);
    assert.match(answer, /canceled/);
    assert.ok(titles().includes(perceptionLab));
  });
});

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

  describe('are read', () => {
    const sandbox = onSandbox();

    async function invite(addresses: readonly string[], ...steps: readonly ScriptStep[]): Promise<string> {
      const extension = await openInviting(sandbox(), { steps });
      const tool = prepareInvitation({ ...extension, isSending: no });
      const { id: workspaceId } = sandbox().state.workspaceTitled('Perception lab');
      const answer = await runTool(
        tool,
        { workspaceId, addresses },
        signal,
        'prolific_prepareInvitation',
        extension.log,
      );
      extension.prompts.finish();
      return answer;
    }

    const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@example.org`);

    it('up to a thousand of them, as separate texts or in one', async () => {
      const one = people(1_001).slice(0, 30).join(', ');
      assert.match(await invite(people(1_001)), /input|addresses/i);
      assert.match(await invite([...people(1_000).slice(30), one, 'one-more@example.org']), /more than 1000 addresses/);
      assert.deepEqual(sandbox().invitationsSent, []);
      const question = onConfirm('Invite 1,000 people to Perception lab as Collaborator?', undefined);
      assert.match(await invite(people(1_000), question), /sent nothing/);
    });

    it('separately: a quotation mark in one does not affect the next', async () => {
      const question = onConfirm('Invite 3 people to Perception lab as Collaborator?', undefined);
      assert.match(await invite(['"A <a@x.org>', 'b@x.org', 'C" <c@x.org>'], question), /sent nothing/);
    });
  });

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
