import { strict as assert } from 'node:assert';
import type { CommandResult } from '../../../../src/prompts/commandResult';
import {
  editDescription,
  editProjectDescription,
  renameProject,
  renameWorkspace,
} from '../../../../src/workspaces/commands/editCommands';
import { changeBody, delay, failWith, resetBeforeReading, tooManyRequests } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, requestsTo, rowOf, type OpenExtension } from '../../support/openExtension';
import { onConfirm, onInput, onPick, type ScriptStep } from '../../support/scriptedPrompts';
import { adasToken } from '../../support/signedInSession';

const lab = 'Perception lab';
const renameBox = `Rename Workspace “${lab}”`;
const keepTheirs = "Keep Prolific's Version";
const useMine = 'Use My Version';

describe('Renaming a workspace', () => {
  const sandbox = onSandbox();
  const idOf = (title: string) => sandbox().state.workspaceTitled(title).id;
  const titles = () => sandbox().state.workspaces.map(({ title }) => title);
  const sent = () => sandbox().requests.filter(({ method }) => method === 'PATCH');

  async function rename(...steps: readonly ScriptStep[]) {
    const extension = await openSignedIn(sandbox(), ...steps);
    const result = await renameWorkspace(extension, rowOf(extension, lab));
    extension.prompts.finish();
    return { extension, result };
  }

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

  it('sends nothing for the same title, and takes no empty one', async () => {
    const { result } = await rename(
      onInput(renameBox, async (box) => {
        assert.equal(box.value, lab);
        box.type('  ');
        await box.accept();
        assert.deepEqual(box.note, { message: 'Enter a title.', severity: 'error' });
        box.type(lab);
        await box.accept();
      }),
    );
    assert.deepEqual(result, { kind: 'done', text: 'unchanged' });
    assert.deepEqual(requestsTo(sandbox()), []);
  });

  it('warns of a title that the web app would not take, and sends it all the same', async () => {
    await rename(
      onInput(renameBox, (box) => {
        box.type('My very own workspace');
        assert.equal(box.note?.severity, 'warning');
        return box.accept();
      }),
    );
    assert.ok(titles().includes('My very own workspace'));
  });

  it('offers the selected workspace first when it is called from the palette', async () => {
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

  describe('that somebody else has renamed in the meantime', () => {
    const changedElsewhere = 'Someone else changed the title in the meantime.';

    function conflict(answer: string) {
      return rename(
        onInput(renameBox, async (box) => {
          sandbox().state.renameWorkspace(idOf(lab), 'Optics lab');
          box.type('Vision lab');
          await box.accept();
          box.close();
        }),
        onConfirm(changedElsewhere, (dialog) => {
          assert.deepEqual(dialog.buttons, [keepTheirs, useMine], 'Enter overwrites nothing');
          assert.equal(dialog.detail, "Your version: Vision lab\nProlific's version: Optics lab");
          return answer;
        }),
      );
    }

    it('keeps their title if told so', async () => {
      const { extension, result } = await conflict(keepTheirs);
      assert.deepEqual(result, { kind: 'done', text: 'keptTheirs' });
      assert.equal(sent().length, 0);
      assert.equal(extension.store.get(idOf('Optics lab'))?.title.raw, 'Optics lab');
    });

    it('writes over it if told so, after reading it once more', async () => {
      const { result } = await conflict(useMine);
      assert.deepEqual(result, { kind: 'done', text: 'saved' });
      assert.ok(titles().includes('Vision lab'));
    });

    it('asks again if it was changed again meanwhile', async () => {
      const { result } = await rename(
        onInput(renameBox, (box) => {
          sandbox().state.renameWorkspace(idOf(lab), 'Optics lab');
          box.type('Vision lab');
          return box.accept();
        }),
        onConfirm(changedElsewhere, () => {
          sandbox().state.renameWorkspace(idOf('Optics lab'), 'Light lab');
          return useMine;
        }),
        onConfirm(changedElsewhere, ({ detail }) => {
          assert.match(detail ?? '', /Prolific's version: Light lab/);
          return useMine;
        }),
      );
      assert.deepEqual(result, { kind: 'done', text: 'saved' });
      assert.ok(titles().includes('Vision lab'));
    });

    it('sends nothing when the question is cancelled, and keeps what was typed', async () => {
      const { result } = await rename(
        onInput(renameBox, async (box) => {
          sandbox().state.renameWorkspace(idOf(lab), 'Optics lab');
          box.type('Vision lab');
          await box.accept();
          assert.deepEqual([box.value, box.note?.message], ['Vision lab', 'Nothing was sent.']);
          box.close();
        }),
        onConfirm(changedElsewhere, undefined),
      );
      assert.equal(result.kind, 'cancelled');
      assert.equal(sent().length, 0);
    });

    it('is not shown as being saved while the question is open', async () => {
      const extension = await openSignedIn(
        sandbox(),
        onInput(renameBox, (box) => {
          sandbox().state.renameWorkspace(idOf(lab), 'Optics lab');
          box.type('Vision lab');
          return box.accept();
        }),
        onConfirm(changedElsewhere, () => {
          const target = { workspaceId: workspaceIn(extension, 'Optics lab').id };
          assert.equal(extension.changes.isBusy(target), false, 'the row says that it is being saved');
          return keepTheirs;
        }),
      );
      await renameWorkspace(extension, rowOf(extension, lab));
      extension.prompts.finish();
    });
  });

  describe('that is overtaken right after', () => {
    const changedSince = 'The title was saved, but Prolific now has a different one.';
    /** Somebody else's rename is carried out right after ours. */
    const overtake = (times = 1) =>
      sandbox().fault(
        { method: 'PATCH', times },
        changeBody((body) => {
          const ours = sandbox().state.workspaces.find(({ title }) => title === 'Vision lab');
          sandbox().state.renameWorkspace(ours?.id ?? '', 'Optics lab');
          return body;
        }),
      );

    it('is told, and their title can be kept', async () => {
      overtake();
      const { result, extension } = await rename(
        onInput(renameBox, 'Vision lab'),
        onConfirm(changedSince, (dialog) => {
          assert.deepEqual(dialog.buttons, [keepTheirs, useMine], 'Enter overwrites nothing');
          return keepTheirs;
        }),
      );
      assert.deepEqual(result, { kind: 'done', text: 'keptTheirs' });
      assert.equal(workspaceIn(extension, 'Optics lab').title.raw, 'Optics lab');
      assert.equal(sent().length, 1);
    });

    it('is told, and ours can be written again', async () => {
      overtake();
      const { result } = await rename(onInput(renameBox, 'Vision lab'), onConfirm(changedSince, useMine));
      assert.deepEqual(result, { kind: 'done', text: 'saved' });
      assert.ok(titles().includes('Vision lab'));
      assert.equal(sent().length, 2);
    });
  });

  describe('that is refused', () => {
    const refusedByCollaborator =
      "Only workspace admins can change this, and this account isn't one. Ask Grace Marlowe.";

    for (const status of [401, 403, 404] as const) {
      it(`says which right is missing, whom to ask, and what Prolific said (status ${status})`, async () => {
        sandbox().behaviour.notAdminStatus = status;
        const extension = await openSignedIn(
          sandbox(),
          onInput('Rename Workspace “Decision making”', async (box) => {
            assert.match(box.note?.message ?? '', /You aren't an admin/);
            box.type('Choices');
            await box.accept();
            const message = box.note?.message ?? '';
            assert.equal(message.slice(0, refusedByCollaborator.length), refusedByCollaborator);
            assert.match(message, / Prolific says: ./);
            assert.equal(box.value, 'Choices');
            box.close();
          }),
        );
        const result = await renameWorkspace(extension, rowOf(extension, 'Decision making'));
        assert.equal(result.kind, 'cancelled');
        extension.prompts.finish();
      });

      it(`claims nothing that the tree contradicts: an admin is not told to be none (status ${status})`, async () => {
        const content = { type: 'json', value: { detail: 'Workspaces of this plan are read-only.' } } as const;
        sandbox().fault({ method: 'PATCH' }, failWith(status, { content }));
        await rename(
          onInput(renameBox, async (box) => {
            box.type('Vision lab');
            await box.accept();
            assert.doesNotMatch(box.note?.message ?? '', /isn't one/);
            assert.match(box.note?.message ?? '', /Prolific says: Workspaces of this plan are read-only\./);
            box.close();
          }),
        );
      });
    }

    it('offers the remedies of that very failure, beside trying again, if its box was closed', async () => {
      sandbox().fault({ method: 'PATCH', times: 1 }, failWith(503));
      const { result, extension } = await rename(
        onInput(renameBox, (box) => {
          box.type('Vision lab');
          void box.accept();
          box.close();
        }),
      );
      assert.ok(result.kind === 'failed');
      assert.deepEqual(
        result.problem.remedies.map(({ kind }) => kind),
        ['openStatusPage', 'retry'],
      );
      extension.expect(
        onInput(renameBox, (box) => {
          assert.equal(box.value, 'Vision lab', 'what was typed is not lost');
          return box.accept();
        }),
      );
      assert.equal((await result.again?.())?.kind, 'done');
      extension.prompts.finish();
    });

    it('offers to sign in if Prolific no longer accepts the token', async () => {
      const { result } = await rename(
        onInput(renameBox, (box) => {
          sandbox().state.revokeToken(adasToken);
          box.type('Vision lab');
          void box.accept();
          box.close();
        }),
      );
      assert.ok(result.kind === 'failed');
      assert.deepEqual(
        result.problem.remedies.map(({ kind }) => kind),
        ['signIn', 'retry'],
      );
    });
  });

  it('goes on when its box is closed, and takes the keyboard from nobody then', async () => {
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

  it('says that it is uncertain when the connection is lost, and sends nothing twice', async () => {
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
    const result: CommandResult = await renameWorkspace(extension, rowOf(extension, lab));
    extension.prompts.finish();
    assert.equal(result.kind, 'done', 'it goes on once the same account is signed in again');
    assert.ok(titles().includes('Vision lab'));
  });
});

describe('Describing a workspace', () => {
  const sandbox = onSandbox();

  it('keeps line breaks, and sends the title as it is now along', async () => {
    const { id } = sandbox().state.workspaceTitled(lab);
    sandbox().state.describeWorkspace(id, 'One\nTwo');
    const extension = await openSignedIn(
      sandbox(),
      onInput(`Edit Description of Workspace “${lab}”`, (box) => {
        assert.equal(box.value, 'One↵Two');
        sandbox().state.renameWorkspace(id, 'Optics lab');
        box.type('One↵Two↵Three');
        return box.accept();
      }),
    );
    await editDescription(extension, rowOf(extension, lab));
    extension.prompts.finish();
    const { title, description } = sandbox().state.workspace(id);
    assert.deepEqual([title, description], ['Optics lab', 'One\nTwo\nThree']);
  });

  it('takes no empty description', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onInput(/^Edit Description/, async (box) => {
        box.type(' ');
        await box.accept();
        assert.match(box.note?.message ?? '', /can't be empty/);
        box.close();
      }),
    );
    assert.equal((await editDescription(extension, rowOf(extension, lab))).kind, 'cancelled');
    extension.prompts.finish();
  });
});

describe('Editing a project', () => {
  const sandbox = onSandbox();
  const projects = () => sandbox().state.workspaceTitled(lab).projects;

  it('picks workspace and project from the palette, with Back between them', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Rename Project', 'Decision making'),
      onPick('Rename Project', (list) => {
        assert.deepEqual([list.step, list.labels], ['2/2', ['Risk']]);
        list.back();
      }),
      onPick('Rename Project', lab),
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
      onPick('Edit Project Description', lab),
      onPick('Edit Project Description', 'Pilot'),
      onInput('Edit Description of Project “Pilot”', 'Second wave'),
    );
    await editProjectDescription(extension, { kind: 'palette' });
    extension.prompts.finish();
    assert.equal(projects().find(({ title }) => title === 'Pilot')?.description, 'Second wave');
  });
});

function workspaceIn({ store }: OpenExtension, title: string) {
  const found = [...store.list.workspaces.values()].find((workspace) => workspace.title.raw === title);
  assert.ok(found !== undefined, `the tree shows no “${title}”`);
  return found;
}
