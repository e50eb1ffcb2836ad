import { strict as assert } from 'node:assert';
import { resetAfterProcessing, resetBeforeProcessing } from '../sandbox/faults';
import { largeLab } from '../sandbox/labs/large';
import { tokens } from '../sandbox/labs/people';
import { useHarness } from './useHarness';
import { signInTitle } from './harness';

const question = 'Create workspace “';

describe('Creating a workspace', () => {
  const harness = useHarness();

  const posts = () => harness().requestsOf('POST');
  const titled = (title: string) =>
    harness().sandbox.state.workspaces.filter((workspace) => workspace.title === title).length;

  /** From the palette to the question. */
  async function compose(title: string, currency: string): Promise<void> {
    const { quickInput, dialog } = harness().window;
    await harness().window.command('Prolific: Create Workspace');
    await quickInput.answer(title, 'Create Workspace (1/2)');
    await quickInput.hasTitle('Create Workspace (2/2)');
    await quickInput.pick(currency);
    await dialog.has(question);
  }

  it('asks for title and currency, and says before that neither it nor its currency can be taken back', async () => {
    const { tree, window } = harness();
    const { quickInput, dialog } = window;
    await tree.pressInTitle('Create Workspace');
    await quickInput.hasTitle('Create Workspace (1/2)');
    await harness().screenshot('create-workspace-title');
    await quickInput.accept();
    await quickInput.hasMessage('Enter a title', 'error');
    await quickInput.fill('  Sleep lab ');
    await quickInput.accept();
    await quickInput.hasTitle('Create Workspace (2/2)');
    await quickInput.hasRow('British Pound');
    assert.deepEqual(await quickInput.rows(), ['British Pound, GBP', 'US Dollar, USD']);
    await harness().screenshot('currency-picker');
    await quickInput.back();
    await quickInput.hasTitle('Create Workspace (1/2)');
    assert.equal(await quickInput.value(), 'Sleep lab');
    await quickInput.accept();
    await quickInput.pick('US Dollar');
    const { message, detail, buttons } = await dialog.has(question);
    await harness().screenshot('create-workspace-modal');
    assert.equal(message, 'Create workspace “Sleep lab” with currency US Dollar?');
    assert.equal(detail, "Workspaces can't be deleted, and the currency can't be changed later.");
    assert.deepEqual([...buttons].sort(), ['Cancel', 'Create']);
    await dialog.press('Cancel');
    await quickInput.isGone();
    assert.deepEqual(harness().requests(), [], 'nothing is sent before the question is answered with Create');
  });

  it('shows the new workspace, selected, with its creator as owner where Prolific gives no role @host', async () => {
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

  it('gives a title that Prolific refuses back as it was typed, with Prolific’s words', async () => {
    const { tree, window, sandbox } = harness();
    sandbox.behaviour.maxTitleLength = 12;
    await compose('A title too long', 'US Dollar');
    await window.dialog.press('Create');
    await window.quickInput.hasMessage('title: Ensure this field has no more than 12 characters', 'warning');
    assert.equal(await window.quickInput.value(), 'A title too long');
    await harness().screenshot('create-workspace-refused');
    await window.quickInput.answer('Short title', '(1/2)');
    await window.quickInput.hasTitle('(2/2)');
    await window.quickInput.accept();
    await window.dialog.has('with currency US Dollar');
    await window.dialog.press('Create');
    await tree.has('Short title, workspace', ({ selected }) => selected);
    assert.equal(titled('A title too long'), 0);
  });

  it('looks the workspace up when the answer was lost, and does not create it twice', async () => {
    const { tree, window, sandbox } = harness();
    sandbox.fault({ method: 'POST', times: 1 }, resetAfterProcessing());
    await compose('Dream lab', 'British Pound');
    await window.dialog.press('Create');
    await tree.has('Dream lab, workspace, 1 member, your role: Owner', ({ selected }) => selected);
    assert.equal(posts().length, 1);
    assert.equal(titled('Dream lab'), 1);
    assert.deepEqual(await window.notifications.texts(), []);
  });

  it('says so where the answer was lost and the workspace cannot be found', async () => {
    const { window, sandbox } = harness();
    sandbox.fault({ method: 'POST', times: 1 }, resetBeforeProcessing());
    await compose('Lost lab', 'British Pound');
    await window.dialog.press('Create');
    await window.notifications.has("Couldn't confirm whether the workspace was created");
    assert.deepEqual(
      await window.notifications.buttons("Couldn't confirm"),
      ['Show Log'],
      'a Retry here could create it twice',
    );
    assert.equal(posts().length, 1);
  });

  it('is offered where an account has no workspaces yet', async () => {
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
