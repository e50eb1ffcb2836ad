import { strict as assert } from 'node:assert';
import { busy } from '../../../src/agent/askingUser';
import { prepareRename } from '../../../src/agent/tools/prepareRename';
import { failWith } from '../../sandbox/faults';
import { onSandbox } from '../support/onSandbox';
import { openSignedIn } from '../support/openExtension';
import { onConfirm, onInput, onNotify, type ScriptStep } from '../support/prompts/scriptedPrompts';

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
