import { strict as assert } from 'node:assert';
import { findWorkspace } from '../../../src/sidebar/commands/findWorkspace';
import { refresh, retry } from '../../../src/sidebar/commands/refresh';
import { renameSelected } from '../../../src/sidebar/commands/renameSelected';
import { failWith } from '../../sandbox/faults';
import { onSandbox } from '../support/onSandbox';
import { openExtension, openSignedIn, requestsTo, rowOf, type OpenExtension } from '../support/openExtension';
import { onInput, onPick } from '../support/prompts/scriptedPrompts';

const perceptionLab = 'Perception lab';

describe('A command of the Workspaces view', () => {
  const sandbox = onSandbox();
  const idOf = (title: string) => sandbox().state.workspaceTitled(title).id;

  /** Counts how often the view is told to read all it shows. */
  function countingView() {
    const view = {
      refreshes: 0,
      refresh: () => {
        view.refreshes += 1;
        return Promise.resolve();
      },
    };
    return view;
  }

  describe('Find Workspace', () => {
    it('shows the row that was picked', async () => {
      const extension = await openSignedIn(sandbox(), onPick('Find Workspace', perceptionLab));
      assert.equal((await findWorkspace(extension)).kind, 'done');
      assert.deepEqual(extension.revealed, [{ workspaceId: idOf(perceptionLab) }]);
    });

    it('shows no row if the picker is closed', async () => {
      const extension = await openSignedIn(
        sandbox(),
        onPick('Find Workspace', (list) => list.close()),
      );
      assert.equal((await findWorkspace(extension)).kind, 'canceled');
      assert.deepEqual(extension.revealed, []);
    });
  });

  describe('Refresh Workspaces', () => {
    it('reads what is shown', async () => {
      const view = countingView();
      await refresh(await openSignedIn(sandbox()), view);
      assert.equal(view.refreshes, 1);
    });

    it('restarts the session if it couldn’t start', async () => {
      const first = await openSignedIn(sandbox());
      sandbox().fault({}, failWith(503));
      const extension = openExtension(sandbox(), { secrets: first.secrets });
      await extension.sessions.open();
      assert.equal((await extension.sessions.settled()).kind, 'unreachable');
      sandbox().clearFaults();
      const view = countingView();
      await refresh(extension, view);
      assert.equal((await extension.sessions.settled()).kind, 'signedIn');
      assert.equal(view.refreshes, 0);
    });
  });

  describe('Retry', () => {
    it('reloads what failed to load in the workspace, and nothing else', async () => {
      const extension = await withoutBalance();
      sandbox().clearFaults();
      const view = countingView();
      assert.equal((await retry(extension, rowOf(extension, perceptionLab), view)).kind, 'done');
      assert.deepEqual(requestsTo(sandbox()), ['get-workspace-balance']);
      assert.equal(view.refreshes, 0);
    });

    it('says why if it fails again', async () => {
      const extension = await withoutBalance();
      const result = await retry(extension, rowOf(extension, perceptionLab), countingView());
      assert.ok(result.kind === 'failed');
      assert.match(result.problem.message, /having problems/);
    });

    it('is the same as Refresh outside a workspace', async () => {
      const view = countingView();
      await retry(await openSignedIn(sandbox()), { kind: 'palette' }, view);
      assert.equal(view.refreshes, 1);
    });

    it('does nothing for a row that was just being redrawn', async () => {
      const view = countingView();
      assert.equal((await retry(await openSignedIn(sandbox()), { kind: 'redrawnRow' }, view)).kind, 'failed');
      assert.equal(view.refreshes, 0);
    });

    async function withoutBalance(): Promise<OpenExtension> {
      const extension = await openSignedIn(sandbox());
      const id = workspaceIdOf(extension, perceptionLab);
      sandbox().fault({ operation: 'get-workspace-balance' }, failWith(503));
      await Promise.all([extension.details.whenProjectsRead(id), extension.details.whenBalanceRead(id)]);
      sandbox().clearRequests();
      return extension;
    }
  });

  describe('F2', () => {
    const selecting = (extension: OpenExtension, row?: ReturnType<typeof rowIdsOf>) => ({
      ...extension,
      selectedRow: () => row,
    });

    it('renames the row it’s called on, not the selected one', async () => {
      const extension = await openSignedIn(sandbox(), onInput(`Rename Workspace “${perceptionLab}”`, 'Vision lab'));
      const selected = rowIdsOf(extension, 'Consumer panel');
      await renameSelected(selecting(extension, selected), rowOf(extension, perceptionLab));
      assert.ok(sandbox().state.workspaces.some(({ title }) => title === 'Vision lab'));
    });

    it('renames the selected row if VS Code doesn’t say which', async () => {
      const extension = await openSignedIn(sandbox(), onInput(`Rename Workspace “${perceptionLab}”`, 'Vision lab'));
      await renameSelected(selecting(extension, rowIdsOf(extension, perceptionLab)), { kind: 'palette' });
      assert.ok(sandbox().state.workspaces.some(({ title }) => title === 'Vision lab'));
    });

    it('renames a project', async () => {
      const extension = await openSignedIn(
        sandbox(),
        onInput(/^Rename Project “/, (box) => box.close()),
      );
      const workspaceId = workspaceIdOf(extension, perceptionLab);
      const [project] = (await extension.details.whenProjectsRead(workspaceId)).value ?? [];
      assert.ok(project !== undefined);
      const row = { kind: 'project', id: 'row', workspaceId, projectId: project.id };
      const result = await renameSelected(selecting(extension), { kind: 'row', row, isFromMenu: false });
      assert.equal(result.kind, 'canceled');
      extension.prompts.finish();
    });

    it('says what can be renamed if called on any other row or none', async () => {
      const extension = await openSignedIn(sandbox());
      const row = { kind: 'member', id: 'row' };
      await renameSelected(selecting(extension), { kind: 'row', row, isFromMenu: false });
      await renameSelected(selecting(extension), { kind: 'palette' });
      const said = 'Only workspaces, projects, and studies can be renamed';
      assert.deepEqual(extension.prompts.statusMessages, [said, said]);
    });

    it('renames nothing if its row was just being redrawn', async () => {
      const extension = await openSignedIn(sandbox());
      const result = await renameSelected(selecting(extension, rowIdsOf(extension, perceptionLab)), {
        kind: 'redrawnRow',
      });
      assert.equal(result.kind, 'failed');
    });
  });
});

function rowIdsOf(extension: OpenExtension, title: string) {
  const target = rowOf(extension, title);
  assert.ok(target.kind === 'row');
  return target.row;
}

function workspaceIdOf(extension: OpenExtension, title: string) {
  const { workspaceId } = rowIdsOf(extension, title);
  assert.ok(workspaceId !== undefined);
  return workspaceId;
}
