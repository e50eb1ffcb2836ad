import { strict as assert } from 'node:assert';
import { resetBeforeReading } from '../sandbox/faults';
import { tokens } from '../sandbox/labs/people';
import { startSandbox, type Sandbox } from '../sandbox/sandbox';
import { useHarness } from './useHarness';
import { signInTitle } from './harness';
import { eventually } from './workbench/eventually';

describe('Accounts', () => {
  const harness = useHarness();

  async function hasName(name: string): Promise<void> {
    const { tree } = harness();
    await eventually(
      `${name} beside the title of the view`,
      () => tree.description(),
      (text) => text === name,
    );
  }

  const tokensSentTo = (sandbox: Sandbox) =>
    new Set(sandbox.requests.map(({ headers }) => (headers['authorization'] ?? '').replace('Token ', '')));

  it('keep their rows while offline, say since when, and recover with Refresh', async () => {
    const { tree, sandbox, window } = harness();
    await tree.expand('Perception lab');
    await tree.has('Balance, £');
    await tree.expand('Projects (3)');
    sandbox.fault({}, resetBeforeReading());
    await window.command('Prolific: Refresh Workspaces');
    await tree.has('Not updated since', undefined, { timeout: 30_000 });
    await tree.has('Perception lab', ({ expanded }) => expanded === true);
    await tree.has('Gaze following');
    await tree.has('Balance not updated since', undefined, { timeout: 30_000 });
    await tree.has('Balance, £');
    await harness().screenshot('offline');
    sandbox.clearFaults();
    await window.command('Prolific: Refresh Workspaces');
    await tree.hasNot('Not updated since', { timeout: 30_000 });
    await tree.hasNot('Balance not updated since', { timeout: 30_000 });
    await tree.has('Gaze following');
    await hasName('Ada Whitfield');
    assert.deepEqual(await window.notifications.center(), [], 'the rows say it, no message');
  });

  it('show whose they are, and nothing of the previous one after somebody else signs in @host', async () => {
    const { tree, sandbox, window } = harness();
    await hasName('Ada Whitfield');
    // Grace is a member of this one too.
    await tree.expand('Decision making');
    await tree.expand('Projects (1)');
    await tree.has('Risk, project');
    await tree.has('Balance, $');
    const [risk] = sandbox.state.workspaceTitled('Decision making').projects;
    assert.ok(risk !== undefined);
    risk.title = 'Risk and time';
    sandbox.clearRequests();
    await window.command('Prolific: Sign In');
    await window.quickInput.answer(tokens.grace, signInTitle);
    await hasName('Grace Marlowe');
    await tree.has('Compilers and cognition');
    const outermost = (await tree.rows()).filter(({ level }) => level === 1);
    assert.deepEqual(
      outermost.map(({ label }) => label),
      ['Compilers and cognition', 'Decision making', 'Reading group'],
    );
    await tree.expand('Decision making');
    await tree.expand('Projects (1)');
    await tree.has('Risk and time, project');
    await tree.hasNot('Risk, project');
    await tree.has('Balance, $');
    await harness().screenshot('grace');
    const [me, list, ...details] = harness().requests();
    assert.deepEqual([me, list], ['GET /users/me/', 'GET /workspaces/?limit=200&offset=0']);
    assert.deepEqual(
      [...details].sort(),
      ['GET /workspaces/:id/balance/', 'GET /workspaces/:id/projects/?limit=200&offset=0'],
      'of what was open only the one that Grace may see is read for her',
    );
    assert.deepEqual([...tokensSentTo(sandbox)], [tokens.grace]);
  });

  it('belong to one API URL: with another one the user is signed out and no token is sent there, and with the first one again no sign-in is needed', async () => {
    const { sandbox } = harness();
    const elsewhere = await startSandbox();
    try {
      harness().changeSettings({ 'prolific.apiUrl': elsewhere.origin });
      await harness().restart();
      await harness().tree.hasWelcome('Sign in with an API token');
      assert.deepEqual(elsewhere.requests, []);
      assert.deepEqual(sandbox.requests, []);
      await harness().tree.pressInWelcome('Sign In');
      await harness().window.quickInput.answer(tokens.bo, signInTitle);
      await harness().tree.has('Perception lab');
      await hasName('Bo Lindqvist');
      assert.deepEqual([...tokensSentTo(elsewhere)], [tokens.bo]);
      assert.deepEqual(elsewhere.violations, []);
      // Back under the first, the session is there again.
      harness().changeSettings({ 'prolific.apiUrl': sandbox.origin });
      await harness().restart();
      await harness().tree.has('Perception lab');
      await hasName('Ada Whitfield');
      assert.deepEqual([...tokensSentTo(sandbox)], [tokens.ada]);
      assert.deepEqual([...tokensSentTo(elsewhere)], [tokens.bo]);
    } finally {
      await elsewhere.stop();
    }
  });
});
