import assert from 'node:assert/strict';
import { largeLab } from '../../../sandbox/labs/large';
import { tokens } from '../../../sandbox/labs/people';
import { list, pick, SandboxHarness } from '../support';

describe('sandbox: lists of studies', () => {
  const harness = new SandboxHarness();
  const names = (body: unknown): unknown[] => list(body, 'results').map((item) => pick(item, 'internal_name'));
  const inPilot = (): string => {
    const { id } = harness.sandbox.state.workspaceTitled('Perception lab').projects[0] ?? { id: '' };
    return `/projects/${id}/studies/`;
  };
  const archive = (studies: number): string => {
    harness.sandbox.reset(largeLab(1, { studies }));
    return `/projects/${harness.sandbox.state.workspaces[0]?.projects[1]?.id}/studies/`;
  };

  it('have the studies of a project, newest first', async () => {
    const { status, body } = await harness.get(inPilot());
    assert.equal(status, 200);
    assert.deepEqual(names(body), ['VOICES-1', 'FACES-2 main', 'FACES-2 pilot', 'SLEEP-pilot']);
    assert.equal(pick(body, 'meta', 'count'), 4);
  });

  it('can be ordered by the date of creation', async () => {
    const newest = await harness.get(`${inPilot()}?ordering=-date_created`);
    const oldest = await harness.get(`${inPilot()}?ordering=date_created`);
    assert.deepEqual(names(oldest.body), names(newest.body).reverse());
  });

  it('do not name project and workspace unless configured', async () => {
    const [bare] = list((await harness.get(inPilot())).body, 'results');
    assert.deepEqual([pick(bare, 'project'), pick(bare, 'workspace')], [undefined, undefined]);
    harness.sandbox.behavior.studyLocation = 'present';
    const [located] = list((await harness.get(inPilot())).body, 'results');
    assert.equal(pick(located, 'workspace'), harness.idOf('Perception lab'));
  });

  it('have 20 studies a page by default, and link to the pages around', async () => {
    const path = archive(50);
    const url = `${harness.sandbox.origin}/api/v1${path}`;
    assert.equal(names((await harness.get(path)).body).length, 20);
    const { body } = await harness.get(`${path}?page=2&page_size=15`);
    assert.equal(names(body).length, 15);
    assert.deepEqual(pick(body, '_links'), {
      self: { title: 'Current', href: `${url}?page=2&page_size=15` },
      next: { title: 'Next', href: `${url}?page=3&page_size=15` },
      previous: { title: 'Previous', href: `${url}?page=1&page_size=15` },
      last: { title: 'Last', href: `${url}?page=4&page_size=15` },
    });
    const end = await harness.get(`${path}?page=4&page_size=15`);
    assert.deepEqual(pick(end.body, '_links', 'next'), { title: 'Next', href: null });
    assert.equal(names(end.body).length, 5);
  });

  it('ignore limit and offset', async () => {
    harness.allowBadRequests();
    const { body } = await harness.get(`${archive(50)}?limit=5&offset=40`);
    assert.equal(names(body).length, 20);
    assert.equal(names(body)[0], 'S-0001');
  });

  it('respond with 404 past the end, or with an empty page if configured', async () => {
    const path = archive(50);
    assert.equal((await harness.get(`${path}?page=4`)).status, 404);
    harness.sandbox.behavior.pastTheEnd = 'empty';
    assert.deepEqual(names((await harness.get(`${path}?page=4`)).body), []);
  });

  it('can be read whole, along their links', async () => {
    const seen = new Set<unknown>();
    for (let next: unknown = `${archive(95)}?page=1&page_size=20`; typeof next === 'string';) {
      const { body } = await harness.get(next.replace(`${harness.sandbox.origin}/api/v1`, ''));
      names(body).forEach((name) => seen.add(name));
      next = pick(body, '_links', 'next', 'href');
    }
    assert.equal(seen.size, 95);
    assert.equal(harness.sandbox.requests.length, 5);
  });

  it('can drop rows, which leaves a page short in the middle but not the count', async () => {
    const path = archive(50);
    const { droppedStudies } = harness.sandbox.behavior;
    ['S-0021', 'S-0022'].forEach((name) => droppedStudies.add(harness.sandbox.state.studies.named(name).id));
    const pages = await Promise.all([1, 2, 3].map((page) => harness.get(`${path}?page=${page}`)));
    assert.deepEqual(
      pages.map(({ body }) => names(body).length),
      [20, 18, 10],
    );
    assert.deepEqual(
      pages.map(({ body }) => pick(body, 'meta', 'count')),
      [50, 50, 50],
    );
    assert.notEqual(pick(pages[1]?.body, '_links', 'next', 'href'), null);
  });

  it('come without links or count if configured', async () => {
    harness.sandbox.behavior.links = false;
    harness.sandbox.behavior.meta = false;
    assert.deepEqual(Object.keys((await harness.get(inPilot())).body ?? {}), ['results']);
  });

  it('belong to the workspaces of the caller', async () => {
    assert.equal((await harness.get(inPilot(), { token: tokens.grace })).status, 404);
    const { body } = await harness.get('/studies/?page_size=200', { token: tokens.grace });
    assert.deepEqual(names(body), ['RISK 7']);
  });

  it('have the studies of all workspaces by status', async () => {
    const active = await harness.get('/studies/?state=ACTIVE');
    assert.deepEqual(names(active.body), ['RISK 7', 'FACES-2 main', 'CN-1 German', null]);
    assert.equal(pick(active.body, 'meta', 'count'), 4);
    const waiting = await harness.get(`/studies/?state=${encodeURIComponent('AWAITING REVIEW')}`);
    assert.deepEqual(names(waiting.body), ['SLEEP-pilot']);
    const several = await harness.get('/studies/?state=(scheduled|awaiting_review)');
    assert.deepEqual(names(several.body), ['CN-3 Greek', 'SLEEP-pilot']);
  });

  it('have studies of every status if the filter is ignored', async () => {
    harness.sandbox.behavior.stateFilter = 'ignored';
    const { body } = await harness.get('/studies/?state=ACTIVE&page_size=200');
    assert.equal(pick(body, 'meta', 'count'), harness.sandbox.state.studies.all.length);
  });

  it('can be searched, and limited to a workspace', async () => {
    assert.deepEqual(names((await harness.get('/studies/?search=greek')).body), ['CN-3 Greek']);
    const { body } = await harness.get(`/studies/?workspace_id=${harness.idOf('Decision making')}`);
    assert.deepEqual(names(body), ['RISK 7']);
  });

  it('show what happened in the meantime', async () => {
    harness.sandbox.clock.advance({ days: 2 });
    assert.deepEqual(names((await harness.get('/studies/?state=PAUSED')).body), [
      'CN-2 Vietnamese',
      'CN-1 German',
      'WF Größen 1',
    ]);
  });
});
