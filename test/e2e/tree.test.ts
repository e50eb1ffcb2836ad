import { strict as assert } from 'node:assert';
import { failWith } from '../sandbox/faults';
import { useHarness } from './useHarness';
import { eventually } from './workbench/eventually';

describe('The Workspaces view', () => {
  const harness = useHarness();

  it('lists the workspaces by title, in every script', async () => {
    const { tree } = harness();
    await tree.hasSize(12);
    const labels = (await tree.rows()).map(({ label }) => label);
    assert.equal(labels.length, 12);
    const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
    assert.deepEqual(labels, [...labels].sort(collator.compare));
  });

  it('shows members with their roles under a workspace @host', async () => {
    const { tree } = harness();
    await tree.expand('Perception lab');
    await tree.expand('Members (5)');
    await tree.has('Ada Whitfield, member, Owner, Admin');
    await tree.has('Bo Lindqvist, member, Admin');
    await harness().screenshot('tree-dark');
  });

  it('shows more in the tooltip @host', async () => {
    await harness().tree.hasTooltip('Perception lab', /Ask Bo before you spend more than £200.*Owner: Ada Whitfield/);
  });

  it('shows what changed at Prolific after Refresh, and keeps rows expanded @host', async () => {
    const { tree, sandbox } = harness();
    const { state } = sandbox;
    await tree.expand('Perception lab');
    await tree.expand('Members (5)');
    state.renameWorkspace(state.workspaceTitled('Decision making').id, 'Decisions');
    await tree.pressInTitle('Refresh Workspaces');
    await tree.has('Decisions');
    await tree.hasNot('Decision making');
    await tree.has('Perception lab', ({ expanded }) => expanded === true);
    await tree.has('Bo Lindqvist');
  });

  it('keeps its rows if Prolific fails, says since when, and recovers with Retry @host', async () => {
    const { tree, sandbox, window } = harness();
    sandbox.fault({ path: '/workspaces/' }, failWith(500));
    await window.command('Prolific: Refresh Workspaces');
    await tree.has('Not updated since', undefined, { timeout: 30_000 });
    await tree.has('Perception lab');
    await harness().screenshot('refresh-failed');
    sandbox.clearFaults();
    await tree.click('Not updated since');
    await tree.hasNot('Not updated since');
  });

  it('finds a workspace by typing and shows it in the tree @host', async () => {
    const { tree, window } = harness();
    await window.command('Prolific: Find Workspace');
    await window.quickInput.hasTitle('Find Workspace');
    await window.quickInput.fill('sprachprod');
    await window.quickInput.hasOnlyRows(['Sprachproduktion']);
    await harness().screenshot('find-workspace');
    await window.quickInput.pick('Sprachproduktion');
    await tree.has('Sprachproduktion Tübingen', ({ selected }) => selected);
  });

  it('shows the account’s name', async () => {
    const { tree } = harness();
    await eventually(
      'the name beside that of the view',
      () => tree.description(),
      (seen) => seen === 'Ada Whitfield',
    );
  });

  it('opens its log @host', async () => {
    const { window, sandbox } = harness();
    const fault = sandbox.fault({ path: '/workspaces/' }, failWith(500));
    await window.command('Prolific: Refresh Workspaces');
    await harness().tree.has('Not updated since', undefined, { timeout: 30_000 });
    fault.clear();
    await window.command('Prolific: Show Log');
    await window.hasOutput(/GET \/api\/v1\/workspaces\/\S* 500/);
  });

  describe('below a workspace', () => {
    it('is requested when the workspace is expanded: projects with their kind, and the balance; it is kept for a minute @host', async () => {
      const { tree } = harness();
      await tree.expand('Perception lab');
      await tree.has('Projects (');
      await tree.has('Balance, £');
      assert.deepEqual(
        [...harness().requests()].sort(),
        ['GET /workspaces/:id/balance/', 'GET /workspaces/:id/projects/?limit=200&offset=0'].sort(),
      );
      await tree.expand('Projects (');
      await tree.expand('Balance');
      await tree.has('Rewards, £');
      await harness().screenshot('details-dark');
      harness().sandbox.clearRequests();
      await tree.collapse('Perception lab');
      await tree.expand('Perception lab');
      await tree.has('Balance, £');
      assert.deepEqual(harness().requests(), []);
    });

    it('shows an error in one of them in a row that retries, and keeps the rest', async () => {
      const { tree, sandbox } = harness();
      sandbox.fault({ operation: 'get-workspace-balance' }, failWith(500));
      await tree.expand('Consumer panel');
      await tree.has("Couldn't load balance", undefined, { timeout: 30_000 });
      await tree.has('Projects (0)');
      await harness().screenshot('details-failed');
      sandbox.clearFaults();
      await tree.click("Couldn't load balance");
      await tree.hasNot("Couldn't load balance");
    });
  });
});
