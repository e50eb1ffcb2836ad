import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { failWith } from '../sandbox/faults';
import { tokens } from '../sandbox/labs/people';
import { signInTitle } from './harness';
import { invite } from './steps';
import { useHarness } from './useHarness';
import type { AccessibleNode } from './workbench/accessibility';
import { eventually } from './workbench/eventually';

/** What a screen reader says, taken from the browser's accessibility tree. */
describe('Accessibility', () => {
  const harness = useHarness();

  describe('for a screen reader', () => {
    const screenReader = () => harness().window.accessibility;

    it('the icon, the welcome text, and its buttons have names', async () => {
      await harness().begin({ start: 'signedOut' });
      await screenReader().has('tab', 'Prolific');
      await screenReader().has('heading', 'Workspaces');
      for (const button of ['Sign In', 'Create an API token', 'Take the tour']) {
        await screenReader().has('button', button);
      }
    });

    it('an input box says its name, what it asks for, and what is wrong with the input', async () => {
      await harness().begin({ start: 'signedOut' });
      const { tree, window } = harness();
      const name = 'API token - Sign In to Prolific';
      await tree.pressInWelcome('Sign In');
      await screenReader().describes('textbox', name, /^The prolific.apiUrl setting sends your token to 127.0.0.1/);
      await screenReader().has('button', 'Open API Tokens in Prolific');
      await window.quickInput.answer('not a token of anybody', signInTitle);
      await window.quickInput.hasMessage('rejected this token', 'error');
      await screenReader().describes('textbox', name, /^Prolific rejected this token/);
    });

    it('the view says what it is, and each button in its title says what it does', async () => {
      await screenReader().has('tree', 'Workspaces');
      // VS Code shows the buttons of a view that has the keyboard or the mouse.
      await harness().window.focusView('Prolific', 'Workspaces');
      for (const button of ['Find Workspace', 'Refresh Workspaces', 'Create Workspace', 'Collapse All']) {
        await screenReader().has('button', button);
      }
    });

    it('a workspace says its name, what it is, how many members it has, and the user’s role', async () => {
      const row = await screenReader().has('treeitem', 'Perception lab, workspace, 5 members, your role: Admin');
      assert.deepEqual([row.states['level'], row.states['expanded']], [1, false]);
      await screenReader().has('treeitem', 'Decision making, workspace, 3 members, your role: Collaborator');
    });

    it('no two workspaces sound the same', async () => {
      const names = await eventually(
        'two workspaces of the same title',
        () => screenReader().names('treeitem'),
        (seen) => seen.filter((name) => name.startsWith('Pilot studies, workspace, 2 members')).length === 2,
      );
      assert.deepEqual([...new Set(names)], names);
    });

    it('the steps of inviting have names, and choices say what they mean, without icon names', async () => {
      const { tree, window } = harness();
      const { quickInput } = window;
      await tree.pressInline('Perception lab', 'Invite Users');
      await quickInput.hasTitle('(1/3)');
      for (const button of ['Paste from Clipboard', 'Use Editor Selection', 'Import from File']) {
        await screenReader().has('button', new RegExp(`^${button}`));
      }
      await quickInput.fill('nobody, mei@example.edu, noor@example.edu, ada@example.org, ');
      for (const row of ['nobody, has no @', 'mei@example.edu', 'noor@example.edu', 'ada@example.org']) {
        await screenReader().has('checkbox', row);
      }
      await quickInput.accept();
      await quickInput.hasTitle('(2/3)');
      await screenReader().has('listbox', /^Role for everyone you're inviting - Invite Users to Perception lab$/);
      await screenReader().hasNames('option', [
        'Collaborator, Can work on studies and projects and view the balance.',
        'Admin, Can also invite and remove members and rename the workspace.',
      ]);
      await screenReader().has('button', /^Back/);
      await quickInput.accept();
      await quickInput.hasRow('Invite 2 people');
      await screenReader().has('listbox', /^Review, then send. You can't withdraw invitations from VS Code./);
      await screenReader().hasNames('option', [
        'Invite 2 people, Role: Collaborator, mei@example.edu, noor@example.edu',
        'Already members: 1, skipped, ada@example.org',
        'Invalid addresses: 1, skipped, nobody',
      ]);
    });

    it('a message is a dialog that says all of it, with buttons', async () => {
      const { tree, window } = harness();
      await tree.pressInline('Perception lab', 'Invite Users');
      await window.quickInput.answer('nobody, mei@example.edu, noor@example.edu, ada@example.org', '(1/3)');
      await window.quickInput.pick('Collaborator');
      await window.quickInput.pick('Invite 2 people');
      await window.notifications.has('2 invited');
      await screenReader().has(
        'dialog',
        /^Info: 2 invited to Perception lab, 1 already a member, and 1 invalid, source: Prolific/,
      );
      await screenReader().has('button', 'Copy Links');
      await window.notifications.press('2 invited', 'Show Report');
      await screenReader().has('tab', /^Invitations to Perception lab/);
      for (const button of ['Copy Report as Table', 'Save Report as CSV', 'Invite Remaining']) {
        await screenReader().has('button', button);
      }
    });

    it('every other row says its name, what it is, and its state in words: nothing is conveyed by an icon or a color alone @host', async () => {
      const { tree, sandbox } = harness();
      await invite(harness(), 'Perception lab', ['mei@example.edu', 'noor@example.edu']);
      sandbox.fault({ operation: 'get-workspace-balance', times: 3 }, failWith(500));
      await tree.expand('Perception lab');
      await tree.has("Couldn't load balance", undefined, { timeout: 30_000 });
      sandbox.clearFaults();
      for (const row of ['Projects (', 'Sent Invitations (', 'Members (']) {
        await tree.expand(row);
      }
      const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }).format(new Date());
      await hasRowsBelow([
        'Members (5)',
        'Ada Whitfield, member, Owner, Admin',
        'Bo Lindqvist, member, Admin',
        'Chidi Okonjo, member, Collaborator',
        'Hương Nguyễn Thị, member, Collaborator',
        "Zoë O'Connell-Núñez, member, Collaborator",
        'Sent Invitations (2)',
        `mei@example.edu, invitation, invited, Collaborator, ${day}`,
        `noor@example.edu, invitation, invited, Collaborator, ${day}`,
        'View all pending invitations in Prolific',
        'Projects (3)',
        'Colour naming in five languages, project, private',
        'Gaze following, project, public',
        'Pilot, project, private',
        "Couldn't load balance. Prolific is having problems (status 500). Try again later.",
      ]);
      await tree.click("Couldn't load balance");
      await tree.expand('Balance, £42.00');
      await screenReader().has('treeitem', /^Rewards, £/);
      await screenReader().has('treeitem', /^VAT, £/);
      await tree.click('mei@example.edu');
      await screenReader().has('button', 'Copy Invite Link');
    });

    /** Waits until these are the names of all rows below the workspaces. */
    async function hasRowsBelow(names: readonly string[]): Promise<void> {
      const isBelow = ({ role, states }: AccessibleNode) => role === 'treeitem' && states['level'] !== 1;
      await eventually(
        `the rows ${names.join(' | ')}`,
        async () => (await screenReader().all()).filter(isBelow).map(({ name }) => name),
        (seen) => isDeepStrictEqual(seen, names),
      );
    }

    it('a question is a modal dialog that says all of it', async () => {
      const { window } = harness();
      await invite(harness(), 'Perception lab', ['mei@example.edu', 'noor@example.edu']);
      await window.command('Prolific: Sign Out');
      await window.dialog.has('Sign out of Prolific?');
      const { name, description, states } = await screenReader().has('dialog', /Sign out of Prolific\?/);
      assert.equal(states['modal'], true);
      assert.match(`${name} ${description}`, /, 2 with an invite link\./);
      for (const button of ['Sign Out and Keep Invitations', 'Sign Out and Forget Invitations', 'Cancel']) {
        await screenReader().has('button', button);
      }
    });

    it('Alt+F1 in the view explains how to use it @host', async () => {
      const { window } = harness();
      await window.focusView('Prolific', 'Workspaces');
      await window.press('Alt+F1');
      await window.hasAccessibilityHelp('The tree of your Prolific workspaces.');
      await window.hasAccessibilityHelp(/Find Workspace \(unassigned keybinding\) finds a workspace as you type/);
      await harness().screenshot('accessibility-help');
    });
  });

  describe('with the keyboard alone', () => {
    beforeEach(() => harness().begin({ start: 'signedOut' }));

    /** The palette, and Enter on the command. */
    async function run(command: string): Promise<void> {
      const { window } = harness();
      const { quickInput } = window;
      await quickInput.isGone();
      await window.press('F1');
      await quickInput.opens();
      // At once, since the list is filtered a little later, and each time its first row gets the focus.
      await window.page.keyboard.insertText(command);
      const areFiltered = (rows: readonly string[]) =>
        untilSimilar(rows).every((row) => command.split(' ').every((word) => row.includes(word)));
      await eventually(
        `only commands like "${command}"`,
        () => quickInput.rows(),
        (rows) => rows.length > 0 && areFiltered(rows),
      );
      await quickInput.moveTo(command);
      await window.press('Enter');
    }

    /** The rows before those that VS Code merely takes for similar. */
    function untilSimilar(rows: readonly string[]): readonly string[] {
      const similar = rows.findIndex((row) => row.endsWith(', similar commands'));
      return similar < 0 ? rows : rows.slice(0, similar);
    }

    async function type(text: string, title: string): Promise<void> {
      const { window } = harness();
      await window.quickInput.hasTitle(title);
      await window.page.keyboard.type(text);
      await window.press('Enter');
    }

    it('the user signs in, finds a workspace, renames it, invites somebody, copies the link, and signs out @host', async () => {
      const { window, tree, sandbox } = harness();
      const { accessibility, quickInput } = window;
      const mei = 'mei@example.edu';
      await run('Prolific: Focus on Workspaces View');
      await quickInput.isGone();
      await eventually(
        'the view to have the keyboard',
        () => window.page.evaluate(() => document.activeElement !== document.body),
        (has) => has,
      );
      await window.press('Tab');
      await accessibility.hasFocus('button', 'Sign In');
      await window.press('Enter');
      await type(tokens.ada, signInTitle);
      await tree.has('Perception lab');

      await run('Prolific: Find Workspace');
      await quickInput.hasTitle('Find Workspace');
      await window.page.keyboard.type('perception');
      await quickInput.moveTo('Perception lab');
      await window.press('Enter');
      await tree.has('Perception lab', ({ selected, focused }) => selected && focused);
      await tree.hasKeyboard();
      // So that it shows when VS Code selects the row again, which gives it the keyboard and would close the menu.
      await window.press('ControlOrMeta+Shift+Enter');
      await tree.has('Perception lab', ({ selected, focused }) => !selected && focused);
      await window.press('F2');
      await type('Vision lab', 'Rename Workspace');
      await tree.has('Vision lab', ({ selected, focused }) => selected && focused);
      await quickInput.isGone();
      await tree.hasKeyboard();

      await window.press('Shift+F10');
      await accessibility.has('menuitem', 'Invite Users');
      await window.press('ArrowDown');
      await accessibility.hasFocus('menuitem', 'Invite Users');
      await window.press('Enter');
      await type(mei, 'Invite Users to Vision lab (1/3)');
      await quickInput.hasTitle('(2/3)');
      await window.press('Enter');
      await quickInput.hasRow('Invite 1 person');
      await window.press('Enter');
      await window.notifications.has('1 invited to Vision lab');
      assert.deepEqual(
        sandbox.invitationsSent.map(({ address }) => address),
        [mei],
      );

      await run('Prolific: Copy Invite Link');
      await quickInput.hasTitle('Copy Invite Link');
      await quickInput.moveTo(mei);
      await window.press('Enter');
      await window.hasClipboard(sandbox.invitationsSent[0]?.link ?? 'nothing was sent');

      await run('Prolific: Sign Out');
      await window.dialog.has('Sign out of Prolific?');
      await accessibility.hasFocus('button', 'Sign Out and Keep Invitations');
      await window.press('Enter');
      await tree.hasWelcome('Sign in with an API token');
    });
  });
});
