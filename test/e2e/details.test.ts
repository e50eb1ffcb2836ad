import { strict as assert } from 'node:assert';
import { failWith } from '../sandbox/faults';
import { onStage } from './play';

describe('What is under a workspace', () => {
  const stage = onStage((opened) => opened.beginSignedIn());

  beforeEach(() => {
    stage().sandbox.clearFaults();
    stage().sandbox.clearRequests();
  });

  it('is asked for when the workspace is opened: projects with their kind, and the balance', async () => {
    const { tree } = stage();
    await tree.expand('Perception lab');
    await tree.has('Projects (');
    await tree.has('Balance, £');
    assert.deepEqual(
      [...stage().requests()].sort(),
      ['GET /workspaces/:id/balance/', 'GET /workspaces/:id/projects/?limit=200&offset=0'].sort(),
    );
    await tree.expand('Projects (');
    await tree.expand('Balance');
    await tree.has('Rewards, £');
    await stage().screenshot('details-dark');
  });

  it('is kept for a minute', async () => {
    const { tree } = stage();
    await tree.collapse('Perception lab');
    await tree.expand('Perception lab');
    await tree.has('Balance, £');
    assert.deepEqual(stage().requests(), []);
  });

  it('shows the error of one of them in a row that retries, and the rest stays', async () => {
    const { tree, sandbox } = stage();
    sandbox.fault({ operation: 'get-workspace-balance' }, failWith(500));
    await tree.expand('Consumer panel');
    await tree.has('Retry: the balance could not be read', undefined, { timeout: 30_000 });
    await tree.has('Projects (0)');
    await stage().screenshot('details-failed');
    sandbox.clearFaults();
    await tree.click('Retry: the balance could not be read');
    await tree.hasNot('Retry: the balance');
  });
});
