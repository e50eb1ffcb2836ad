import { strict as assert } from 'node:assert';
import { exportMembers } from '../../../../src/people/commands/exportMembers';
import { onSandbox } from '../../support/onSandbox';
import { rowOf } from '../../support/openExtension';
import { onConfirm, onPick, onSaveFile } from '../../support/prompts/scriptedPrompts';
import { FullDisk, SavedFile } from '../../support/prompts/savedFile';
import { openPeople, palette } from './openPeople';

const title = 'Export Members';

describe('Export Members', () => {
  const sandbox = onSandbox();

  it('writes the name, address, role, owner, and workspace of everybody in its row’s workspace', async () => {
    const file = new SavedFile();
    const extension = await openPeople(sandbox(), onSaveFile(title, file));
    await exportMembers(extension, rowOf(extension, 'Perception lab'));
    const { id } = sandbox().state.workspaceTitled('Perception lab');
    const [header, ...rows] = (file.text ?? '').slice(1).trim().split('\r\n');
    assert.equal(header, 'Name,Email address,Role,Owner,Workspace,Workspace ID');
    assert.equal(rows.length, 5);
    assert.match(rows[0] ?? '', new RegExp(`^Ada Whitfield,ada@example.org,Admin,yes,Perception lab,${id}$`));
    assert.deepEqual(extension.prompts.statusMessages, ['5 members exported']);
    extension.prompts.finish();
  });

  it('offers one workspace or all from the palette', async () => {
    const file = new SavedFile();
    const extension = await openPeople(
      sandbox(),
      onPick(title, (list) => list.choose(list.labels[0] ?? '')),
      onSaveFile(title, file),
    );
    await exportMembers(extension, palette);
    const people = [...extension.store.list.workspaces.values()].flatMap(({ members }) => members);
    assert.equal((file.text ?? '').slice(1).trim().split('\r\n').length, people.length + 1);
    extension.expect(onPick(title, 'Perception lab'), onSaveFile(title, file));
    await exportMembers(extension, palette);
    assert.equal((file.text ?? '').slice(1).trim().split('\r\n').length, 6);
    extension.prompts.finish();
  });

  it('asks before personal data goes into a folder under version control', async () => {
    const [kept, declined] = [new SavedFile('thesis'), new SavedFile('thesis')];
    const extension = await openPeople(sandbox());
    const question = 'Save personal data in “thesis”, which is under version control?';
    extension.expect(onSaveFile(title, declined), onConfirm(question, undefined));
    assert.equal((await exportMembers(extension, rowOf(extension, 'Perception lab'))).kind, 'canceled');
    assert.equal(declined.text, undefined);
    extension.expect(onSaveFile(title, kept), onConfirm(question, 'Save'));
    await exportMembers(extension, rowOf(extension, 'Perception lab'));
    assert.ok(kept.text !== undefined);
    extension.prompts.finish();
  });

  it('says when the file could not be written', async () => {
    const extension = await openPeople(sandbox(), onSaveFile(title, new FullDisk()));
    const result = await exportMembers(extension, rowOf(extension, 'Perception lab'));
    assert.ok(result.kind === 'failed');
    assert.equal(result.problem.message, "Couldn't save the file there. Choose another location.");
    extension.prompts.finish();
  });
});
