import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { failWith, holdUntil } from '../sandbox/faults';
import { largeLab } from '../sandbox/labs/large';
import type { Lab } from '../sandbox/model';
import { detailsAreRead, Released } from './steps';
import { useHarness } from './useHarness';
import { container, view } from './harness';
import { eventually } from './workbench/eventually';

const count = 5_000;
const twin = 'Twin study';

/** The open and the selected row are here, in the midst of the list, with the upper edge of the view across a row. */
const open = 'Faces 3333';

function lab(): Lab {
  const { people, workspaces } = largeLab(count);
  const sofia = people.find(({ email }) => email === 'sofia.pappa@example.edu');
  const titled = (title: string) => {
    const found = workspaces.find((workspace) => workspace.title === title);
    assert.ok(found !== undefined);
    return found;
  };
  const dreams = titled('Dreams 2003');
  assert.ok(sofia !== undefined && dreams.members.some(({ person }) => person === sofia.id));
  dreams.owner = sofia.id;
  titled('Grammar 4006').description = 'For the replication with parents';
  titled('Choice 0018').title = twin;
  titled('Emotion 4708').title = twin;
  return { people, workspaces };
}

describe('With five thousand workspaces', () => {
  const harness = useHarness({ lab, start: 'signedOut' });

  beforeEach(() => {
    harness().sandbox.behavior.latency = 50;
  });

  /** With the whole list in the tree. */
  async function signIn(): Promise<void> {
    await harness().signIn();
    await harness().tree.hasSize(count, { timeout: 60_000 });
    harness().sandbox.clearRequests();
  }

  const listRequests = () => harness().sandbox.requests.filter(({ operationId }) => operationId === 'get-workspaces');

  /** Waits until a reading of the list is over, and VS Code has had time to draw it. */
  async function untilRead(): Promise<void> {
    const answered = () => Promise.resolve(listRequests().filter(({ status }) => status === 200).length);
    await eventually('all pages to be read', answered, (pages) => pages >= count / 200, { timeout: 30_000 });
    await harness().window.page.waitForTimeout(2_000);
  }

  /** Refreshes, and returns the rows that were topmost in the meantime. */
  async function topWhileRefreshed(isThere: () => Promise<unknown> = () => Promise.resolve()): Promise<string[]> {
    harness().sandbox.clearRequests();
    const endWatch = await harness().tree.viewport.watchTop();
    await harness().tree.pressInTitle('Refresh Workspaces');
    await isThere();
    await untilRead();
    return endWatch();
  }

  async function find(typed: string, prefix: string): Promise<void> {
    const { tree, window } = harness();
    await window.command('Prolific: Find Workspace');
    await window.quickInput.hasTitle('Find Workspace');
    await window.quickInput.type(typed);
    await window.quickInput.hasOnlyRows([prefix]);
    await window.press('Enter');
    await tree.has(prefix, ({ selected, focused }) => selected && focused);
    assert.ok(await tree.viewport.shows(prefix), `${prefix} is not on the screen`);
    await tree.hasKeyboard();
  }

  it('the first rows are visible before the last page is requested @host', async () => {
    const { tree, sandbox } = harness();
    // So many pages that the last is ten seconds away. They come without a pause.
    sandbox.behavior.maxPageSize = 25;
    sandbox.behavior.latency = 200;
    await harness().signIn();
    await tree.has('Attention 0008', undefined, { timeout: 30_000 });
    const last = listRequests().filter(({ path }) => path.endsWith(`offset=${count - 25}`));
    assert.deepEqual(last, [], 'nothing could be seen until the list was read');
  });

  it('all of them can be reached by keyboard', async () => {
    const { tree, window } = harness();
    await signIn();
    await window.focusView(container, view);
    await window.press('End');
    await tree.has(twin, ({ focused }) => focused);
    await tree.has('Hearing 4999');
    await harness().screenshot('size-end');
    await window.press('Home');
    await tree.has('Attention 0008', ({ focused }) => focused);
  });

  it('Find Workspace finds by title, description, owner, and ID, and shows the row', async () => {
    const { sandbox } = harness();
    await signIn();
    await find('faces 2005', 'Faces 2005');
    await find('replication with', 'Grammar 4006');
    await find('Παππά', 'Dreams 2003');
    await find(sandbox.state.workspaceTitled('Hearing 4439').id, 'Hearing 4439');
    await harness().screenshot('size-found');
  });

  it('two with the same title can be told apart in the picker and in the tree', async () => {
    const { tree, window, sandbox } = harness();
    const ids = sandbox.state.workspaces.filter(({ title }) => title === twin).map(({ id }) => id);
    await signIn();
    await window.command('Prolific: Find Workspace');
    await window.quickInput.hasTitle('Find Workspace');
    await window.quickInput.type('twin st');
    const rows = await window.quickInput.hasOnlyRows([twin, twin]);
    assert.deepEqual(
      rows.map((row) => ids.findIndex((id) => row.includes(id))),
      [0, 1],
    );
    await harness().screenshot('size-twins');
    await window.press('ArrowDown', 'Enter');
    await tree.has(twin, ({ selected, focused, description }) => {
      return selected && focused && description.includes(ids[1] ?? 'no second one');
    });
    const descriptions = (await tree.rows())
      .filter(({ label }) => label === twin)
      .map(({ description }) => description);
    assert.deepEqual(
      descriptions.map((description) => ids.findIndex((id) => description.includes(id))),
      [0, 1],
    );
  });

  describe('refreshing far down the list', () => {
    beforeEach(async () => {
      const { tree } = harness();
      await signIn();
      await find(open, open);
      await tree.expand(open);
      await detailsAreRead(harness(), open);
      // VS Code may have put the row at the lower edge.
      await tree.scrollDownTo('Balance, £');
      await tree.expand('Members (3)');
      await tree.click('Ada Whitfield, member');
      await tree.scrollDownTo('Balance, £');
      await scrollAcrossRow(-133);
    });

    /** Scrolls by about that many pixels, so that the upper edge of the list is across a row. */
    async function scrollAcrossRow(pixels: number): Promise<void> {
      const { viewport } = harness().tree;
      const topmost = async () => (await viewport.rows())[0];
      const before = await topmost();
      await viewport.scroll(pixels);
      const top = await eventually('the rows to move', topmost, (seen) => !isDeepStrictEqual(seen, before));
      if (top?.top === 0) {
        await scrollAcrossRow(-7);
      }
    }

    async function isStillOpenAndSelected(): Promise<void> {
      await harness().tree.has(open, ({ expanded }) => expanded === true);
      await harness().tree.has('Members (3)', ({ expanded }) => expanded === true);
      await harness().tree.has('Ada Whitfield, member', ({ selected, focused }) => selected && focused);
    }

    it('moves no row, and keeps what is expanded and selected @host', async () => {
      const { viewport } = harness().tree;
      const before = await viewport.rows();
      const top = await topWhileRefreshed();
      assert.deepEqual(await viewport.rows(), before);
      assert.equal(top.length, 1, `the uppermost row was ${top.join(', then ')}`);
      await isStillOpenAndSelected();
      await harness().screenshot('size-refreshed');
    });

    it('moves no row if one was renamed in sight and another far below', async () => {
      const { tree, sandbox } = harness();
      const [before] = await tree.viewport.rows();
      sandbox.state.renameWorkspace(sandbox.state.workspaceTitled('Faces 3341').id, 'Faces 3341, again');
      sandbox.state.renameWorkspace(sandbox.state.workspaceTitled('Hearing 4007').id, 'Hearing 4007, again');
      const top = await topWhileRefreshed(() => tree.has('Faces 3341, again'));
      assert.deepEqual((await tree.viewport.rows())[0], before);
      assert.equal(top.length, 1, `the uppermost row was ${top.join(', then ')}`);
      await isStillOpenAndSelected();
    });

    it('moves the rows down only by the one that was added above', async () => {
      const { tree, sandbox } = harness();
      const ada = sandbox.state.personAt('ada@example.org');
      assert.ok(ada !== undefined);
      const [before] = await tree.viewport.rows();
      assert.ok(before !== undefined);
      sandbox.state.addWorkspace({ title: 'Abstract thought' }, ada);
      await topWhileRefreshed(() => tree.hasSize(count + 1, { timeout: 30_000 }));
      const after = (await tree.viewport.rows()).find(({ ariaLabel }) => ariaLabel === before.ariaLabel);
      // VS Code keeps the distance from the start of the list, and an extension cannot scroll.
      assert.ok(after !== undefined && after.top - before.top <= before.bottom - before.top);
      await isStillOpenAndSelected();
    });

    it('requested during a refresh, waits for that one', async () => {
      const { tree, sandbox } = harness();
      sandbox.clearRequests();
      const released = new Released();
      sandbox.fault({ operation: 'get-workspaces', query: { offset: '0' }, times: 1 }, holdUntil(released.promise));
      for (let clicks = 0; clicks < 6; clicks++) {
        await tree.pressInTitle('Refresh Workspaces');
      }
      released.now();
      await untilRead();
      const rounds = (suffix: string) => sandbox.requests.filter(({ path }) => path.endsWith(suffix)).length;
      assert.ok(rounds('offset=200') <= 2, `the list was read ${rounds('offset=200')} times`);
      assert.ok(rounds('/balance/') <= 2, `the balance was read ${rounds('/balance/')} times`);
      await isStillOpenAndSelected();
    });

    it('removes no row until the server says so', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.state.removeWorkspace(sandbox.state.workspaceTitled('Faces 3341').id);
      sandbox.fault({ operation: 'get-workspaces', query: { offset: '2000' } }, failWith(500));
      await window.command('Prolific: Refresh Workspaces');
      // One more is the row that says so, out of sight at the top.
      await tree.hasSize(count + 1, { timeout: 30_000 });
      await tree.has('Faces 3341');
      sandbox.clearFaults();
      await window.command('Prolific: Refresh Workspaces');
      await tree.hasSize(count - 1, { timeout: 30_000 });
      await tree.hasNot('Faces 3341');
      await isStillOpenAndSelected();
    });
  });
});
