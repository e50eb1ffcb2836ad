import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { removeFolder, temporaryFolder } from '../host/processes';
import { projectRoot } from '../host/projectRoot';
import type { Harness, HarnessOptions } from './harness';
import { useHarness } from './useHarness';

const table = 'Name,E-mail\nMei,mei@example.edu\nTom,Tom.Z@example.edu\n';
const virtualFolder = path.join(projectRoot, 'test', 'e2e', 'virtualFolder');

// All other files run without a folder.
describe('Where it works', () => {
  describe('in Restricted Mode', () => {
    const folder = temporaryFolder('class');
    writeFileSync(path.join(folder, 'students.csv'), table);
    after(() => removeFolder(folder));

    const harness = worksIn({ folder, isRestricted: true });

    it('the window stays restricted', () => harness().window.hasStatus('Restricted Mode'));

    it('it also works once the folder is trusted @host', async () => {
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

  describe('with a virtual folder', () => {
    worksIn({ folder: 'virtual:/class', testExtensions: [virtualFolder] });
  });
});

/** A short task that covers what could fail in an environment. */
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

  it('reads addresses from a file in the folder, up to the review', async () => {
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
