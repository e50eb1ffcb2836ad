import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { failWith, holdUntil, resetAfterProcessing } from '../sandbox/faults';
import { tokens } from '../sandbox/labs/people';
import { invite, Released } from './steps';
import { useHarness } from './useHarness';
import { eventually } from './workbench/eventually';

const toPerception = 'Invite Users to Perception lab';
const link = /^https:\/\/app\.prolific\.com\/invite\/[0-9a-f]{24}$/;

const post = { method: 'POST', path: '/invitations/' } as const;

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
    assert.equal(harness().requestsOf('POST').length, 0, 'nothing is sent before the review');
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
    await tree.has('Projects (');
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

  describe('a class', () => {
    /** From the row to the review step, with the addresses as they are pasted. */
    async function compose(title: string, text: string): Promise<void> {
      const { tree, window } = harness();
      await tree.pressInline(title, 'Invite Users');
      await window.quickInput.answer(text, '(1/3)');
      await window.quickInput.hasTitle('(2/3)');
      await window.quickInput.pick('Collaborator');
      await window.quickInput.hasTitle('(3/3)');
    }

    /** VS Code passes on what the user does in its order: once a later command has come, so has all before it. */
    async function extensionHasHeard(): Promise<void> {
      const { window } = harness();
      await window.command('Prolific: Find Workspace');
      await window.quickInput.hasTitle('Find Workspace');
      await window.quickInput.cancel();
    }

    it('takes forty addresses from the clipboard, and reports what became of each', async () => {
      const { tree, window, sandbox } = harness();
      const { quickInput, notifications } = window;
      const students = Array.from({ length: 36 }, (_, index) => `Student ${index}\tstudent${index}@example.edu`);
      const others = [
        'Ada\tada@example.org',
        'Bo\tBo.Lindqvist@example.org',
        'Bad\tbad@example.edu',
        'Again\tstudent0@example.edu',
      ];
      await window.setClipboard(['Name\tE-mail', ...others.slice(0, 3), ...students, ...others.slice(3)].join('\n'));
      sandbox.behavior.rejectedAddresses.add('bad@example.edu');
      sandbox.fault({ ...post, skip: 3, times: 1 }, resetAfterProcessing());
      await tree.pressInline('Perception lab', 'Invite Users');
      await quickInput.hasTitle(`${toPerception} (1/3)`);
      await quickInput.pressButton('Paste from Clipboard');
      await quickInput.hasRow('student0@example.edu, Student 0');
      await quickInput.accept();
      await quickInput.pick('Collaborator');
      await quickInput.hasRow('Invite 37 people');
      await harness().screenshot('invite-class-check');
      await quickInput.pick('Invite 37 people');
      const told = await notifications.has('invited to Perception lab', { timeout: 30_000 });
      await harness().screenshot('invite-class-end');
      assert.match(
        told,
        /^19 invited to Perception lab, 2 already members, 1 rejected, 10 unknown, 7 not sent, and 1 duplicate/,
      );
      const mails = sandbox.invitationsSent.map(({ address }) => address);
      assert.equal(new Set(mails).size, mails.length, 'somebody got two mails');
    });

    it('shows the report as a read-only document, and copies it as a table @host', async () => {
      const { window } = harness();
      await compose('Pilot studies', 'Rae Quick <rae@example.edu>, nobody, "Doe, Jane" <jane@example.edu>');
      await window.quickInput.pick('Invite 2 people');
      await window.notifications.press('2 invited to Pilot studies', 'Show Report');
      await window.hasEditorText('rae@example.edu · Rae Quick · invited');
      await window.hasEditorText('nobody · invalid address');
      await harness().screenshot('report');
      await window.command('Prolific: Copy Report as Table');
      await window.hasStatus('Report copied as a table');
      const rows = (await window.clipboard())
        .trim()
        .split('\n')
        .map((row) => row.split('\t'));
      assert.deepEqual(rows[0], ['Email address', 'Name', 'Outcome', 'Message from Prolific', 'Invite link']);
      assert.deepEqual(rows[1]?.slice(0, 3), ['rae@example.edu', 'Rae Quick', 'invited']);
      assert.match(rows[1].at(4) ?? '', /^https:\/\/app\.prolific\.com\/invite\//);
      assert.deepEqual(
        rows.map((row) => row.length),
        [5, 5, 5, 5],
      );
    });

    it('can be canceled between batches', async () => {
      const { window, sandbox } = harness();
      const before = sandbox.invitationsSent.length;
      const released = new Released();
      sandbox.fault({ ...post, times: 1 }, holdUntil(released.promise));
      await compose('Consumer panel', Array.from({ length: 30 }, (_, index) => `late${index}@example.edu`).join(' '));
      await window.quickInput.pick('Invite 30 people');
      await window.notifications.has('Sending invitations to Consumer panel');
      await eventually(
        'the first batch to be sent',
        () => Promise.resolve(harness().requestsOf('POST').length),
        (count) => count === 1,
      );
      await harness().screenshot('invite-progress');
      await window.notifications.press('Sending invitations to Consumer panel', 'Cancel');
      await extensionHasHeard();
      released.now();
      await window.notifications.has(/^10 invited to Consumer panel and 20 not sent.*Canceled/, { timeout: 20_000 });
      assert.equal(sandbox.invitationsSent.length - before, 10);
    });

    it('keeps the token and address that Prolific echoes out of every console, although the message shows them', async () => {
      const { window, sandbox } = harness();
      await invite(harness(), 'My workspace', ['known@example.edu']);
      await window.notifications.clearAll();
      const detail = `Bad request by ${tokens.ada} for known@example.edu.`;
      sandbox.fault({ ...post, times: 1 }, failWith(400, { content: { type: 'json', value: { detail } } }));
      await compose('My workspace', 'other@example.edu');
      await window.quickInput.pick('Invite 1 person');
      await window.notifications.has('Bad request by');
    });

    it('copies all pending links of a workspace, forgets them, and invites one person again', async () => {
      const { tree, window, sandbox } = harness();
      await invite(harness(), 'Pilot studies', ['rae@example.edu', 'jane@example.edu']);
      await window.notifications.clearAll();
      await tree.expand('Pilot studies');
      await tree.expand('Sent Invitations (2)');
      await tree.pressInContextMenu('rae@example.edu', 'Invite Again');
      await window.dialog.has('Invite rae@example.edu to Pilot studies again?');
      await window.dialog.press('Send New Email');
      await window.notifications.has('1 invited to Pilot studies');
      assert.equal(sandbox.invitationsSent.filter(({ address }) => address === 'rae@example.edu').length, 2);
      await tree.has('Sent Invitations (2)');
      await tree.pressInContextMenu('Sent Invitations (2)', 'Copy All Invite Links');
      await window.hasStatus('2 invite links copied');
      assert.match(await window.clipboard(), /^rae@example\.edu\thttps:\S+\njane@example\.edu\thttps:\S+\n$/);
      await tree.pressInContextMenu('Sent Invitations (2)', 'Show Last Report');
      await window.hasEditorText('rae@example.edu · invited');
      await tree.pressInContextMenu('Sent Invitations (2)', 'Forget Invitations');
      await window.dialog.has('Forget the invitations to Pilot studies');
      await window.dialog.press('Forget');
      await tree.hasNot('Sent Invitations (2)');
    });
  });
});
