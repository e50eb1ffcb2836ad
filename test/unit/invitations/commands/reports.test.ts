import { strict as assert } from 'node:assert';
import { inviteUsers } from '../../../../src/invitations/commands/inviteUsers';
import { reportInterruptedRun } from '../../../../src/invitations/commands/reports/showReports';
import {
  copyReport,
  inviteRemaining,
  saveReport,
  showLastReport,
} from '../../../../src/invitations/commands/reports/reportCommands';
import type { Run } from '../../../../src/invitations/ledger/run';
import { FullDisk, SavedFile } from '../../support/prompts/savedFile';
import { onSandbox } from '../../support/onSandbox';
import { whenShown, openInviting, type OpenInvitations } from '../../support/openInvitations';
import { rowOf } from '../../support/openExtension';
import { onPickMany, onNotify, onPick, onSaveFile } from '../../support/prompts/scriptedPrompts';
import { gracesToken } from '../../support/session/signedInSession';
import { invited, storedPeople } from '../../support/storedPeople';

const palette = { kind: 'palette' } as const;
const toPerception = 'Invite Users to Perception lab';

describe('Reports of what became of each person', () => {
  const sandbox = onSandbox();

  /** Ada has invited three people: one twice, one who is rejected, and one that is no address. */
  async function openReported(button: string | undefined): Promise<OpenInvitations> {
    sandbox().behavior.rejectedAddresses.add('typo@example.edu');
    const extension = await openInviting(sandbox(), {
      steps: [
        onPickMany(toPerception, 'Rae Quick <rae@example.edu>, typo@example.edu, rae@example.edu, nobody,'),
        onPick(toPerception, 'Collaborator'),
        onPick(toPerception, 'Invite 2 people'),
        onNotify(/1 invited to Perception lab, 1 rejected/, button),
      ],
    });
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    return extension;
  }

  function lastLines(text: string, count: number): readonly string[] {
    return text
      .trimEnd()
      .split('\n')
      .slice(-count)
      .map((line) => line.replace(/ · https:.*/, ' · link'));
  }

  it('open from the message after inviting', async () => {
    const extension = await openReported('Show Report');
    assert.deepEqual(lastLines(extension.reports.text, 4), [
      'rae@example.edu · Rae Quick · invited · link',
      'typo@example.edu · rejected · Prolific says: “Enter a valid email address.”',
      'rae@example.edu · duplicate',
      'nobody · invalid address: has no @',
    ]);
  });

  it('come with a message whose buttons may fail, which is logged', async () => {
    const extension = await openInviting(sandbox());
    extension.prompts.writeClipboard = () => Promise.reject(new Error('no clipboard'));
    extension.expect(
      onPickMany(toPerception, 'rae@example.edu'),
      onPick(toPerception, 'Collaborator'),
      onPick(toPerception, 'Invite 1 person'),
      onNotify('1 invited to Perception lab', 'Copy Link'),
    );
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    assert.match(extension.lines.at(-1) ?? '', /^A background task failed: Error/);
  });

  it('open again at any time with Show Last Report, including skipped entries', async () => {
    const extension = await openReported(undefined);
    assert.equal((await showLastReport(extension, palette)).kind, 'done');
    assert.equal(lastLines(extension.reports.text, 1)[0], 'nobody · invalid address: has no @');
  });

  it('open from the ledger after a restart, including rejected people with Prolific’s words', async () => {
    const before = await openReported(undefined);
    const extension = await openInviting(sandbox(), { secrets: before.secrets });
    assert.equal((await showLastReport(extension, rowOf(extension, 'Perception lab'))).kind, 'done');
    assert.deepEqual(lastLines(extension.reports.text, 2), [
      'rae@example.edu · Rae Quick · invited · link',
      'typo@example.edu · rejected · Prolific says: “Enter a valid email address.”',
    ]);
  });

  it('do not exist if nobody was invited', async () => {
    const extension = await openInviting(sandbox());
    const result = await showLastReport(extension, palette);
    assert.equal(result.kind === 'failed' && result.problem.message, 'No invitations are stored on this computer.');
  });

  it('are copied as a table', async () => {
    const extension = await openReported('Show Report');
    await copyReport(extension, palette);
    assert.match(
      extension.prompts.clipboard,
      /^Email address\tName\tOutcome\t.*\nrae@example\.edu\tRae Quick\tinvited\t/,
    );
    assert.deepEqual(extension.prompts.statusMessages, ['Report copied as a table']);
  });

  it('are saved as CSV', async () => {
    const extension = await openReported('Show Report');
    const file = new SavedFile();
    extension.expect(onSaveFile('Save Report as CSV', file));
    await saveReport(extension, palette);
    assert.match(file.text ?? '', /^\ufeffEmail address,Name,/);
    assert.deepEqual(extension.prompts.statusMessages, ['Report saved']);
  });

  it('say so if they cannot be saved, as on a full disk, and can be saved elsewhere', async () => {
    const extension = await openReported('Show Report');
    extension.expect(onSaveFile('Save Report as CSV', new FullDisk()));
    const result = await saveReport(extension, palette);
    assert.deepEqual(result.kind === 'failed' && result.problem, {
      message: "Couldn't save the file there. Choose another location.",
      remedies: [{ kind: 'retry' }],
    });
  });

  it('take people who were rejected or not sent back into the wizard with Invite Remaining', async () => {
    const extension = await openReported('Show Report');
    extension.expect(
      onPickMany(toPerception, (list) => {
        assert.deepEqual(list.tickedLabels, ['typo@example.edu']);
        list.close();
      }),
    );
    assert.equal((await inviteRemaining(extension, palette)).kind, 'canceled');
    extension.prompts.finish();
  });

  it('do so from the message too', async () => {
    sandbox().behavior.rejectedAddresses.add('typo@example.edu');
    const extension = await openInviting(sandbox(), {
      steps: [
        onPickMany(toPerception, 'typo@example.edu'),
        onPick(toPerception, 'Collaborator'),
        onPick(toPerception, 'Invite 1 person'),
        onNotify(/1 rejected/, 'Invite Remaining'),
        onPickMany(toPerception, (list) => {
          assert.deepEqual(list.tickedLabels, ['typo@example.edu']);
          list.close();
        }),
      ],
    });
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
  });

  it('are gone once another account has signed in, which invites nobody of their list', async () => {
    const extension = await openReported('Show Report');
    await extension.sessions.signIn(gracesToken);
    const result = await inviteRemaining(extension, palette);
    assert.match(result.kind === 'failed' ? result.problem.message : '', /Open a report first/);
    assert.equal(extension.reports.text, '');
  });

  it('are gone even if another account is just signing in when Invite Remaining is called', async () => {
    const extension = await openReported('Show Report');
    const verifying = new Promise<void>((resolve) => {
      extension.sessions.onDidChange(({ kind }) => kind === 'verifying' && resolve());
    });
    await extension.secrets.store(`token|${sandbox().origin}`, gracesToken);
    await verifying;
    const result = await inviteRemaining(extension, palette);
    assert.match(result.kind === 'failed' ? result.problem.message : '', /Open a report first/);
    extension.prompts.finish();
  });

  describe('of a run that was interrupted', () => {
    /** Another window has died while it sent. */
    async function openInterrupted(): Promise<{ extension: OpenInvitations; run: Run }> {
      const extension = await openInviting(sandbox());
      const { owner } = extension.account;
      const { id, title } = extension.workspace('Perception lab');
      assert.ok(owner !== undefined);
      const people = [
        invited('a@example.edu'),
        { address: 'b@example.edu', outcome: 'sending' },
        { address: 'c@example.edu', name: 'Cy', outcome: 'planned' },
      ] as const;
      await extension.ledger.write(
        owner,
        storedPeople({ run: 'r1', workspaceId: id, workspaceTitle: title.raw, people }),
      );
      await extension.ledger.write(owner, { kind: 'interrupted', run: 'r1', window: 'w', isReported: false });
      const run = extension.ledger.run('r1');
      assert.ok(run !== undefined);
      return { extension, run };
    }

    const told = /^1 invited to Perception lab, 1 unknown, and 1 not sent\. It looks like VS Code closed/;

    it('list everybody, worded as a guess', async () => {
      const { extension, run } = await openInterrupted();
      extension.expect(
        onNotify(told, ({ buttons }) => {
          assert.deepEqual(buttons, ['Copy Link', 'Show Report', 'Invite Remaining', 'Open in Browser']);
          return 'Show Report';
        }),
      );
      reportInterruptedRun(extension, run);
      await whenShown(extension);
      assert.deepEqual(lastLines(extension.reports.text, 3), [
        'a@example.edu · invited · link',
        'b@example.edu · unknown: an email may have been sent',
        'c@example.edu · Cy · not sent: VS Code closed first',
      ]);
    });

    it('offer people not sent, and people whose outcome is unknown only with a warning', async () => {
      const { extension, run } = await openInterrupted();
      extension.expect(
        onNotify(told, 'Invite Remaining'),
        onPickMany(toPerception, async (list) => {
          assert.deepEqual(
            list.rows.map(({ label, description }) => [label, description]),
            [
              ['c@example.edu', 'Cy'],
              ['b@example.edu', undefined],
            ],
          );
          await list.accept();
        }),
        onPick(toPerception, 'Collaborator'),
        onPick(toPerception, (list) => {
          assert.deepEqual(list.labels, [
            'Invite 1 person',
            'May already have been invited (outcome unknown): 1',
            'Also invite people whose outcome is unknown (may be a second email): 1',
          ]);
          list.choose('Invite 1 person');
        }),
        onNotify(/^1 invited to Perception lab/),
      );
      reportInterruptedRun(extension, run);
      await whenShown(extension);
      assert.deepEqual(
        sandbox().invitationsSent.map(({ address }) => address),
        ['c@example.edu'],
      );
    });

    it('invite nobody if another account signs in while the message is shown', async () => {
      const { extension, run } = await openInterrupted();
      extension.expect(
        onNotify(told, async () => {
          await extension.sessions.signIn(gracesToken);
          return 'Invite Remaining';
        }),
        onNotify('The account that sent these invitations is no longer signed in.'),
      );
      reportInterruptedRun(extension, run);
      await whenShown(extension);
      assert.equal(sandbox().invitationsSent.length, 0);
    });

    it('log it if a button of the message fails', async () => {
      const { extension, run } = await openInterrupted();
      extension.prompts.openExternal = () => Promise.reject(new Error('no browser'));
      extension.expect(onNotify(told, 'Open in Browser'));
      reportInterruptedRun(extension, run);
      await whenShown(extension);
      assert.match(extension.lines.at(-1) ?? '', /^A background task failed: Error/);
    });

    it('open the Team page in Prolific', async () => {
      const { extension, run } = await openInterrupted();
      extension.expect(onNotify(told, 'Open in Browser'));
      reportInterruptedRun(extension, run);
      await whenShown(extension);
      assert.match(extension.prompts.openedPages[0] ?? '', /app\.prolific\.com\/researcher\/workspaces\//);
    });
  });
});
