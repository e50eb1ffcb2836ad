import { strict as assert } from 'node:assert';
import { copyWorkspaceId } from '../../../../src/workspaces/commands/copyWorkspaceId';
import { openInBrowser } from '../../../../src/workspaces/commands/openInBrowser';
import { failWith } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openExtension, openSignedIn, rowOf } from '../../support/openExtension';
import { onInput, onPick } from '../../support/prompts/scriptedPrompts';
import { adasToken } from '../../support/session/signedInSession';

const perceptionLab = 'Perception lab';

describe('A command on a workspace', () => {
  const sandbox = onSandbox();
  const idOf = (title: string) => sandbox().state.workspaceTitled(title).id;

  it('copies the id of its row, and says so', async () => {
    const extension = await openSignedIn(sandbox());
    await copyWorkspaceId(extension, rowOf(extension, perceptionLab));
    assert.equal(extension.prompts.clipboard, idOf(perceptionLab));
    assert.deepEqual(extension.prompts.statusMessages, ['Workspace ID copied']);
    extension.prompts.finish();
  });

  it('opens the page of its row, of a workspace or a project', async () => {
    const extension = await openSignedIn(sandbox());
    const target = rowOf(extension, perceptionLab);
    assert.ok(target.kind === 'row');
    const { workspaceId } = target.row;
    assert.ok(workspaceId !== undefined);
    const { value = [] } = await extension.details.whenProjectsRead(workspaceId);
    const [project] = value;
    assert.ok(project !== undefined);
    await openInBrowser(extension, target);
    await openInBrowser(extension, { ...target, row: { ...target.row, kind: 'project', projectId: project.id } });
    assert.deepEqual(extension.prompts.openedPages, [
      `https://app.prolific.com/researcher/workspaces/${idOf(perceptionLab)}`,
      `https://app.prolific.com/researcher/workspaces/projects/${project.id}/`,
    ]);
  });

  it('asks for one from the palette, sorted by title, and does nothing when that is canceled', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Copy Workspace ID', (list) => {
        assert.ok(list.labels.indexOf('Consumer panel') < list.labels.indexOf(perceptionLab));
        list.close();
      }),
    );
    assert.equal((await copyWorkspaceId(extension, { kind: 'palette' })).kind, 'canceled');
    assert.equal(extension.prompts.clipboard, '');
    extension.prompts.finish();
  });

  it('signs in first if nobody is signed in, and then continues', async () => {
    const extension = openExtension(sandbox());
    await extension.sessions.open();
    extension.expect(onInput('Sign In to Prolific', adasToken), onPick('Copy Workspace ID', perceptionLab));
    assert.equal((await copyWorkspaceId(extension, { kind: 'palette' })).kind, 'done');
    assert.equal(extension.prompts.clipboard, idOf(perceptionLab));
    extension.prompts.finish();
  });

  it('never asks for another workspace if its row was just being redrawn, or is gone', async () => {
    const extension = await openSignedIn(sandbox());
    for (const target of [
      { kind: 'redrawnRow' } as const,
      { kind: 'row', row: { kind: 'workspace', id: 'gone' }, isFromMenu: true } as const,
    ]) {
      assert.equal((await copyWorkspaceId(extension, target)).kind, 'failed');
    }
    extension.prompts.finish();
  });

  it('says why there are none to choose from, with that failure’s remedies', async () => {
    const extension = openExtension(sandbox());
    await extension.sessions.open();
    sandbox().fault({ operation: 'get-workspaces' }, failWith(503));
    extension.expect(onInput('Sign In to Prolific', adasToken));
    const result = await copyWorkspaceId(extension, { kind: 'palette' });
    assert.ok(result.kind === 'failed');
    assert.deepEqual(result.problem.remedies, [{ kind: 'retry' }, { kind: 'openStatusPage' }]);
  });
});
