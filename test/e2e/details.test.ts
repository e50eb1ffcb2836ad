import { strict as assert } from 'node:assert';
import { failWith } from '../sandbox/faults';
import { useHarness } from './useHarness';

describe('What is under a workspace', () => {
  const harness = useHarness();

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
