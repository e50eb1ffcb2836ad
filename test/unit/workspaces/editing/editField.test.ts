import { strict as assert } from 'node:assert';
import type { CommandResult } from '../../../../src/prompts/commandResult';
import {
  editWorkspaceDescription,
  editProjectDescription,
  renameProject,
  renameWorkspace,
} from '../../../../src/workspaces/commands/editCommands';
import { delay, resetBeforeReading, tooManyRequests } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, requestsTo, rowOf } from '../../support/openExtension';
import { onInput, onPick } from '../../support/prompts/scriptedPrompts';
import { adasToken } from '../../support/session/signedInSession';
import { perceptionLab, onRenaming, renameBox } from './renaming';

describe('Renaming a workspace', () => {
  const { sandbox, idOf, titles, sent, rename } = onRenaming();

  it('says so while Prolific asks to wait', async () => {
    sandbox().fault({ operation: 'get-workspace', times: 1 }, tooManyRequests(0));
    const { result } = await rename(
      onInput(renameBox, async (input) => {
        input.type('Vision lab');
        const notes = await input.acceptAndWatch();
        assert.ok(
          notes.some((note) => /^Waiting \d seconds?, as requested by Prolific$/.test(note)),
          notes.join('\n'),
        );
      }),
    );
    assert.deepEqual(result, { kind: 'done', text: 'saved' });
  });

  it('reads, writes, and reads back, then shows the row', async () => {
    const { extension, result } = await rename(onInput(renameBox, 'Vision lab'));
    assert.deepEqual(result, { kind: 'done', text: 'saved' });
    assert.deepEqual(requestsTo(sandbox()), ['get-workspace', 'update-workspace', 'get-workspace']);
    assert.equal(extension.store.get(idOf('Vision lab'))?.title.raw, 'Vision lab');
    assert.deepEqual(extension.revealed, [{ workspaceId: idOf('Vision lab') }]);
    assert.deepEqual(extension.focused, [], 'VS Code gives the row its focus back; a menu may be open by now');
  });

  it('sends nothing for the same title, and rejects an empty one', async () => {
    const { result } = await rename(
      onInput(renameBox, async (box) => {
        assert.equal(box.value, perceptionLab);
        box.type('  ');
        await box.accept();
        assert.deepEqual(box.note, { message: 'Enter a title.', severity: 'error' });
        box.type(perceptionLab);
        await box.accept();
      }),
    );
    assert.deepEqual(result, { kind: 'done', text: 'unchanged' });
    assert.deepEqual(requestsTo(sandbox()), []);
  });

  it('warns about a title that the web app would reject, and sends it anyway', async () => {
    await rename(
      onInput(renameBox, (box) => {
        box.type('My very own workspace');
        assert.equal(box.note?.severity, 'warning');
        return box.accept();
      }),
    );
    assert.ok(titles().includes('My very own workspace'));
  });

  it('lists the selected workspace first when it is called from the palette', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Rename Workspace', (list) => {
        assert.equal(list.labels[0], 'Consumer panel');
        list.choose('Consumer panel');
      }),
      onInput('Rename Workspace “Consumer panel”', 'Panel'),
    );
    const selectedWorkspaceId = () => idOf('Consumer panel');
    await renameWorkspace({ ...extension, selectedWorkspaceId }, { kind: 'palette' });
    assert.deepEqual(extension.focused, extension.revealed, 'a row found by a picker gets the focus');
    extension.prompts.finish();
    assert.ok(titles().includes('Panel'));
  });

  it('continues if its box is closed, and doesn’t take the focus then', async () => {
    sandbox().fault({ method: 'PATCH', times: 1 }, delay(20));
    const { result, extension } = await rename(
      onInput(renameBox, (box) => {
        box.type('Vision lab');
        void box.accept();
        box.close();
      }),
    );
    assert.deepEqual(result, { kind: 'done', text: 'saved' });
    assert.deepEqual(extension.revealed, []);
  });

  it('says that it is uncertain if the connection is lost, and sends nothing twice', async () => {
    sandbox().fault({ method: 'PATCH' }, resetBeforeReading());
    await rename(
      onInput(renameBox, async (box) => {
        box.type('Vision lab');
        await box.accept();
        assert.match(box.note?.message ?? '', /Couldn't confirm whether the title was saved/);
        box.close();
      }),
    );
    assert.equal(sent().length, 1);
  });

  it('sends nothing for an account that was signed out while its box was open', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onInput(renameBox, async (box) => {
        await extension.sessions.signOut();
        box.type('Vision lab');
        await box.accept();
        assert.match(box.note?.message ?? '', /no longer signed in/);
        assert.deepEqual(box.note?.remedies, [{ kind: 'signIn' }]);
        await extension.sessions.signIn(adasToken);
        sandbox().clearRequests();
        await box.accept();
      }),
    );
    const result: CommandResult = await renameWorkspace(extension, rowOf(extension, perceptionLab));
    extension.prompts.finish();
    assert.equal(result.kind, 'done', 'it goes on once the same account is signed in again');
    assert.ok(titles().includes('Vision lab'));
  });
});

