import { strict as assert } from 'node:assert';
import { renameWorkspace } from '../../../../src/workspaces/commands/editCommands';
import { changeBody } from '../../../sandbox/faults';
import { openSignedIn, rowOf, type OpenExtension } from '../../support/openExtension';
import { onConfirm, onInput } from '../../support/prompts/scriptedPrompts';
import { perceptionLab, onRenaming, renameBox } from './renaming';

const keepTheirs = "Keep Prolific's Version";
const useMine = 'Use My Version';

describe('Renaming a workspace', () => {
  const { sandbox, idOf, titles, sent, rename } = onRenaming();

  describe('that somebody else renamed in the meantime', () => {
    const changedElsewhere = 'Someone else changed the title in the meantime.';

    function conflict(answer: string) {
      return rename(
        onInput(renameBox, async (box) => {
          sandbox().state.renameWorkspace(idOf(perceptionLab), 'Optics lab');
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

    it('keeps their title if the user chooses to', async () => {
      const { extension, result } = await conflict(keepTheirs);
      assert.deepEqual(result, { kind: 'done', text: 'keptTheirs' });
      assert.equal(sent().length, 0);
      assert.equal(extension.store.get(idOf('Optics lab'))?.title.raw, 'Optics lab');
    });

    it('overwrites it if the user chooses to, after reading it once more', async () => {
      const { result } = await conflict(useMine);
      assert.deepEqual(result, { kind: 'done', text: 'saved' });
      assert.ok(titles().includes('Vision lab'));
    });

    it('asks again if it was changed again in the meantime', async () => {
      const { result } = await rename(
        onInput(renameBox, (box) => {
          sandbox().state.renameWorkspace(idOf(perceptionLab), 'Optics lab');
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

    it('sends nothing if the question is canceled, and keeps what was typed', async () => {
      const { result } = await rename(
        onInput(renameBox, async (box) => {
          sandbox().state.renameWorkspace(idOf(perceptionLab), 'Optics lab');
          box.type('Vision lab');
          await box.accept();
          assert.deepEqual([box.value, box.note?.message], ['Vision lab', 'Nothing was sent.']);
          box.close();
        }),
        onConfirm(changedElsewhere, undefined),
      );
      assert.equal(result.kind, 'canceled');
      assert.equal(sent().length, 0);
    });

    it('is not shown as being saved while the question is open', async () => {
      const extension = await openSignedIn(
        sandbox(),
        onInput(renameBox, (box) => {
          sandbox().state.renameWorkspace(idOf(perceptionLab), 'Optics lab');
          box.type('Vision lab');
          return box.accept();
        }),
        onConfirm(changedElsewhere, () => {
          const target = { workspaceId: workspaceIn(extension, 'Optics lab').id };
          assert.equal(extension.changes.isBusy(target), false, 'the row says that it is being saved');
          return keepTheirs;
        }),
      );
      await renameWorkspace(extension, rowOf(extension, perceptionLab));
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

    it('is reported, and their title can be kept', async () => {
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

    it('is reported, and ours can be written again', async () => {
      overtake();
      const { result } = await rename(onInput(renameBox, 'Vision lab'), onConfirm(changedSince, useMine));
      assert.deepEqual(result, { kind: 'done', text: 'saved' });
      assert.ok(titles().includes('Vision lab'));
      assert.equal(sent().length, 2);
    });
  });
});

function workspaceIn({ store }: OpenExtension, title: string) {
  const found = [...store.list.workspaces.values()].find((workspace) => workspace.title.raw === title);
  assert.ok(found !== undefined, `the tree shows no “${title}”`);
  return found;
}
