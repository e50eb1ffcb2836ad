import { failWith } from '../sandbox/faults';
import { tokens } from '../sandbox/labs/people';
import { useHarness } from './useHarness';
import { signInTitle } from './harness';
import { clickToOpen, invite } from './steps';
import { themesToTest } from './themesToTest';

/** Takes a screenshot of every state, for people to look at. */
describe('In other themes', () => {
  // The one that all the other pictures are furthest from.
  for (const theme of themesToTest(['highContrastLight'])) {
    describe(theme, () => {
      const harness = useHarness({ colorTheme: theme });
      const show = (state: string) => harness().screenshot(`theme-${theme}-${state}`);

      it('the user can sign in, and sees what is wrong', async () => {
        await harness().begin({ start: 'signedOut' });
        const { tree, window } = harness();
        await show('signed-out');
        await tree.pressInWelcome('Sign In');
        await window.quickInput.answer('wrong', signInTitle);
        await window.quickInput.hasMessage('rejected this token', 'error');
        await show('sign-in-refused');
        await window.quickInput.answer(tokens.ada, signInTitle);
        await tree.has('Perception lab');
      });

      it('the user can invite, from the addresses to the report', async () => {
        const { tree, window } = harness();
        await tree.pressInline('Perception lab', 'Invite Users');
        await window.quickInput.answer('nobody, mei@example.edu, noor@example.edu, ada@example.org', '(1/3)');
        await window.quickInput.hasTitle('(2/3)');
        await show('role');
        await window.quickInput.accept();
        await window.quickInput.hasRow('Invite 2 people');
        await show('check');
        await window.quickInput.accept();
        await window.notifications.has('2 invited');
        await show('message');
        await window.notifications.press('2 invited', 'Show Report');
        await window.hasEditorText('mei@example.edu');
        await show('report');
      });

      it('the user can read every kind of row, and rename', async () => {
        const { tree, window, sandbox } = harness();
        await invite(harness(), 'Perception lab', ['mei@example.edu', 'noor@example.edu']);
        const fault = sandbox.fault({ operation: 'get-workspace-balance' }, failWith(500));
        await tree.expand('Perception lab');
        await tree.has("Couldn't load balance", undefined, { timeout: 30_000 });
        fault.clear();
        for (const row of ['Projects (', 'Sent Invitations (', 'Members (']) {
          await tree.expand(row);
        }
        await tree.expand('Consumer panel');
        await tree.expand('Balance');
        await show('rows');
        await clickToOpen(harness(), 'My workspace');
        await window.press('F2');
        await window.quickInput.hasTitle('Rename Workspace');
        await window.quickInput.fill('A title that is longer than eighteen');
        await window.quickInput.hasMessage('at most 18', 'warning');
        await show('rename');
        await window.quickInput.cancel();
        await window.command('Prolific: Find Workspace');
        await window.quickInput.hasRow('Perception lab');
        await show('picker');
        await window.quickInput.cancel();
      });

      it('the user sees why there is nothing to see', async () => {
        const { tree, window, sandbox } = harness();
        sandbox.state.workspaces.length = 0;
        await window.command('Prolific: Refresh Workspaces');
        await tree.hasWelcome('no workspaces');
        await show('no-workspaces');
        const fault = sandbox.fault({}, failWith(503));
        await harness().restart();
        await harness().tree.hasWelcome('is having problems', { timeout: 30_000 });
        await show('unreachable');
        fault.clear();
        sandbox.state.revokeToken(tokens.ada);
        await harness().tree.pressInWelcome('Retry');
        await harness().tree.hasWelcome('no longer accepts');
        await show('rejected');
      });
    });
  }
});
