import { strict as assert } from 'node:assert';
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { clickToOpen, detailsAreRead, invite } from './steps';
import { useHarness } from './useHarness';
import { eventually } from './workbench/eventually';

const taker = path.join(projectRoot, 'test', 'e2e', 'rowTaker');
const untouched = 'untouched';
/** `PROLIFIC_PRESSES=200` presses more often. */
const presses = Number(process.env['PROLIFIC_PRESSES'] ?? 40);

describe('The rows of the tree', () => {
  const harness = useHarness({ testExtensions: [taker] });

  beforeEach(() => harness().window.setClipboard(untouched));

  /** What another extension finds in the row that has the focus. */
  async function takenRow(prefix: string): Promise<string> {
    const { tree, window } = harness();
    await tree.click(prefix);
    await tree.has(prefix, ({ focused }) => focused);
    await window.setClipboard(untouched);
    await window.command('Taker: Take the Focused Row');
    return eventually(
      'a row',
      () => window.clipboard(),
      (text) => text !== untouched,
    );
  }

  it('are ids and nothing else to another extension that gets the focused one @host', async () => {
    const { tree, sandbox } = harness();
    await invite(harness(), 'Perception lab', ['mei@example.edu']);
    const { id } = sandbox.state.workspaceTitled('Perception lab');
    await tree.expand('Perception lab');
    await detailsAreRead(harness(), 'Perception lab');
    for (const group of ['Sent Invitations (', 'Members (', 'Projects (']) {
      await tree.expand(group);
    }
    await tree.expand('Pilot, project');
    await tree.has('FACES-2 main, study, Active, 32 of 40 places, 5 to review');
    await tree.has('SLEEP-pilot, study, Awaiting review, 20 of 20 places, 12 to review');
    for (const prefix of ['mei@example.edu', 'Ada Whitfield, member', 'Pilot, project', 'Balance, £']) {
      const row = await takenRow(prefix);
      assert.match(row, /kind: '\w+'/);
      assert.doesNotMatch(row, /@|Whitfield|Pilot|£|https?:|client|session|token/i, row);
    }
    assert.match(await takenRow('Perception lab'), new RegExp(`workspaceId: '${id}'`));
  });

  it('give no invite links to another extension that calls our command with one, or with an id @host', async () => {
    const { window, sandbox } = harness();
    await invite(harness(), 'Perception lab', ['mei@example.edu']);
    await clickToOpen(harness(), 'Perception lab');
    await window.command('Taker: Copy Links with the Focused Row');
    await window.quickInput.hasTitle('Copy All Invite Links');
    await window.quickInput.cancel();
    await window.command('Taker: Copy Links with an ID');
    await window.quickInput.answer(sandbox.state.workspaceTitled('Perception lab').id, 'ID');
    await window.quickInput.hasTitle('Copy All Invite Links');
    assert.match((await window.quickInput.hasRow('Perception lab'))[0] ?? '', /^Perception lab/);
    await window.quickInput.cancel();
    assert.equal(await window.clipboard(), untouched);
  });

  it('open the wizard of exactly the row whose icon is clicked, during and after refreshes and renames @host', async function () {
    this.timeout(3_000 * presses);
    const { tree, window, sandbox } = harness();
    sandbox.behavior.latency = 30;
    const bases = ['Consumer panel', 'Decision making', 'Perception lab', 'Sprachproduktion'];
    const ids = bases.map((base) => sandbox.state.workspaces.find(({ title }) => title.startsWith(base))?.id ?? '');
    for (let press = 0; press < presses; press++) {
      const [base = '', id = ''] = [bases[press % bases.length], ids[press % ids.length]];
      if (press % 3 > 0) {
        sandbox.state.renameWorkspace(id, `${base} ${press}`);
      }
      await tree.pressInTitle('Refresh Workspaces');
      await tree.pressInline(base, 'Invite Users');
      await window.quickInput.hasTitle(`Invite Users to ${base}`);
      await window.quickInput.cancel();
    }
    assert.deepEqual(await window.notifications.texts(), []);
  });
});
