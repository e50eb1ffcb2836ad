import { strict as assert } from 'node:assert';
import { useHarness } from './useHarness';
import { container } from './harness';
import { eventually } from './workbench/eventually';

const activeStudies = 'Active Studies';

describe('Studies', () => {
  const harness = useHarness();
  const active = () => harness().window.tree(activeStudies);
  const studyNamed = (name: string) => harness().sandbox.state.studies.named(name);

  async function showStudies(): Promise<void> {
    const { tree } = harness();
    await tree.expand('Perception lab');
    await tree.expand('Projects (');
    await tree.expand('Pilot, project');
    await tree.has('FACES-2 main, study, Active, 32 of 40 places, 5 to review');
    await tree.has('SLEEP-pilot, study, Awaiting review, 20 of 20 places, 12 to review');
  }

  it('are below their project, active ones first and counted, drafts and completed ones collapsed @host', async () => {
    const { tree } = harness();
    await showStudies();
    await tree.has('Drafts (1)', ({ expanded }) => expanded === false);
    await tree.expand('Completed (1)');
    await tree.has('FACES-2 pilot, study, Completed, 10 of 10 places');
    await tree.hasTooltip('FACES-2 main', /Reward: £1\.50.*Reward per hour: £9\.00.*Cost including fees: £/s);
    assert.deepEqual(
      harness()
        .requests()
        .filter((request) => request.includes('studies')),
      [
        'GET /projects/:id/studies/?ordering=-date_created&page=1&page_size=200',
        'GET /studies/:id/submissions/counts/',
        'GET /studies/:id/submissions/counts/',
      ],
    );
    await harness().screenshot('studies-tree');
  });

  it('that are active in any workspace have a view and a badge, read when it opens and on Refresh @host', async () => {
    const { window, sandbox } = harness();
    await window.focusView(container, activeStudies);
    await active().has('FACES-2 main, study, Active, 32 of 40 places, 5 to review, Perception lab');
    await active().has('RISK 7, study, Active, 26 of 30 places, 24 to review, Decision making');
    await active().hasSize(8);
    const toReview = 5 + 12 + 48 + 2 + 7 + 3 + 24;
    await eventually(
      `${toReview} on the icon`,
      () => window.badge(container),
      (seen) => seen === String(toReview),
    );
    await harness().screenshot('studies-active');
    sandbox.clock.advance({ minutes: 30 });
    await active().pressInTitle('Refresh Active Studies');
    await active().has('RISK 7, study, Awaiting review, 30 of 30 places, 30 to review');
  });

  it('are found by name in any workspace, and shown in the tree', async () => {
    const { tree, window } = harness();
    await window.command('Prolific: Find Study');
    await window.quickInput.hasTitle('Find Study');
    await window.quickInput.hasRow('FACES-2 main');
    await harness().screenshot('studies-find');
    await window.quickInput.fill('FACES-2 pilot');
    await window.quickInput.pick('FACES-2 pilot');
    await tree.has('FACES-2 pilot, study', ({ selected }) => selected);
  });

  it('can be opened in the browser and have their ID copied from their rows, in both views', async () => {
    const { tree, window } = harness();
    await showStudies();
    const items = ['Open in Browser', 'Open Submissions in Browser', 'Copy Study ID'];
    const inTree = await tree.contextMenu('FACES-2 main');
    assert.deepEqual(
      items.filter((item) => !inTree.includes(item)),
      [],
    );
    await window.focusView(container, activeStudies);
    await active().pressInContextMenu('FACES-2 main', 'Copy Study ID');
    await window.hasStatus('Study ID copied');
    await window.hasClipboard(studyNamed('FACES-2 main').id);
  });
});
