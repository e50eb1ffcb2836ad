import { strict as assert } from 'node:assert';
import { changeBody, failWith, resetAfterProcessing } from '../sandbox/faults';
import { useHarness } from './useHarness';

const boxTitle = 'Rename Workspace';

describe('Renaming a workspace', () => {
  const harness = useHarness();

  /** A click on a row opens it too, and then its details are read. */
  const renamingRequests = () =>
    harness()
      .requests()
      .filter((request) => request.endsWith('/workspaces/:id/'));

  it('by F2 acts on the row that has the focus, not on the one that is selected, and leaves it closed @host', async () => {
    const { tree, window, sandbox } = harness();
    await tree.click('Consumer panel');
    await tree.collapse('Consumer panel');
    await window.press('ArrowDown');
    await tree.has('Decision making', ({ focused, selected }) => focused && !selected);
    harness().sandbox.clearRequests();
    await window.press('F2');
    await window.quickInput.hasTitle('Rename Workspace “Decision making”');
    assert.equal(await window.quickInput.value(), 'Decision making');
    await window.quickInput.cancel();
    await tree.has('Decision making', ({ expanded, selected }) => expanded === false && !selected);
    const { id } = sandbox.state.workspaceTitled('Decision making');
    const asked = sandbox.requests.filter((request) => request.path.includes(id));
    assert.deepEqual(asked, [], 'nothing is sent before a new title is given');
  });

  it('by F2 on another row says what can be renamed, and does not do what a click on that row does @host', async () => {
    const { tree, window, sandbox } = harness();
    sandbox.fault({ operation: 'get-workspace-balance' }, failWith(500));
    await tree.click('Decision making');
    await tree.has("Couldn't load balance", undefined, { timeout: 30_000 });
    await window.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await tree.has("Couldn't load balance", ({ focused }) => focused);
    sandbox.clearRequests();
    await window.press('F2');
    await window.hasStatus('Only workspaces and projects can be renamed');
    assert.deepEqual(harness().requests(), []);
    await tree.collapse('Decision making');
  });

  it('writes id and title and nothing else, by three requests, and the row shows what the server has @host', async () => {
    const { tree, window, sandbox } = harness();
    await tree.click('Consumer panel');
    await window.press('F2');
    await window.quickInput.hasTitle(boxTitle);
    await harness().screenshot('rename-box');
    await window.quickInput.fill(' Panel 2026 ');
    await window.quickInput.accept();
    await tree.has('Panel 2026');
    await tree.hasNot('Consumer panel');
    await window.quickInput.isGone();
    assert.deepEqual(renamingRequests(), ['GET /workspaces/:id/', 'PATCH /workspaces/:id/', 'GET /workspaces/:id/']);
    const { id } = sandbox.state.workspaceTitled('Panel 2026');
    assert.deepEqual(
      harness()
        .requestsOf('PATCH')
        .map(({ body }) => body),
      [{ id, title: 'Panel 2026' }],
    );
    assert.deepEqual(await window.notifications.texts(), []);
  });

  it('works from the context menu @host', async () => {
    const { tree, window } = harness();
    await tree.pressInContextMenu('My workspace', 'Rename Workspace');
    await window.quickInput.answer('Mine', boxTitle);
    await tree.has('Mine');
  });

  it('works from the palette, with a picker that offers the selected workspace first @host', async () => {
    const { tree, window } = harness();
    await tree.click('My workspace');
    await window.command('Prolific: Rename Workspace');
    await window.quickInput.hasTitle(boxTitle);
    const [first] = await window.quickInput.hasRow('My workspace');
    assert.match(first ?? '', /^My workspace/);
    await window.quickInput.pick('Consumer panel');
    await window.quickInput.answer('Panel', 'Rename Workspace “Consumer panel”');
    await tree.has('Panel, workspace');
  });

  it('sends nothing for an unchanged title, and does not take an empty one', async () => {
    const { tree, window } = harness();
    await tree.click('My workspace');
    await window.press('F2');
    await window.quickInput.hasTitle(boxTitle);
    await window.quickInput.fill('  ');
    await window.quickInput.hasMessage('Enter a title', 'error');
    await window.quickInput.fill('My workspace');
    await window.quickInput.accept();
    await window.quickInput.isGone();
    assert.deepEqual(renamingRequests(), []);
  });

  it('warns of a title that is longer than the web app takes, and sends it all the same', async () => {
    const { tree, window } = harness();
    await tree.click('My workspace');
    await window.press('F2');
    await window.quickInput.hasTitle(boxTitle);
    await window.quickInput.fill('My very own workspace');
    await window.quickInput.hasMessage('21 characters', 'warning');
    await harness().screenshot('rename-long');
    await window.quickInput.accept();
    await tree.has('My very own workspace');
  });

  describe('that somebody else renamed meanwhile', () => {
    beforeEach(async () => {
      const { tree, window, sandbox } = harness();
      const { id } = sandbox.state.workspaceTitled('Perception lab');
      await tree.click('Perception lab');
      await window.press('F2');
      await window.quickInput.hasTitle(boxTitle);
      sandbox.state.renameWorkspace(id, 'Vision lab');
      await window.quickInput.fill('Sight lab');
      await window.quickInput.accept();
      await window.dialog.has('Someone else changed the title');
    });

    it('asks, and keeps the server’s if told so', async () => {
      const { tree, window } = harness();
      await harness().screenshot('rename-conflict');
      await window.dialog.press("Keep Prolific's Version");
      await tree.has('Vision lab');
      assert.equal(harness().requestsOf('PATCH').length, 0);
    });

    it('asks, and writes ours if told so', async () => {
      const { tree, window } = harness();
      await window.dialog.press('Use My Version');
      await tree.has('Sight lab');
    });
  });

  it('says under the box that the right is missing, and keeps what was typed', async () => {
    const { tree, window } = harness();
    await tree.click('Decision making');
    await window.press('F2');
    await window.quickInput.answer('Choices', boxTitle);
    await window.quickInput.hasMessage('Only workspace admins can change this', 'error');
    assert.equal(await window.quickInput.value(), 'Choices');
    await window.quickInput.cancel();
    await tree.has('Decision making');
  });

  it('finds out whether it happened when the answer was lost', async () => {
    const { tree, window, sandbox } = harness();
    sandbox.fault({ method: 'PATCH', times: 1 }, resetAfterProcessing());
    await tree.click('Perception lab');
    await window.press('F2');
    await window.quickInput.answer('Sight lab', boxTitle);
    await tree.has('Sight lab');
    await window.quickInput.isGone();
    assert.equal(harness().requestsOf('PATCH').length, 1);
  });

  it('shows Prolific’s own words for a title that it refuses', async () => {
    const { tree, window, sandbox } = harness();
    sandbox.behaviour.maxTitleLength = 30;
    await tree.click('Perception lab');
    await window.press('F2');
    await window.quickInput.answer('A title far longer than thirty characters', boxTitle);
    await window.quickInput.hasMessage('title:', 'error');
    await window.quickInput.cancel();
  });

  it('by F2 on a member says in the status bar that only workspaces and projects are renamed', async () => {
    const { tree, window } = harness();
    await tree.expand('Perception lab');
    await tree.expand('Members (5)');
    await tree.click('Bo Lindqvist');
    await window.press('F2');
    await window.hasStatus('Only workspaces and projects can be renamed');
    assert.ok(!(await window.quickInput.isOpen()));
  });

  it('tolerates an odd answer to the writing, and reads back', async () => {
    const { tree, window, sandbox } = harness();
    sandbox.fault(
      { method: 'PATCH', times: 1 },
      changeBody(() => ({ detail: 'ok' })),
    );
    await tree.click('Consumer panel');
    await window.press('F2');
    await window.quickInput.answer('Odd', boxTitle);
    await tree.has('Odd');
    sandbox.fault({ method: 'PATCH' }, failWith(500));
    await tree.click('Odd');
    await window.press('F2');
    await window.quickInput.answer('Even', boxTitle);
    await window.quickInput.hasMessage("Couldn't confirm whether the title was saved", 'error');
    await window.quickInput.cancel();
  });
});
