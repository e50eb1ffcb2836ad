import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { removeFolder, temporaryFolder } from '../host/processes';
import { labFrom, type PersonDraft } from '../sandbox/labs/draft';
import { tokens } from '../sandbox/labs/people';
import { admin, collaborator } from '../sandbox/model';
import { themesToTest } from './themesToTest';
import { useHarness } from './useHarness';

const surnames = ['Abe', 'Berg', 'Costa', 'Dahl', 'Endo', 'Fox', 'Gül', 'Hahn', 'Ito', 'Jansen'];

/** Ada owns 30 workspaces, and 200 people work in them, each in three. */
function bigLab() {
  const colleagues = Array.from({ length: 199 }, (_, index): readonly [string, PersonDraft] => [
    `person${index}`,
    { name: [`Person ${index}`, surnames[index % surnames.length] ?? ''], email: `person${index}@example.edu` },
  ]);
  const ada: PersonDraft = { name: ['Ada', 'Whitfield'], email: 'ada@example.org', token: tokens.ada };
  const people: Record<string, PersonDraft> = { ada, ...Object.fromEntries(colleagues) };
  const drafts = Array.from({ length: 30 }, (_, number) => ({
    title: `Study ${String(number + 1).padStart(2, '0')}`,
    owner: 'ada',
    members: Object.fromEntries(
      [0, 1, 2].flatMap((round) =>
        colleagues
          .filter((_each, index) => (index + round * 7) % 30 === number)
          .map(([key], index) => [key, index === 0 ? admin : collaborator]),
      ),
    ),
  }));
  return labFrom(people, drafts);
}

const compare = 'Compare with Roster';

for (const theme of themesToTest(['dark'])) {
  describe(`The people of a lab (${theme})`, () => {
    const folder = temporaryFolder('roster');
    const exported = path.join(folder, 'members.csv');
    mkdirSync(path.join(folder, '.git'));
    after(() => removeFolder(folder));

    const harness = useHarness({ lab: bigLab, folder, colorTheme: theme });
    const show = (state: string) => harness().screenshot(`roster-${theme}-${state}`);

    it('are found in all workspaces, with where they are, without a request', async () => {
      const { tree, window } = harness();
      const { quickInput } = window;
      await tree.pressInOverflow('Find Person');
      await quickInput.hasTitle('Find Person (1/2)');
      await show('all');
      // VS Code finds it in titles of workspaces too, until the list is down to the people we found.
      await quickInput.fill('07');
      await quickInput.hasOnlyRows(['Person 107']);
      await show('found');
      await quickInput.accept();
      await quickInput.hasTitle('Person 107 Hahn (2/2)');
      await show('person');
      await quickInput.pick('Study 18');
      await quickInput.isGone();
      await tree.has('Study 18', ({ selected }) => selected);
      assert.deepEqual(
        (await tree.selected()).map(({ label }) => label),
        ['Study 18'],
      );
      assert.deepEqual(harness().requests(), []);
    });

    it('are exported to a file that then matches; differences from another roster are shown in a document', async () => {
      const { window } = harness();
      await window.command('Prolific: Export Members');
      await window.quickInput.pick('All workspaces (30)');
      // The list before has the same title.
      await window.quickInput.hasRow('..');
      await window.quickInput.chooseFile(exported, 'Export Members');
      await window.dialog.has('which is under version control?');
      await show('export');
      await window.dialog.press('Save');
      await window.hasStatus('627 members exported');
      await window.pressInExplorer('members.csv', compare);
      await window.notifications.has('members.csv matches Prolific: 627 memberships in 30 workspaces, no differences.');
      await show('equal');
      assert.deepEqual(await window.editors(), []);
      await window.notifications.clearAll();
      const lines = readFileSync(exported, 'utf8').trim().split('\r\n');
      const changed = lines
        .filter((line) => !line.includes('person13@'))
        .map((line) => (line.includes('person42@') ? line.replace('Collaborator', 'Admin') : line))
        .map((line) => line.replace('person77@', 'Person77@'));
      const added = [
        'New,new@example.edu,Admin,,Study 01,',
        'Lost,lost@example.edu,Admin,,Study 99,',
        'Chef,chef@example.edu,Chef,,Study 01,',
      ];
      writeFileSync(path.join(folder, 'roster.csv'), [...changed, ...added].join('\r\n'));
      await window.pressInExplorer('roster.csv', compare);
      await window.hasEditorText(/30 workspaces compared: 1 missing, 3 not on the roster, /);
      await window.hasEditorText('new@example.edu · New · Admin · row ');
      await show('comparison');
      await window.command('Prolific: Copy Comparison as Table');
      await window.hasStatus('Comparison copied as a table');
      const table = await window.clipboard();
      assert.match(table, /Study 99\t\tnot among the workspaces of this account/);
      assert.match(table, /chef@example\.edu/);
      await window.command('View: Close All Editors');
      assert.deepEqual(harness().requestsOf('POST'), [], 'something was sent');
    });

    it('are invited if they are missing, in all workspaces at once', async () => {
      const { window, sandbox } = harness();
      const { quickInput, dialog, notifications } = window;
      const rows = Array.from({ length: 12 }, (_, index) => `new${index}@example.edu,,Study 02`);
      const others = [
        'boss@example.edu,Admin,Study 03',
        'new0@example.edu,Collaborator,Study 03',
        'person0@example.edu,,Study 01',
      ];
      writeFileSync(path.join(folder, 'missing.csv'), ['Email,Role,Workspace', ...rows, ...others].join('\n'));
      await window.pressInExplorer('missing.csv', compare);
      await window.hasEditorText(/3 workspaces compared: 14 missing/);
      await window.command('Prolific: Invite Missing People');
      await quickInput.hasRow('Send 14 invitations, to 2 workspaces');
      await show('review');
      await quickInput.pick('Send 14 invitations');
      await dialog.has('Send 14 invitations to 2 workspaces?');
      await show('confirm');
      await dialog.pressOn('Invite', 'Make 1 person an admin of Study 03?');
      await show('admins');
      await dialog.press('Invite as Admin');
      await notifications.has('14 invited to 2 workspaces', { timeout: 30_000 });
      await show('invited');
      await notifications.press('14 invited to 2 workspaces', 'Show Report');
      await window.hasEditorText('Invitations to 2 workspaces');
      await show('report');
      const mails = sandbox.invitationsSent.map(({ address, workspaceId }) => `${address} ${workspaceId}`);
      assert.equal(new Set(mails).size, 14);
      assert.equal(mails.length, 14, 'somebody got two emails');
    });
  });
}
