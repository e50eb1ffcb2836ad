import { strict as assert } from 'node:assert';
import { resetAfterProcessing, resetBeforeProcessing } from '../sandbox/faults';
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

    it('by the button beside Projects, with a title and no description @host', async () => {
      const { tree, window } = harness();
      await tree.expand('Perception lab');
      await tree.has('Projects (3)');
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

    it('once more with the account as owner where Prolific asks for one', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.behaviour.createProjectRequires = 'description-and-owner';
      await tree.pressInContextMenu('Perception lab', 'Create Project');
      await title('Owned');
      await window.quickInput.fill('By Ada');
      await window.quickInput.accept();
      await tree.has('Owned, project', ({ selected }) => selected);
      const owner = sandbox.state.personAt('ada@example.org')?.id;
      assert.deepEqual(bodies('POST'), [
        { title: 'Owned', description: 'By Ada' },
        { title: 'Owned', description: 'By Ada', owner },
      ]);
      assert.equal(projectTitled('Owned').owner, owner);
    });

    it('only as Prolific takes them: its words stand under the box, and Back keeps what was typed', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.behaviour.createProjectRequires = 'description-and-owner';
      sandbox.behaviour.maxTitleLength = 12;
      await tree.pressInContextMenu('Perception lab', 'Create Project');
      await title('Thirteen chars');
      await window.quickInput.accept();
      const { text } = await window.quickInput.hasMessage('Prolific rejected the request', 'error');
      assert.match(text, /description: This field is required/);
      await harness().screenshot('create-project-refused');
      await window.quickInput.fill('Described now');
      await window.quickInput.accept();
      await window.quickInput.hasMessage('title: Ensure this field has no more than 12 characters', 'error');
      await window.quickInput.back();
      await window.quickInput.hasTitle('(1/2)');
      assert.equal(await window.quickInput.value(), 'Thirteen chars');
      await title('Twelve chars');
      assert.equal(await window.quickInput.value(), 'Described now');
      await window.quickInput.accept();
      await tree.has('Twelve chars, project', ({ selected }) => selected);
    });

    it('one time when the answer was lost: the project is looked up', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.fault({ method: 'POST', times: 1 }, resetAfterProcessing());
      await tree.pressInContextMenu('Perception lab', 'Create Project');
      await title('Found again');
      await window.quickInput.accept();
      await tree.has('Found again, project', ({ selected }) => selected);
      await window.quickInput.isGone();
      assert.equal(bodies('POST').length, 1);
    });

    it('one time when the answer was lost: where it cannot be found that is said, and nothing is sent again by itself', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.fault({ method: 'POST', times: 1 }, resetBeforeProcessing());
      await tree.pressInContextMenu('Perception lab', 'Create Project');
      await title('Lost');
      await window.quickInput.accept();
      await window.quickInput.hasMessage("Couldn't confirm whether the project was created", 'error');
      await window.quickInput.cancel();
      assert.equal(bodies('POST').length, 1);
    });
  });

  describe('are renamed', () => {
    it('by F2, which acts on the row that has the focus and not on the one that is selected @host', async () => {
      const { tree, window } = harness();
      await showProjects();
      await tree.click('Colour naming');
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
      assert.deepEqual(harness().requests(), ['GET /projects/:id/', 'PATCH /projects/:id/', 'GET /projects/:id/']);
      const { id, description } = projectTitled('Gaze leading');
      assert.deepEqual(bodies('PATCH'), [{ id, title: 'Gaze leading' }]);
      assert.equal(description, 'Open to everybody');
    });

    it('from the context menu, also where the service takes the whole project', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.behaviour.updateProject = 'whole';
      await showProjects();
      await tree.pressInContextMenu('Gaze following', 'Rename Project');
      await window.quickInput.answer('Gaze', 'Rename Project “Gaze following”');
      await tree.has('Gaze, project, public');
    });

    it('where the service knows no id in the change, by a second request without it', async () => {
      const { tree, window, sandbox } = harness();
      sandbox.behaviour.updateProject = 'no-id';
      await showProjects();
      await tree.pressInContextMenu('Gaze following', 'Rename Project');
      await window.quickInput.answer('Gazing', 'Rename Project “Gaze following”');
      await tree.has('Gazing, project, public');
      assert.deepEqual(bodies('PATCH'), [{ id: projectTitled('Gazing').id, title: 'Gazing' }, { title: 'Gazing' }]);
    });

    it('from the palette, by two pickers, with a way back from the second', async () => {
      const { tree, window } = harness();
      const { quickInput } = window;
      await window.command('Prolific: Rename Project');
      await quickInput.hasTitle('Rename Project (1/2)');
      await quickInput.pick('Pilot studies');
      await quickInput.hasTitle('Rename Project (2/2)');
      await quickInput.hasRow('Pilot');
      await quickInput.back();
      await quickInput.hasTitle('Rename Project (1/2)');
      await quickInput.pick('Longitudinal study');
      await quickInput.hasTitle('Rename Project (2/2)');
      await quickInput.hasRow('Wave 2');
      await harness().screenshot('projects-picker');
      await quickInput.pick('Wave 2');
      await quickInput.answer('Second wave', 'Rename Project “Wave 2”');
      await tree.has('Second wave, project, private', ({ selected, focused }) => selected && focused);
    });

    it('not where there are none, which is said', async () => {
      const { window } = harness();
      await window.command('Prolific: Rename Project');
      await window.quickInput.hasTitle('(1/2)');
      await window.quickInput.pick('Consumer panel');
      await window.notifications.has('This workspace has no projects yet. Create one first.');
    });
  });

  describe('are described', () => {
    it('from the context menu, and the title goes along as the server has it now', async () => {
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

    it('for the first time, and not with a blank text', async () => {
      const { tree, window } = harness();
      projectTitled('Gaze following').description = '';
      await showProjects();
      await tree.pressInContextMenu('Gaze following', 'Edit Project Description');
      await window.quickInput.hasTitle('Edit Description of Project “Gaze following”');
      await window.quickInput.accept();
      await window.quickInput.hasMessage("The description can't be empty", 'error');
      assert.deepEqual(harness().requests(), []);
      await window.quickInput.fill('Of motion');
      await window.quickInput.accept();
      await window.quickInput.isGone();
      await harness().tree.hasTooltip('Gaze following', 'Of motion');
    });

    it('with a question where somebody else described them meanwhile', async () => {
      const { tree, window } = harness();
      await showProjects();
      await tree.pressInContextMenu('Gaze following', 'Edit Project Description');
      await window.quickInput.hasTitle('Edit Description of Project');
      projectTitled('Gaze following').description = 'Of colour';
      await window.quickInput.fill('Of tilt');
      await window.quickInput.accept();
      await window.dialog.has('Someone else changed the description');
      await window.dialog.press("Keep Prolific's Version");
      await window.quickInput.isGone();
      assert.deepEqual(bodies('PATCH'), []);
      await harness().tree.hasTooltip('Gaze following', 'Of colour');
    });
  });

  describe('and their workspaces', () => {
    /** Follows a command out of VS Code, to the address that the browser is sent to. */
    async function addressOpened(work: () => Promise<void>): Promise<string> {
      const { context } = harness().vscode;
      await context.route('https://app.prolific.com/**', (route) => route.fulfill({ body: 'The web app of Prolific' }));
      await work();
      await harness().window.dialog.has('open the external website');
      await harness().screenshot('open-in-browser');
      const [page] = await Promise.all([context.waitForEvent('page'), harness().window.dialog.press('Open')]);
      const address = page.url();
      await page.close();
      await context.unroute('https://app.prolific.com/**');
      return address;
    }

    it('open in the browser from their rows, and a workspace from the palette @host', async () => {
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

    it('give the id of a workspace to the clipboard, and the status bar says so', async () => {
      const { tree, window, sandbox } = harness();
      await tree.pressInContextMenu('Consumer panel', 'Copy Workspace ID');
      await window.hasStatus('Workspace ID copied');
      await window.hasClipboard(sandbox.state.workspaceTitled('Consumer panel').id);
      await window.command('Prolific: Copy Workspace ID');
      await window.quickInput.hasTitle('Copy Workspace ID');
      await window.quickInput.pick('My workspace');
      await window.hasClipboard(sandbox.state.workspaceTitled('My workspace').id);
    });
  });
});
