import { strict as assert } from 'node:assert';
import {
  editWorkspaceDescription,
  renameProject,
  renameWorkspace,
} from '../../../../src/workspaces/commands/editCommands';
import { changeBody, delay, failWith, resetAfterProcessing } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, requestsTo, rowOf } from '../../support/openExtension';
import { onInput, onPick } from '../../support/prompts/scriptedPrompts';

const perceptionLab = 'Perception lab';
const renameBox = `Rename Workspace “${perceptionLab}”`;

describe('An edit without a proper response from Prolific', () => {
  const sandbox = onSandbox();
  const titles = () => sandbox().state.workspaces.map(({ title }) => title);
  const writes = () => requestsTo(sandbox()).filter((operation) => operation === 'update-workspace');

  async function rename() {
    const extension = await openSignedIn(sandbox(), onInput(renameBox, 'Vision lab'));
    const result = await renameWorkspace(extension, rowOf(extension, perceptionLab));
    extension.prompts.finish();
    return result;
  }

  it('is saved if Prolific has the text although the response was lost', async () => {
    sandbox().fault({ method: 'PATCH' }, resetAfterProcessing());
    assert.deepEqual(await rename(), { kind: 'done', text: 'saved' });
    assert.equal(writes().length, 1);
  });

  it('is saved if Prolific has the text, whatever the response says', async () => {
    sandbox().fault(
      { method: 'PATCH' },
      changeBody(() => ({ detail: 'ok' })),
    );
    assert.deepEqual(await rename(), { kind: 'done', text: 'saved' });
    assert.equal(writes().length, 1);
  });

  it('is uncertain after a server error', async () => {
    sandbox().fault({ method: 'PATCH' }, failWith(500));
    const extension = await openSignedIn(
      sandbox(),
      onInput(renameBox, async (box) => {
        box.type('Vision lab');
        await box.accept();
        assert.match(box.note?.message ?? '', /Couldn't confirm whether the title was saved/);
        box.close();
      }),
    );
    await renameWorkspace(extension, rowOf(extension, perceptionLab));
    extension.prompts.finish();
    assert.ok(titles().includes(perceptionLab));
    assert.equal(writes().length, 1);
  });

  it('shows Prolific’s own words under the box for a text that it rejects', async () => {
    sandbox().behavior.maxTitleLength = 30;
    const tooLong = 'A title far longer than thirty characters';
    const extension = await openSignedIn(
      sandbox(),
      onInput(renameBox, async (box) => {
        box.type(tooLong);
        await box.accept();
        assert.match(box.note?.message ?? '', /title: Ensure this field has no more than 30 characters/);
        assert.equal(box.value, tooLong);
        box.close();
      }),
    );
    await renameWorkspace(extension, rowOf(extension, perceptionLab));
    extension.prompts.finish();
  });
});

describe('An edit', () => {
  const sandbox = onSandbox();

  it('waits for its turn after an earlier one, whose box may be closed', async () => {
    sandbox().fault({ method: 'PATCH', times: 1 }, delay(30));
    const extension = await openSignedIn(
      sandbox(),
      onInput(/^Edit Description/, (box) => {
        box.type('First');
        void box.accept();
        box.close();
      }),
      onInput(renameBox, 'Vision lab'),
    );
    const row = rowOf(extension, perceptionLab);
    await Promise.all([editWorkspaceDescription(extension, row), renameWorkspace(extension, row)]);
    extension.prompts.finish();
    const once = ['get-workspace', 'update-workspace', 'get-workspace'];
    assert.deepEqual(requestsTo(sandbox()), [...once, ...once]);
    assert.equal(sandbox().state.workspaceTitled('Vision lab').description, 'First');
  });

  it('starts without a warning for an owner whose roles Prolific does not report', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onInput('Rename Workspace “My workspace”', (box) => {
        assert.equal(box.note, undefined);
        box.close();
      }),
    );
    await renameWorkspace(extension, rowOf(extension, 'My workspace'));
    extension.prompts.finish();
  });

  it('of a project fails with remedies if the projects can’t be read', async () => {
    sandbox().fault({ operation: 'get-projects' }, failWith(503));
    const extension = await openSignedIn(sandbox(), onPick('Rename Project', perceptionLab));
    const result = await renameProject(extension, { kind: 'palette' });
    extension.prompts.finish();
    assert.ok(result.kind === 'failed');
    assert.deepEqual(result.problem.remedies, [{ kind: 'retry' }, { kind: 'openStatusPage' }]);
  });

  it('of a project acts on the row it’s called on, and on nothing if that project is gone', async () => {
    const extension = await openSignedIn(sandbox(), onInput('Rename Project “Pilot”', 'Pretest'));
    const target = rowOf(extension, perceptionLab);
    assert.ok(target.kind === 'row' && target.row.workspaceId !== undefined);
    const { value = [] } = await extension.details.whenProjectsRead(target.row.workspaceId);
    const pilot = value.find(({ title }) => title.raw === 'Pilot');
    assert.ok(pilot !== undefined);
    const row = { ...target.row, kind: 'project', projectId: pilot.id };
    assert.equal((await renameProject(extension, { ...target, row })).kind, 'done');
    assert.equal((await renameProject(extension, target)).kind, 'failed', 'no project’s row');
    extension.prompts.finish();
  });

  it('of a project says to create one first if the workspace has none', async () => {
    const extension = await openSignedIn(sandbox(), onPick('Rename Project', 'Consumer panel'));
    const result = await renameProject(extension, { kind: 'palette' });
    extension.prompts.finish();
    assert.ok(result.kind === 'failed');
    assert.equal(result.problem.message, 'This workspace has no projects yet. Create one first.');
  });
});
