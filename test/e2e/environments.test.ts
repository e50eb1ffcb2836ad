import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { removeFolder, temporaryFolder } from '../host/processes';
import { projectRoot } from '../host/projectRoot';
import type { Harness, HarnessOptions } from './harness';
import { useHarness } from './useHarness';

const table = 'Name,E-mail\nMei,mei@example.edu\nTom,Tom.Z@example.edu\n';
const virtualFolder = path.join(projectRoot, 'test', 'e2e', 'virtualFolder');

// Without a folder all the other files play.
describe('Where it works', () => {
  describe('in Restricted Mode', () => {
    const folder = temporaryFolder('class');
    writeFileSync(path.join(folder, 'students.csv'), table);
    after(() => removeFolder(folder));

    const harness = worksIn({ folder, isRestricted: true });

    it('and the window is restricted all the time', () => harness().window.hasStatus('Restricted Mode'));

    it('and on after the folder was trusted @host', async () => {
      const { tree, window } = harness();
      await window.trustFolder();
      await window.hasNotStatus('Restricted Mode');
      await tree.pressInContextMenu('My workspace', 'Rename Workspace');
      await window.quickInput.answer('And in trust', 'Rename Workspace');
      await tree.has('And in trust');
      // VS Code remembers the trust.
      harness().abandonWindow();
    });
  });

  describe('beside a folder that is on no disk', () => {
    worksIn({ folder: 'virtual:/class', testExtensions: [virtualFolder] });
  });
});

/** A short job that touches what could fail in a place. */
function worksIn(options: HarnessOptions): () => Harness {
  const harness = useHarness(options);

  it('lists the workspaces and what is in them @host', async () => {
    const { tree } = harness();
    await tree.expand('Perception lab');
    await tree.has('Balance, £42.00 available of £125.00');
  });

  it('renames', async () => {
    const { tree, window, sandbox } = harness();
    await tree.pressInContextMenu('My workspace', 'Rename Workspace');
    await window.quickInput.answer('Renamed here', 'Rename Workspace');
    await tree.has('Renamed here');
    assert.equal(sandbox.state.workspaceTitled('Renamed here').title, 'Renamed here');
  });

  it('takes addresses from a file of the folder, as far as the check', async () => {
    const { tree, window } = harness();
    const { quickInput } = window;
    await window.openFromExplorer('students.csv');
    await window.hasEditorText('Tom.Z@example.edu');
    await window.selectAllInEditor();
    await window.openView('Prolific');
    await tree.pressInline('Perception lab', 'Invite Users');
    await quickInput.hasTitle('(1/3)');
    await quickInput.pressButton('Use Editor Selection');
    await quickInput.hasCheckedRows(['mei@example.edu, Mei', 'Tom.Z@example.edu, Tom']);
    await quickInput.accept();
    await quickInput.pick('Collaborator');
    await quickInput.hasRow('Invite 2 people');
    await quickInput.cancel();
  });

  return harness;
}
