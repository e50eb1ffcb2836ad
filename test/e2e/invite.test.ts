import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { invite } from './steps';
import { useHarness } from './useHarness';

const toPerception = 'Invite Users to Perception lab';
const link = /^https:\/\/app\.prolific\.com\/invite\/[0-9a-f]{24}$/;

const withEmails = v.object({ emails: v.array(v.string()) });

describe('Inviting users', () => {
  const harness = useHarness();

  it('goes from the palette through workspace, addresses, role, and review to the message, which offers the links @host', async () => {
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

  it('lists sent invitations under the workspace, and copies one bare link from its row @host', async () => {
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

  it('keeps the links across a restart, listed in the palette with the newest first @host', async () => {
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

  it('sends batches of ten for a class, with the keyboard alone', async () => {
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
});
