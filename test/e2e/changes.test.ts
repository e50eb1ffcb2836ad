import { strict as assert } from 'node:assert';
import { holdUntil } from '../sandbox/faults';
import { Released } from './steps';
import { useHarness } from './useHarness';

const command = 'Edit Workspace Description';

describe('Changing a workspace', () => {
  const harness = useHarness();

  const bodies = () =>
    harness()
      .requestsOf('PATCH')
      .map(({ body }) => body);

  /** From the context menu to the box with what it holds. */
  async function openDescription(title: string): Promise<void> {
    const { tree, window } = harness();
    await tree.pressInContextMenu(title, command);
    await window.quickInput.hasTitle(`Edit Description of Workspace “${title}”`);
  }

  describe('its description', () => {
    it('is saved if there was none, and a blank one is not sent: the box says so', async () => {
      const { tree, window, sandbox } = harness();
      await openDescription('Consumer panel');
      assert.equal(await window.quickInput.value(), '');
      await window.quickInput.fill('   ');
      await window.quickInput.hasMessage("The description can't be empty", 'error');
      await window.quickInput.accept();
      await harness().screenshot('description-blank');
      assert.ok(await window.quickInput.isOpen());
      assert.deepEqual(harness().requests(), []);
      await window.quickInput.fill('For the marketing students');
      await window.quickInput.accept();
      await tree.has('Consumer panel', ({ selected, focused }) => selected && focused);
      await window.quickInput.isGone();
      const { id } = sandbox.state.workspaceTitled('Consumer panel');
      assert.deepEqual(bodies(), [{ id, title: 'Consumer panel', description: 'For the marketing students' }]);
      assert.deepEqual(harness().requests(), [
        'GET /workspaces/:id/',
        'PATCH /workspaces/:id/',
        'GET /workspaces/:id/',
      ]);
      await tree.hasTooltip('Consumer panel', 'For the marketing students');
    });

    it('is edited with ↵ for each line break, and keeps its lines', async () => {
      const { tree, window, sandbox } = harness();
      const { id } = sandbox.state.workspaceTitled('Perception lab');
      sandbox.state.describeWorkspace(id, 'Shared account.\nAsk Bo before you spend.\r\n\r\nThank you');
      await window.command('Prolific: Refresh Workspaces');
      await tree.hasTooltip('Perception lab', 'Thank you');
      sandbox.clearRequests();
      await openDescription('Perception lab');
      const boxed = 'Shared account.↵Ask Bo before you spend.↵↵Thank you';
      assert.equal(await window.quickInput.value(), boxed);
      await harness().screenshot('description-box');
      await window.quickInput.accept();
      await window.quickInput.isGone();
      assert.deepEqual(harness().requests(), [], 'what is unchanged is not sent');
      await tree.has('Perception lab', ({ selected }) => selected);
      await openDescription('Perception lab');
      await window.quickInput.fill(`${boxed}↵Ada`);
      await window.quickInput.accept();
      await tree.has('Perception lab', ({ selected }) => selected);
      await window.quickInput.isGone();
      assert.equal(
        sandbox.state.workspace(id).description,
        'Shared account.\nAsk Bo before you spend.\n\nThank you\nAda',
      );
    });

    it('needs a choice if somebody else changed it in the meantime: Cancel sends nothing and keeps what was typed', async () => {
      const { window, sandbox } = harness();
      const title = 'Longitudinal study of bilingual reading development';
      await openDescription(title);
      sandbox.state.describeWorkspace(sandbox.state.workspaceTitled(title).id, 'Four waves, three years apart');
      await window.quickInput.fill('Five waves');
      await window.quickInput.accept();
      await window.dialog.has('Someone else changed the description');
      await harness().screenshot('description-conflict');
      const { detail, buttons } = await window.dialog.has('Someone else changed the description');
      assert.match(detail, /Your version: Five waves.*Prolific's version: Four waves, three years apart/s);
      assert.deepEqual([...buttons].sort(), ['Cancel', "Keep Prolific's Version", 'Use My Version']);
      await window.dialog.press('Cancel');
      await window.quickInput.hasMessage('Nothing was sent');
      assert.equal(await window.quickInput.value(), 'Five waves');
      await window.quickInput.cancel();
      assert.deepEqual(bodies(), []);
    });

    it('may be rejected for a collaborator, who is warned before, and told who to ask', async () => {
      const { window, sandbox } = harness();
      await openDescription('Decision making');
      await window.quickInput.hasMessage("You aren't an admin of this workspace", 'warning');
      await window.quickInput.fill('Run by Ada');
      await window.quickInput.accept();
      const { text } = await window.quickInput.hasMessage('Only workspace admins can change this', 'error');
      assert.match(text, /Ask Grace Marlowe/);
      await harness().screenshot('description-refused');
      assert.equal(await window.quickInput.value(), 'Run by Ada');
      await window.quickInput.cancel();
      assert.equal(sandbox.state.workspaceTitled('Decision making').description, 'Run by Grace');
      await harness().tree.has('Decision making, workspace, 3 members');
    });

    it('is edited from the palette too, and its row is scrolled to, selected, and focused @host', async () => {
      const { tree, window } = harness();
      const { page } = window;
      const size = page.viewportSize() ?? { width: 1280, height: 720 };
      await page.setViewportSize({ ...size, height: 240 });
      await tree.click('Consumer panel');
      await tree.hasNot('Sprachproduktion');
      await window.command(`Prolific: ${command}`);
      await window.quickInput.hasTitle(command);
      await window.quickInput.fill('Sprachproduktion');
      await window.quickInput.hasOnlyRows(['Sprachproduktion']);
      await window.quickInput.pick('Sprachproduktion');
      await window.quickInput.answer('Alle Studien zur Wortfindung', 'Edit Description of Workspace “Sprachproduktion');
      await tree.has('Sprachproduktion', ({ selected, focused }) => selected && focused);
    });
  });

  describe('that takes its time', () => {
    it('shows that it is being saved, to the eye and to the ear @host', async () => {
      const { tree, window, sandbox } = harness();
      const released = new Released();
      sandbox.fault({ method: 'PATCH', times: 1 }, holdUntil(released.promise));
      await openDescription('Perception lab');
      await window.quickInput.fill('Slowly');
      await window.quickInput.accept();
      const row = await tree.has('Perception lab, workspace, saving…, 5 members');
      assert.match(row.description, /^saving… · 5 members/);
      await harness().screenshot('busy-row');
      released.now();
      await tree.has('Perception lab, workspace, 5 members', ({ selected }) => selected);
      await window.quickInput.isGone();
    });

    it('does not take the focus from the next box when it ends @host', async () => {
      const { tree, window, sandbox } = harness();
      const released = new Released();
      sandbox.fault({ method: 'PATCH', times: 1 }, holdUntil(released.promise));
      await openDescription('Perception lab');
      await window.quickInput.fill('Slowly');
      await window.quickInput.accept();
      await tree.has('Perception lab, workspace, saving…');
      await window.press('Escape');
      await window.quickInput.isGone();
      await tree.pressInContextMenu('Consumer panel', 'Rename Workspace');
      await window.quickInput.hasTitle('Rename Workspace “Consumer panel”');
      released.now();
      await tree.has('Perception lab, workspace, 5 members', undefined, { timeout: 10_000 });
      await window.page.waitForTimeout(1_000);
      await window.page.keyboard.type('Typed on');
      assert.equal(await window.quickInput.value(), 'Typed on');
      await window.quickInput.cancel();
    });

    it('is reported in a message with Retry if it is rejected after its box was closed', async () => {
      const { tree, window, sandbox } = harness();
      const released = new Released();
      sandbox.fault({ method: 'PATCH', times: 1 }, holdUntil(released.promise));
      sandbox.behavior.notAdminStatus = 403;
      await openDescription('Decision making');
      await window.quickInput.fill('Too late');
      await window.quickInput.accept();
      await tree.has('Decision making, workspace, saving…');
      await window.press('Escape');
      await window.quickInput.isGone();
      released.now();
      await tree.has('Decision making, workspace, 3 members');
      await window.notifications.has('Only workspace admins can change this');
      await harness().screenshot('refused-after-close');
      assert.deepEqual(await window.notifications.buttons('Only workspace admins'), ['Show Log', 'Retry']);
      await window.notifications.press('Only workspace admins', 'Retry');
      await window.quickInput.hasTitle('Edit Description of Workspace “Decision making”');
      await window.quickInput.cancel();
    });
  });
});
