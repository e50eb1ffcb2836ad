import { strict as assert } from 'node:assert';
import { createProject } from '../../../../src/workspaces/commands/createProject';
import { createWorkspace } from '../../../../src/workspaces/commands/createWorkspace';
import { renameWorkspace } from '../../../../src/workspaces/commands/editCommands';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, rowOf } from '../../support/openExtension';
import { onConfirm, onInput, onPick } from '../../support/prompts/scriptedPrompts';

/** VS Code rejects if the row is just being redrawn. */
const rejection = Promise.reject(new Error('TreeError: Data tree node not found'));
rejection.catch(() => undefined);
const notFound: unknown = rejection;

describe('A change that was saved counts as a success even if VS Code can’t show its row', () => {
  const sandbox = onSandbox();

  it('a renamed workspace', async () => {
    const extension = await openSignedIn(sandbox(), onInput(/^Rename Workspace/, 'Vision lab'));
    const target = rowOf(extension, 'Perception lab');
    assert.equal((await renameWorkspace({ ...extension, reveal: () => notFound }, target)).kind, 'done');
  });

  it('a new project', async () => {
    const box = 'Create Project in “Perception lab”';
    const extension = await openSignedIn(sandbox(), onInput(box, 'Illusions'), onInput(box, ''));
    const target = rowOf(extension, 'Perception lab');
    assert.equal((await createProject({ ...extension, reveal: () => notFound }, target)).kind, 'done');
  });

  it('a new workspace', async () => {
    const box = 'Create Workspace';
    const extension = await openSignedIn(
      sandbox(),
      onInput(box, 'Sleep lab'),
      onPick(box, 'US Dollar'),
      onConfirm(/^Create workspace “Sleep lab”/, 'Create'),
    );
    assert.equal((await createWorkspace({ ...extension, reveal: () => notFound })).kind, 'done');
  });
});
