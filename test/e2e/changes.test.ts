import { strict as assert } from 'node:assert';
import { delay, resetAfterProcessing } from '../sandbox/faults';
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
    it('is written where there was none, and a blank one is not sent: the box says so', async () => {
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

    it('is edited as it is, with ↵ for each line break, and keeps its lines', async () => {
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

    it('goes with the title that the server has now, so that a rename by somebody else is not lost', async () => {
      const { tree, window, sandbox } = harness();
      const { id } = sandbox.state.workspaceTitled('Sprachproduktion Tübingen');
      await openDescription('Sprachproduktion Tübingen');
      sandbox.state.renameWorkspace(id, 'Wortfindung');
      await window.quickInput.fill('Nur Wortfindung');
      await window.quickInput.accept();
      await tree.has('Wortfindung, workspace', ({ selected }) => selected);
      assert.deepEqual(bodies(), [{ id, title: 'Wortfindung', description: 'Nur Wortfindung' }]);
      assert.equal(sandbox.state.workspace(id).title, 'Wortfindung');
    });

    it('is asked about when somebody else changed it meanwhile: Cancel sends nothing and keeps what was typed', async () => {
      const { window } = harness();
      await conflict('Four waves, three years apart', 'Five waves');
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

    it('is asked about when somebody else changed it meanwhile: theirs is shown if told so', async () => {
      const { window } = harness();
      await conflict('Four waves, four years apart', 'Six waves');
      await window.dialog.press("Keep Prolific's Version");
      await window.quickInput.isGone();
      assert.deepEqual(bodies(), []);
      await harness().tree.hasTooltip(longitudinal, 'Four waves, four years apart');
    });

    it('is asked about when somebody else changed it meanwhile: ours is written if told so', async () => {
      const { window, sandbox } = harness();
      await conflict('Four waves, five years apart', 'Seven waves');
      await window.dialog.press('Use My Version');
      await window.quickInput.isGone();
      const { id } = sandbox.state.workspaceTitled(longitudinal);
      assert.deepEqual(bodies(), [{ id, title: longitudinal, description: 'Seven waves' }]);
      await harness().tree.hasTooltip(longitudinal, 'Seven waves');
    });

    const longitudinal = 'Longitudinal study of bilingual reading development';

    async function conflict(theirs: string, mine: string): Promise<void> {
      const { window, sandbox } = harness();
      await openDescription(longitudinal);
      sandbox.state.describeWorkspace(sandbox.state.workspaceTitled(longitudinal).id, theirs);
      await window.quickInput.fill(mine);
      await window.quickInput.accept();
      await window.dialog.has('Someone else changed the description');
    }

    for (const status of [401, 403, 404] as const) {
      it(`may be refused to a collaborator, who is warned before, and told whom to ask (status ${status})`, async () => {
        const { window, sandbox } = harness();
        sandbox.behaviour.notAdminStatus = status;
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
    }

    it('is no matter of a warning for an owner whose roles Prolific does not name', async () => {
      const { window } = harness();
      await openDescription('My workspace');
      assert.notEqual((await window.quickInput.message()).severity, 'warning');
      await window.quickInput.cancel();
    });

    it('is looked up when the answer was lost, and not sent twice', async () => {
      const { window, sandbox } = harness();
      sandbox.fault({ method: 'PATCH', times: 1 }, resetAfterProcessing());
      await openDescription('My workspace');
      await window.quickInput.fill('Only mine');
      await window.quickInput.accept();
      await window.quickInput.isGone();
      assert.equal(bodies().length, 1);
      await harness().tree.hasTooltip('My workspace', 'Only mine');
      assert.deepEqual(await window.notifications.texts(), []);
    });

    it('is edited from the palette too, and its row is scrolled to, selected and focused @host', async () => {
      const { tree, window } = harness();
      const { page } = window;
      const size = page.viewportSize() ?? { width: 1280, height: 720 };
      await page.setViewportSize({ ...size, height: 240 });
      await tree.click('Consumer panel');
      await tree.hasNot('Sprachproduktion');
      await window.command(`Prolific: ${command}`);
      await window.quickInput.hasTitle(command);
      await window.quickInput.fill('Sprachproduktion');
      await window.quickInput.pick('Sprachproduktion');
      await window.quickInput.answer('Alle Studien zur Wortfindung', 'Edit Description of Workspace “Sprachproduktion');
      await tree.has('Sprachproduktion', ({ selected, focused }) => selected && focused);
    });
  });

  describe('that takes its time', () => {
    it('shows that it is being saved, to the eye and to the ear @host', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.fault({ method: 'PATCH', times: 1 }, delay(4_000));
      await openDescription('Perception lab');
      await window.quickInput.fill('Slowly');
      await window.quickInput.accept();
      const row = await tree.has('Perception lab, workspace, saving…, 5 members');
      assert.match(row.description, /^saving… · 5 members/);
      await harness().screenshot('busy-row');
      await tree.has('Perception lab, workspace, 5 members', ({ selected }) => selected);
      await window.quickInput.isGone();
    });

    it('waits for its turn after an earlier one, whose box may be closed', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.fault({ method: 'PATCH', times: 1 }, delay(5_000));
      await openDescription('Perception lab');
      await window.quickInput.fill('First');
      await window.quickInput.accept();
      await tree.has('Perception lab, workspace, saving…');
      await window.press('Escape');
      await window.quickInput.isGone();
      await tree.pressInContextMenu('Perception lab', 'Rename Workspace');
      await window.quickInput.answer('Sight lab', 'Rename Workspace');
      assert.deepEqual(harness().requests(), ['GET /workspaces/:id/', 'PATCH /workspaces/:id/']);
      await tree.has('Sight lab, workspace, 5 members');
      await window.quickInput.isGone();
      const once = ['GET /workspaces/:id/', 'PATCH /workspaces/:id/', 'GET /workspaces/:id/'];
      assert.deepEqual(harness().requests(), [...once, ...once]);
      const { id, description } = sandbox.state.workspaceTitled('Sight lab');
      assert.deepEqual(bodies(), [
        { id, title: 'Perception lab', description: 'First' },
        { id, title: 'Sight lab' },
      ]);
      assert.equal(description, 'First');
    });

    it('does not take the keyboard from the next box when it ends @host', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.fault({ method: 'PATCH', times: 1 }, delay(4_000));
      await openDescription('Perception lab');
      await window.quickInput.fill('Slowly');
      await window.quickInput.accept();
      await tree.has('Perception lab, workspace, saving…');
      await window.press('Escape');
      await tree.pressInContextMenu('Consumer panel', 'Rename Workspace');
      await window.quickInput.hasTitle('Rename Workspace “Consumer panel”');
      await tree.has('Perception lab, workspace, 5 members', undefined, { timeout: 10_000 });
      await window.page.waitForTimeout(1_000);
      await window.page.keyboard.type('Typed on');
      assert.equal(await window.quickInput.value(), 'Typed on');
      await window.quickInput.cancel();
    });

    it('is told in a message with Retry when it is refused after its box was closed', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.behaviour.latency = 1_500;
      sandbox.behaviour.notAdminStatus = 403;
      await openDescription('Decision making');
      await window.quickInput.fill('Too late');
      await window.quickInput.accept();
      await tree.has('Decision making, workspace, saving…');
      await window.press('Escape');
      await window.notifications.has('Only workspace admins can change this');
      await harness().screenshot('refused-after-close');
      await tree.has('Decision making, workspace, 3 members');
      assert.deepEqual(await window.notifications.buttons('Only workspace admins'), ['Show Log', 'Retry']);
      await window.notifications.press('Only workspace admins', 'Retry');
      await window.quickInput.hasTitle('Edit Description of Workspace “Decision making”');
      await window.quickInput.cancel();
    });
  });
});
