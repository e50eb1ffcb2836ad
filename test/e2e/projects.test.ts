import { strict as assert } from 'node:assert';
import { useHarness } from './useHarness';
import { keepTrying } from './workbench/eventually';

describe('Projects', () => {
  const harness = useHarness();

  const bodies = (method: string) =>
    harness()
      .requestsOf(method)
      .map(({ body }) => body);

  const projectTitled = (title: string) => {
    const all = harness().sandbox.state.workspaces.flatMap(({ projects }) => projects);
    const found = all.find((project) => project.title === title);
    assert.ok(found !== undefined, `the sandbox has no project ${title}`);
    return found;
  };

  /** The three projects of the Perception lab. */
  async function showProjects(): Promise<void> {
    const { tree, sandbox } = harness();
    await tree.expand('Perception lab');
    await tree.has('Balance, £');
    await tree.expand('Projects (3)');
    await tree.has('Pilot, project');
    sandbox.clearRequests();
  }

  describe('are created', () => {
    /** As far as the second step. */
    async function title(text: string): Promise<void> {
      const { quickInput } = harness().window;
      await quickInput.answer(text, 'Create Project in “Perception lab” (1/2)');
      await quickInput.hasTitle('Create Project in “Perception lab” (2/2)');
    }

    it('with the button next to Projects, with a title and no description @host', async () => {
      const { tree, window } = harness();
      await tree.expand('Perception lab');
      await tree.has('Projects (3)');
      await tree.has('Balance, £');
      harness().sandbox.clearRequests();
      await tree.pressInline('Projects (3)', 'Create Project');
      await window.quickInput.hasTitle('(1/2)');
      await harness().screenshot('create-project');
      await title('After-effects');
      await window.quickInput.accept();
      await tree.has('After-effects, project, private', ({ selected, focused }) => selected && focused);
      await tree.has('Projects (4)', ({ expanded }) => expanded === true);
      assert.deepEqual(harness().requests(), [
        'GET /workspaces/:id/projects/?limit=200&offset=0',
        'POST /workspaces/:id/projects/',
      ]);
      assert.deepEqual(bodies('POST'), [{ title: 'After-effects' }]);
      await harness().screenshot('project-rows');
    });

    it('from the context menu of the workspace, with a description', async () => {
      const { tree, window } = harness();
      await tree.pressInContextMenu('Perception lab', 'Create Project');
      await title('Illusions');
      await window.quickInput.fill('Old ones↵and new ones');
      await window.quickInput.accept();
      await tree.has('Illusions, project', ({ selected }) => selected);
      assert.deepEqual(bodies('POST'), [{ title: 'Illusions', description: 'Old ones\nand new ones' }]);
    });
  });

  describe('are renamed', () => {
    it('with F2, which acts on the focused row, not the selected one @host', async () => {
      const { tree, window } = harness();
      await showProjects();
      // A click opens the project, another one closes it.
      await tree.click('Colour naming');
      await tree.has('CN-1 German');
      await tree.click('Colour naming');
      await tree.hasNot('CN-1 German');
      await window.press('ArrowDown');
      await tree.has('Gaze following', ({ focused, selected }) => focused && !selected);
      // VS Code may still be redrawing the row after the test before. Then F2 says so and can be pressed again.
      await keepTrying('open the box by F2', async () => {
        await window.press('F2');
        await window.quickInput.hasTitle('Rename Project “Gaze following”', { timeout: 2_000 });
      });
      assert.equal(await window.quickInput.value(), 'Gaze following');
      await window.quickInput.fill('Gaze leading');
      await window.quickInput.accept();
      await tree.has('Gaze leading, project, public', ({ selected, focused }) => selected && focused);
      await tree.hasNot('Gaze following');
      assert.deepEqual(
        harness()
          .requests()
          .filter((request) => !request.includes('/studies/')),
        ['GET /projects/:id/', 'PATCH /projects/:id/', 'GET /projects/:id/'],
      );
      const { id, description } = projectTitled('Gaze leading');
      assert.deepEqual(bodies('PATCH'), [{ id, title: 'Gaze leading' }]);
      assert.equal(description, 'Open to everybody');
    });
  });

  describe('are described', () => {
    it('from the context menu, and the server’s current title is sent along', async () => {
      const { tree, window } = harness();
      const project = projectTitled('Gaze following');
      project.description = 'Old ones\nand new ones';
      await showProjects();
      await tree.pressInContextMenu('Gaze following', 'Edit Project Description');
      await window.quickInput.hasTitle('Edit Description of Project “Gaze following”');
      assert.equal(await window.quickInput.value(), 'Old ones↵and new ones');
      project.title = 'Gaze and gesture';
      await window.quickInput.fill('New ones');
      await window.quickInput.accept();
      await tree.has('Gaze and gesture, project', ({ selected }) => selected);
      assert.deepEqual(bodies('PATCH'), [{ id: project.id, title: 'Gaze and gesture', description: 'New ones' }]);
      await harness().tree.hasTooltip('Gaze and gesture', 'New ones');
    });
  });

  describe('and their workspaces', () => {
    /** Follows a command out of VS Code, to the address that the browser is sent to. */
    async function addressOpened(work: () => Promise<void>): Promise<string> {
      const { browser } = harness().vscode;
      await browser.route('https://app.prolific.com/**', (route) => route.fulfill({ body: 'The web app of Prolific' }));
      await work();
      await harness().window.dialog.has('open the external website');
      await harness().screenshot('open-in-browser');
      const [page] = await Promise.all([browser.waitForEvent('page'), harness().window.dialog.press('Open')]);
      await page.waitForURL('https://app.prolific.com/**');
      const address = page.url();
      await page.close();
      await browser.unroute('https://app.prolific.com/**');
      return address;
    }

    it('can be opened in the browser from their rows, and a workspace from the palette @host', async () => {
      const { tree, window, sandbox } = harness();
      await showProjects();
      const { id } = sandbox.state.workspaceTitled('Perception lab');
      const workspacePage = `https://app.prolific.com/researcher/workspaces/${id}`;
      const ofRow = await addressOpened(() => tree.pressInContextMenu('Perception lab', 'Open in Browser'));
      assert.equal(ofRow, workspacePage);
      const ofProject = await addressOpened(() => tree.pressInContextMenu('Gaze following', 'Open in Browser'));
      const project = projectTitled('Gaze following').id;
      assert.equal(ofProject, `https://app.prolific.com/researcher/workspaces/projects/${project}/`);
      const picked = await addressOpened(async () => {
        await window.command('Prolific: Open in Browser');
        await window.quickInput.hasTitle('Open in Browser');
        await window.quickInput.pick('Perception lab');
      });
      assert.equal(picked, workspacePage);
      assert.deepEqual(harness().requests(), []);
    });
  });
});
