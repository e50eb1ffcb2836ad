import { strict as assert } from 'node:assert';
import { themesToTest } from './themesToTest';
import { useHarness } from './useHarness';

const study = 'FACES-2 main';

// Screenshots of the dialog and the status bar are taken in each theme, for people to look at.
for (const theme of themesToTest(['dark'])) {
  describe(`Studies, changed and watched (${theme})`, () => {
    const harness = useHarness({ colorTheme: theme });
    const stateOf = () => harness().sandbox.state.studies.named(study).status;
    const transitions = () => harness().requestsOf('POST').length;

    /** The view of active studies, below the one of workspaces. */
    async function showStudies() {
      const { window } = harness();
      await window.focusView('Prolific', 'Active Studies');
      const tree = window.tree('Active Studies');
      await tree.has(`${study}, study, Active, 32 of 40 places, 5 to review`);
      return tree;
    }

    it('one is paused with its row’s button, after a dialog with its numbers, and started again @host', async () => {
      const tree = await showStudies();
      const { window } = harness();
      await tree.pressInline(study, 'Pause Study');
      const { detail, buttons } = await window.dialog.has(`Pause “${study}”?`);
      assert.match(detail, /Perception lab.*32 of 40 places.*In progress: 3 · To review: 5/);
      assert.deepEqual([...buttons].sort(), ['Cancel', 'Pause']);
      await harness().screenshot(`study-pause-${theme}`);
      await window.press('Enter');
      await tree.has(`${study}, study, Paused`);
      assert.equal(stateOf(), 'PAUSED');
      await tree.pressInline(study, 'Start Study');
      const start = await window.dialog.has(`Start “${study}” again?`);
      assert.match(start.detail, /Costs up to £\d+\.\d\d including fees, for 8 places.*Available balance: £/);
      await harness().screenshot(`study-start-${theme}`);
      await window.dialog.press('Start');
      await tree.has(`${study}, study, Active`);
      assert.equal(transitions(), 2);
    });

    it('one that changed while the dialog was open is left alone, and Enter does not stop it', async () => {
      const tree = await showStudies();
      const { window, sandbox } = harness();
      await tree.pressInContextMenu(study, 'Stop Study');
      await window.dialog.has(`Stop “${study}”?`);
      await harness().screenshot(`study-stop-${theme}`);
      await window.press('Enter');
      await window.dialog.isGone();
      await tree.pressInContextMenu(study, 'Stop Study');
      await window.dialog.has(`Stop “${study}”?`);
      sandbox.state.studies.change(sandbox.state.studies.named(study).id, { status: 'PAUSED' });
      await window.dialog.press('Stop');
      await window.notifications.has("changed in the meantime, so nothing was sent. It's now: Paused");
      await tree.has(`${study}, study, Paused`);
      assert.equal(transitions(), 0);
    });

    it('one is watched in the status bar, even after a restart, until watching is stopped', async () => {
      const tree = await showStudies();
      const { window } = harness();
      await tree.pressInContextMenu(study, 'Watch Study');
      await window.hasStatus('32/40 · 5 to review');
      await harness().screenshot(`study-watched-${theme}`);
      // VS Code stores which study it is a tenth of a second later, which a tooltip outlasts.
      await tree.hasTooltip(study, 'Reward: £1.50');
      await harness().restart();
      await harness().window.hasStatus('32/40 · 5 to review', { timeout: 30_000 });
      await harness().window.command('Prolific: Stop Watching');
      await harness().window.hasNotStatus('32/40');
    });
  });
}
