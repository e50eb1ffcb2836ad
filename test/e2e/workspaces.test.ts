import { strict as assert } from 'node:assert';
import { failWith } from '../sandbox/faults';
import { largeLab } from '../sandbox/labs/large';
import { tokens } from '../sandbox/labs/people';
import { clickToOpen, detailsAreRead } from './steps';
import { useHarness } from './useHarness';
import { signInTitle } from './harness';

const boxTitle = 'Rename Workspace';
const question = 'Create workspace “';

describe('Workspaces', () => {
  const harness = useHarness();

  describe('are created', () => {
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
      await tree.has(
        'Sleep lab, workspace, 1 member, your role: Owner',
        ({ selected, focused }) => selected && focused,
      );
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

  describe('are renamed', () => {
    /** A click on a row opens it too, and then its details are read. */
    const renamingRequests = () =>
      harness()
        .requests()
        .filter((request) => request.endsWith('/workspaces/:id/'));

    it('with F2 acts on the focused row, not the selected one, and leaves it collapsed @host', async () => {
      const { tree, window, sandbox } = harness();
      await clickToOpen(harness(), 'Consumer panel');
      await tree.collapse('Consumer panel');
      await window.press('ArrowDown');
      await tree.has('Decision making', ({ focused, selected }) => focused && !selected);
      harness().sandbox.clearRequests();
      await window.press('F2');
      await window.quickInput.hasTitle('Rename Workspace “Decision making”');
      assert.equal(await window.quickInput.value(), 'Decision making');
      await window.quickInput.cancel();
      await tree.has('Decision making', ({ expanded, selected }) => expanded === false && !selected);
      const { id } = sandbox.state.workspaceTitled('Decision making');
      const asked = sandbox.requests.filter((request) => request.path.includes(id));
      assert.deepEqual(asked, [], 'nothing is sent before a new title is given');
    });

    it('with F2 on another row says what can be renamed, and does not do what a click on that row does @host', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.fault({ operation: 'get-workspace-balance' }, failWith(500));
      await tree.click('Decision making');
      await tree.has("Couldn't load balance", undefined, { timeout: 30_000 });
      await tree.has('Projects (');
      await window.press('ArrowDown', 'ArrowDown', 'ArrowDown');
      await tree.has("Couldn't load balance", ({ focused }) => focused);
      sandbox.clearRequests();
      await window.press('F2');
      await window.hasStatus('Only workspaces, projects, and studies can be renamed');
      assert.deepEqual(harness().requests(), []);
      await tree.collapse('Decision making');
    });

    it('sends only id and title, in three requests, and the row shows what the server has @host', async () => {
      const { tree, window, sandbox } = harness();
      await clickToOpen(harness(), 'Consumer panel');
      await window.press('F2');
      await window.quickInput.hasTitle(boxTitle);
      await harness().screenshot('rename-box');
      await window.quickInput.fill(' Panel 2026 ');
      await window.quickInput.accept();
      await tree.has('Panel 2026');
      await tree.hasNot('Consumer panel');
      await window.quickInput.isGone();
      assert.deepEqual(renamingRequests(), ['GET /workspaces/:id/', 'PATCH /workspaces/:id/', 'GET /workspaces/:id/']);
      const { id } = sandbox.state.workspaceTitled('Panel 2026');
      assert.deepEqual(
        harness()
          .requestsOf('PATCH')
          .map(({ body }) => body),
        [{ id, title: 'Panel 2026' }],
      );
      assert.deepEqual(await window.notifications.texts(), []);
    });

    it('works from the context menu @host', async () => {
      const { tree, window } = harness();
      await tree.pressInContextMenu('My workspace', 'Rename Workspace');
      await window.quickInput.answer('Mine', boxTitle);
      await tree.has('Mine');
    });

    it('works from the palette, with a picker that lists the selected workspace first @host', async () => {
      const { tree, window } = harness();
      await tree.click('My workspace');
      await window.command('Prolific: Rename Workspace');
      await window.quickInput.hasTitle(boxTitle);
      const [first] = await window.quickInput.hasRow('My workspace');
      assert.match(first ?? '', /^My workspace/);
      await window.quickInput.pick('Consumer panel');
      await window.quickInput.answer('Panel', 'Rename Workspace “Consumer panel”');
      await tree.has('Panel, workspace');
    });

    it('with F2 on a member says in the status bar that only workspaces, projects, and studies can be renamed', async () => {
      const { tree, window } = harness();
      await tree.expand('Perception lab');
      await detailsAreRead(harness(), 'Perception lab');
      await tree.expand('Members (5)');
      await tree.click('Bo Lindqvist');
      await tree.has('Bo Lindqvist', ({ focused }) => focused);
      await window.press('F2');
      await window.hasStatus('Only workspaces, projects, and studies can be renamed');
      assert.ok(!(await window.quickInput.isOpen()));
    });
  });
});