describe('Describing a workspace', () => {
  const sandbox = onSandbox();

  it('keeps line breaks, and sends the current title along', async () => {
    const { id } = sandbox().state.workspaceTitled(perceptionLab);
    sandbox().state.describeWorkspace(id, 'One\nTwo');
    const extension = await openSignedIn(
      sandbox(),
      onInput(`Edit Description of Workspace “${perceptionLab}”`, (box) => {
        assert.equal(box.value, 'One↵Two');
        sandbox().state.renameWorkspace(id, 'Optics lab');
        box.type('One↵Two↵Three');
        return box.accept();
      }),
    );
    await editWorkspaceDescription(extension, rowOf(extension, perceptionLab));
    extension.prompts.finish();
    const { title, description } = sandbox().state.workspace(id);
    assert.deepEqual([title, description], ['Optics lab', 'One\nTwo\nThree']);
  });

  it('rejects an empty description', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onInput(/^Edit Description/, async (box) => {
        box.type(' ');
        await box.accept();
        assert.match(box.note?.message ?? '', /can't be empty/);
        box.close();
      }),
    );
    assert.equal((await editWorkspaceDescription(extension, rowOf(extension, perceptionLab))).kind, 'canceled');
    extension.prompts.finish();
  });
});

describe('Editing a project', () => {
  const sandbox = onSandbox();
  const projects = () => sandbox().state.workspaceTitled(perceptionLab).projects;

  it('picks workspace and project from the palette, with Back between them', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Rename Project', 'Decision making'),
      onPick('Rename Project', (list) => {
        assert.deepEqual([list.step, list.labels], ['2/2', ['Risk']]);
        list.back();
      }),
      onPick('Rename Project', perceptionLab),
      onPick('Rename Project', (list) => {
        const { id = '' } = projects().find(({ title }) => title === 'Pilot') ?? {};
        assert.equal(list.rows.find(({ label }) => label === 'Pilot')?.detail, `${id} · First wave`);
        list.choose('Pilot');
      }),
      onInput('Rename Project “Pilot”', 'Pretest'),
    );
    await renameProject(extension, { kind: 'palette' });
    extension.prompts.finish();
    assert.ok(projects().some(({ title }) => title === 'Pretest'));
  });

  it('describes it', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Edit Project Description', perceptionLab),
      onPick('Edit Project Description', 'Pilot'),
      onInput('Edit Description of Project “Pilot”', 'Second wave'),
    );
    await editProjectDescription(extension, { kind: 'palette' });
    extension.prompts.finish();
    assert.equal(projects().find(({ title }) => title === 'Pilot')?.description, 'Second wave');
  });
});
