import assert from 'node:assert/strict';
import { Clock } from '../../sandbox/clock';
import { believableLab } from '../../sandbox/labs/believable';
import { hostileLab, hostileTexts } from '../../sandbox/labs/hostile';
import { largeLab } from '../../sandbox/labs/large';
import { isAdmin, State } from '../../sandbox/state';
import { hasStatus } from '../../sandbox/studies/study';
import { list, pick, SandboxHarness } from './support';

describe('sandbox: labs', () => {
  const harness = new SandboxHarness();

  it('the believable lab has everything a tree must cope with', () => {
    const state = new State(believableLab());
    const ada = state.personAt('ada@example.org');
    assert(ada !== undefined);
    const workspaces = state.workspacesOf(ada);
    const titles = workspaces.map(({ title }) => title);
    assert.equal(workspaces.length, 12);
    assert.equal(workspaces.filter((workspace) => isAdmin(workspace, ada)).length, 11);
    assert(titles.length > new Set(titles).size);
    assert(titles.some((title) => title.length > 18));
    [/\p{Script=Han}/u, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /\p{Emoji_Presentation}/u, /ü/].forEach((script) =>
      assert(titles.some((title) => script.test(title))),
    );
    assert.deepEqual([...new Set(workspaces.map(({ wallet }) => wallet?.currency))].sort(), ['GBP', 'USD']);
    const types = workspaces.flatMap(({ projects }) => projects.map(({ type }) => type));
    assert.deepEqual([...new Set(types)].sort(), ['PRIVATE', 'PUBLIC']);
    assert(workspaces.some(({ members, projects }) => members.length === 1 && projects.length === 0));
    assert(workspaces.some(({ members }) => members[0]?.roles.length === 0));
  });

  it('the believable lab has studies of every status, some of which fill by themselves', () => {
    const { studies } = new State(believableLab());
    const statuses = new Set(studies.all.map(({ study }) => study.status));
    assert.deepEqual([...statuses].sort(), [
      'ACTIVE',
      'AWAITING REVIEW',
      'COMPLETED',
      'PAUSED',
      'SCHEDULED',
      'UNPUBLISHED',
    ]);
    assert(studies.all.some(({ study }) => study.places === null));
    assert(studies.all.some(({ study }) => study.internalName === null));
    assert(studies.all.some(({ study }) => !Number.isInteger(study.reward)));
    assert(studies.all.some(({ study }) => hasStatus(study, 'ACTIVE') && study.recruitment !== undefined));
  });

  it('the believable lab has a history that fits the time at which it starts', () => {
    const now = Date.UTC(2027, 0, 1);
    const { studies } = new State(believableLab(now), new Clock({ start: new Date(now) }));
    for (const { study } of studies.all) {
      assert(study.createdAt < now);
      assert(study.publishedAt === null || (study.publishedAt >= study.createdAt && study.publishedAt < now));
      assert(study.publishAt === null || study.publishAt > now);
    }
  });

  it('the large lab can have a project with 2,000 studies', async () => {
    harness.sandbox.reset(largeLab(3, { studies: 2000 }));
    const { id } = harness.sandbox.state.workspaces[0]?.projects[1] ?? {};
    const { body } = await harness.get(`/projects/${id}/studies/?page=20&page_size=100`);
    assert.equal(list(body, 'results').length, 100);
    assert.equal(pick(body, 'meta', 'count'), 2000);
    assert.equal(new Set(harness.sandbox.state.studies.all.map(({ study }) => study.id)).size, 2000);
  });

  it('the large lab has 5,000 workspaces with distinct ids', async () => {
    harness.sandbox.reset(largeLab(5000));
    assert.equal(new Set(harness.sandbox.state.workspaces.map(({ id }) => id)).size, 5000);
    const { body } = await harness.get('/workspaces/?limit=200&offset=4800');
    assert.equal(list(body, 'results').length, 200);
    assert.equal(pick(body, 'meta', 'count'), 5000);
  });

  it('the hostile lab arrives as written', async () => {
    harness.sandbox.reset(hostileLab());
    const { body } = await harness.get('/workspaces/?limit=200');
    const titles = list(body, 'results').map((item) => pick(item, 'title'));
    assert.deepEqual(titles, [...Object.values(hostileTexts), 'Everything', 'No wallet']);
    assert.equal(pick((await harness.get('/users/me/')).body, 'last_name'), hostileTexts.commandLink);
    for (const { id } of harness.sandbox.state.workspaces.slice(0, -1)) {
      assert.equal((await harness.get(`/workspaces/${id}/`)).status, 200);
      assert.equal((await harness.get(`/workspaces/${id}/balance/`)).status, 200);
      assert.equal((await harness.get(`/workspaces/${id}/projects/`)).status, 200);
    }
  });

  it('the studies of the hostile lab arrive as written', async () => {
    harness.sandbox.reset(hostileLab());
    const studies = await harness.get('/studies/?page_size=200');
    const names = list(studies.body, 'results').map((item) => pick(item, 'name'));
    assert.deepEqual([...new Set(names)].sort(), Object.values(hostileTexts).sort());
    for (const { study } of harness.sandbox.state.studies.all.slice(0, 10)) {
      assert.equal((await harness.get(`/studies/${study.id}/`)).status, 200);
      assert.equal((await harness.get(`/studies/${study.id}/cost/`)).status, 200);
      assert.equal((await harness.post(`/studies/${study.id}/transition/`, { action: 'PAUSE' })).status, 400);
    }
  });
});
