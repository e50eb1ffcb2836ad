import { strict as assert } from 'node:assert';
import { largeLab } from '../sandbox/labs/large';
import { tokens } from '../sandbox/labs/people';
import { useHarness } from './useHarness';
import { signInTitle } from './harness';

const question = 'Create workspace “';

describe('Creating a workspace', () => {
  const harness = useHarness();

  const posts = () => harness().requestsOf('POST');

  /** From the palette to the question. */
  async function compose(title: string, currency: string): Promise<void> {
    const { quickInput, dialog } = harness().window;
    await harness().window.command('Prolific: Create Workspace');
    await quickInput.answer(title, 'Create Workspace (1/2)');
    await quickInput.hasTitle('Create Workspace (2/2)');
    await quickInput.pick(currency);
    await dialog.has(question);
  }

  it('shows the new workspace, selected, with its creator as owner if Prolific returns no role @host', async () => {
    const { tree, window, sandbox } = harness();
    await compose('Sleep lab', 'US Dollar');
    await window.dialog.press('Create');
    await tree.has('Sleep lab, workspace, 1 member, your role: Owner', ({ selected, focused }) => selected && focused);
    assert.deepEqual(harness().requests(), [
      'GET /workspaces/?limit=200&offset=0',
      'POST /workspaces/',
      'GET /workspaces/:id/',
    ]);
    assert.deepEqual(
      posts().map(({ body }) => body),
      [{ title: 'Sleep lab', currency_code: 'USD' }],
    );
    assert.equal(sandbox.state.workspaceTitled('Sleep lab').wallet?.currency, 'USD');
    assert.deepEqual(await window.notifications.texts(), []);
    await tree.expand('Sleep lab');
    await tree.has('Balance, $0.00 available of $0.00');
    await harness().screenshot('created-workspace');
  });

  it('is offered if an account has no workspaces yet', async () => {
    await harness().begin({ lab: () => largeLab(0), start: 'signedOut' });
    const { tree, window } = harness();
    await tree.pressInWelcome('Sign In');
    await window.quickInput.answer(tokens.ada, signInTitle);
    await tree.hasWelcome('This account has no workspaces yet');
    await harness().screenshot('no-workspaces');
    await tree.pressInWelcome('Create Workspace');
    await window.quickInput.answer('My first', 'Create Workspace (1/2)');
    await window.quickInput.pick('British Pound');
    await window.dialog.press('Create');
    await tree.has('My first, workspace, 1 member, your role: Owner', ({ selected }) => selected);
  });
});
