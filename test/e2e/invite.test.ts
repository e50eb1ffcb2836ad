import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { invite } from './steps';
import { useHarness } from './useHarness';

const toPerception = 'Invite Users to Perception lab';
const link = /^https:\/\/app\.prolific\.com\/invite\/[0-9a-f]{24}$/;

const withEmails = v.object({ emails: v.array(v.string()) });

describe('Inviting users', () => {
  const harness = useHarness();

  it('goes from the palette through workspace, addresses, role and check to the message, which hands out the links @host', async () => {
    const { window, sandbox } = harness();
    const { quickInput, notifications } = window;
    await window.command('Prolific: Invite Users');
    await quickInput.hasTitle('Invite Users (1/4)');
    await quickInput.pick('Perception lab');
    await quickInput.hasTitle(`${toPerception} (2/4)`);
    await harness().screenshot('invite-addresses');
    // A column pasted into the box: its line breaks arrive as spaces.
    await quickInput.fill('mei@example.edu Tom.Z@example.edu, noor@example.edu');
    await quickInput.accept();
    await quickInput.hasTitle(`${toPerception} (3/4)`);
    await harness().screenshot('invite-role');
    await quickInput.pick('Collaborator');
    await quickInput.hasTitle(`${toPerception} (4/4)`);
    await quickInput.hasRow('Invite 3 people');
    await harness().screenshot('invite-check');
    assert.equal(harness().requestsOf('POST').length, 0, 'nothing is sent before the check');
    await quickInput.pick('Invite 3 people');
    await notifications.has('3 invited to Perception lab');
    await harness().screenshot('invite-done');
    assert.deepEqual(harness().requests(), ['GET /workspaces/:id/', 'POST /invitations/']);
    assert.deepEqual(
      harness()
        .requestsOf('POST')
        .map(({ body }) => body),
      [
        {
          association: sandbox.state.workspaceTitled('Perception lab').id,
          emails: ['mei@example.edu', 'Tom.Z@example.edu', 'noor@example.edu'],
          role: 'WORKSPACE_COLLABORATOR',
        },
      ],
    );
    await notifications.press('3 invited to Perception lab', 'Copy Links');
    await window.hasStatus('3 invite links copied');
    const rows = (await window.clipboard()).trim().split('\n');
    assert.deepEqual(
      rows,
      sandbox.invitationsSent.map((mail) => `${mail.address}\t${mail.link}`),
    );
  });

  it('shows what was sent under the workspace, and copies one bare link from its row @host', async () => {
    const { tree, window } = harness();
    await invite(harness(), 'Perception lab', ['mei@example.edu', 'Tom.Z@example.edu']);
    await tree.expand('Perception lab');
    await tree.expand('Sent Invitations (2)');
    await tree.has('Tom.Z@example.edu, invitation, invited');
    await tree.has('View all pending invitations in Prolific');
    // While what is under the workspace is being read and drawn, VS Code does not know its rows for a moment.
    await tree.has('Balance, £');
    await tree.pressInline('Tom.Z@example.edu', 'Copy Invite Link');
    await window.hasStatus('Invite link copied');
    assert.match(await window.clipboard(), link);
    await harness().screenshot('invitations-in-tree');
  });

  it('keeps the links over a restart: from the palette, the newest first @host', async () => {
    await invite(harness(), 'Perception lab', ['mei@example.edu', 'noor@example.edu']);
    await harness().restart();
    const { window, sandbox } = harness();
    await window.setClipboard('');
    await window.command('Prolific: Copy Invite Link');
    await window.quickInput.hasTitle('Copy Invite Link');
    await harness().screenshot('copy-link-picker');
    await window.quickInput.pick('noor@example.edu');
    await window.hasStatus('Invite link copied');
    const mail = sandbox.invitationsSent.find(({ address }) => address === 'noor@example.edu');
    await window.hasClipboard(mail?.link ?? 'nothing was sent');
  });

  it('starts at the addresses from a row, and leaves out members, repeats, and who was invited before, and says so', async () => {
    const { tree, window, sandbox } = harness();
    const { quickInput } = window;
    await invite(harness(), 'Perception lab', ['mei@example.edu']);
    await window.notifications.clearAll();
    const before = sandbox.invitationsSent.length;
    await tree.pressInline('Perception lab', 'Invite Users');
    await quickInput.hasTitle(`${toPerception} (1/3)`);
    await quickInput.fill('ada@example.org, nobody, new@example.edu, new@example.edu, mei@example.edu, ');
    await quickInput.hasMessage('“nobody”: has no @', 'warning');
    await quickInput.accept();
    await quickInput.pick('Collaborator');
    await quickInput.hasRow('Invite 1 person');
    const rows = await quickInput.rows();
    for (const line of [
      'Already members: 1',
      'Already invited from this computer: 1',
      'Duplicates: 1',
      'Invalid addresses: 1',
    ]) {
      assert.ok(
        rows.some((row) => row.includes(line)),
        `the check does not say “${line}”: ${rows.join(' | ')}`,
      );
    }
    await harness().screenshot('invite-check-left-out');
    await quickInput.pick('Invite 1 person');
    await window.notifications.has('1 invited to Perception lab');
    assert.equal(sandbox.invitationsSent.length, before + 1);
    await window.notifications.press('1 invited to Perception lab', 'Copy Link');
    await window.hasClipboard(sandbox.invitationsSent.at(-1)?.link ?? 'nothing was sent');
  });

  it('goes back a step with everything kept', async () => {
    const { tree, window } = harness();
    const { quickInput } = window;
    await tree.pressInContextMenu('Perception lab', 'Invite Users');
    await quickInput.answer('back@example.edu', `${toPerception} (1/3)`);
    await quickInput.hasTitle('(2/3)');
    await quickInput.back();
    await quickInput.hasTitle('(1/3)');
    assert.equal(await quickInput.value(), 'back@example.edu');
    await quickInput.cancel();
    assert.equal(harness().requestsOf('POST').length, 0);
  });

  it('takes batches of ten for a class, by keyboard alone', async () => {
    const { tree, window, sandbox } = harness();
    const { quickInput } = window;
    const before = sandbox.invitationsSent.length;
    const students = Array.from({ length: 23 }, (_, index) => `student${index}@example.edu`);
    await tree.click('My workspace');
    // A tree that has the focus takes it once more when it has been drawn.
    await tree.has('Balance, £');
    await window.command('Prolific: Invite Users');
    await quickInput.hasTitle('(1/4)');
    await window.press('Enter');
    await quickInput.answer(students.join(' '), 'Invite Users to My workspace (2/4)');
    await quickInput.hasTitle('(3/4)');
    await window.press('Enter');
    await quickInput.hasTitle('(4/4)');
    await quickInput.hasRow('Invite 23 people');
    await window.press('Enter');
    await window.notifications.has('23 invited to My workspace', { timeout: 30_000 });
    assert.deepEqual(
      sandbox.invitationsSent.slice(before).map(({ address }) => address),
      students,
    );
    assert.deepEqual(
      harness()
        .requestsOf('POST')
        .map(({ body }) => v.parse(withEmails, body).emails.length),
      [10, 10, 3],
    );
  });

  it('asks once more before several people become admins @host', async () => {
    const { tree, window, sandbox } = harness();
    const before = sandbox.invitationsSent.length;
    await tree.pressInline('Perception lab', 'Invite Users');
    await window.quickInput.answer('boss1@example.edu boss2@example.edu', '(1/3)');
    await window.quickInput.pick('Admin');
    await window.quickInput.pick('Invite 2 people');
    await window.dialog.has('as Admin?');
    await harness().screenshot('invite-admins');
    await window.press('Escape');
    await window.dialog.isGone();
    assert.equal(sandbox.invitationsSent.length, before);
  });

  it('says in one sentence that only admins may invite, and sends nothing more', async () => {
    const { tree, window } = harness();
    await tree.pressInline('Decision making', 'Invite Users');
    await window.quickInput.answer('a@example.edu', '(1/3)');
    await window.quickInput.pick('Collaborator');
    await window.quickInput.pick('Invite 1 person');
    await window.notifications.has('Only workspace admins can invite');
    await harness().screenshot('invite-refused');
    assert.equal(harness().requestsOf('POST').length, 1);
  });

  it('asks on signing out whether the links are kept', async () => {
    const { window, tree } = harness();
    await invite(harness(), 'Perception lab', ['mei@example.edu']);
    await window.command('Prolific: Sign Out');
    await window.dialog.has('Invitations stored on this computer');
    await harness().screenshot('sign-out-question');
    await window.dialog.press('Sign Out and Keep Invitations');
    await tree.hasWelcome('Sign in with an API token');
  });
});
