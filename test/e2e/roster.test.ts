import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { removeFolder, temporaryFolder } from '../host/processes';
import { labFrom, type PersonDraft } from '../sandbox/labs/draft';
import { tokens } from '../sandbox/labs/people';
import { admin, collaborator } from '../sandbox/model';
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

describe('The people of a lab', () => {
  const folder = temporaryFolder('roster');
  const exported = path.join(folder, 'members.csv');
  mkdirSync(path.join(folder, '.git'));
  after(() => removeFolder(folder));

  const harness = useHarness({ lab: bigLab, folder });

  afterEach(() => assert.deepEqual(harness().requestsOf('POST'), [], 'something was sent'));

  it('are found over all workspaces, with where they are, without a request', async () => {
    const { tree, window } = harness();
    const { quickInput } = window;
    await tree.pressInOverflow('Find Person');
    await quickInput.hasTitle('Find Person (1/2)');
    await harness().screenshot('roster-all');
    await quickInput.type('person42@');
    await quickInput.hasOnlyRows(['Person 42']);
    await harness().screenshot('roster-found');
    await quickInput.accept();
    await quickInput.hasTitle('Person 42 Costa (2/2)');
    await harness().screenshot('roster-person');
    await quickInput.pick('Study 13');
    await quickInput.isGone();
    assert.deepEqual(
      (await tree.selected()).map(({ label }) => label),
      ['Study 13'],
    );
    assert.deepEqual(harness().requests(), []);
  });

  it('are exported to a file, and compare as equal with it; another roster is told in a document', async () => {
    const { window } = harness();
    await window.command('Prolific: Export Members');
    await window.quickInput.pick('All workspaces (30)');
    // The list before has the same title.
    await window.quickInput.hasRow('..');
    await window.quickInput.chooseFile(exported, 'Export Members');
    await window.dialog.has('which is under version control?');
    await harness().screenshot('roster-export');
    await window.dialog.press('Save');
    await window.hasStatus('627 members exported');
    await window.pressInExplorer('members.csv', compare);
    await window.notifications.has('members.csv matches: 627 memberships in 30 workspaces, and nothing differs.');
    await harness().screenshot('roster-equal');
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
    await harness().screenshot('roster-comparison');
    await window.command('Prolific: Copy Comparison as Table');
    await window.hasStatus('Comparison copied as a table');
    const table = await window.clipboard();
    assert.match(table, /Study 99\t\tnot among the workspaces of this account/);
    assert.match(table, /chef@example\.edu/);
    await window.command('View: Close All Editors');
  });
});
