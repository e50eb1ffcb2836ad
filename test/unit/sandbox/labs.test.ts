import assert from 'node:assert/strict';
import { believableLab } from '../../sandbox/labs/believable';
import { hostileLab, hostileTexts } from '../../sandbox/labs/hostile';
import { largeLab } from '../../sandbox/labs/large';
import { isAdmin, State } from '../../sandbox/state';
import { list, pick, SandboxHarness } from './support';

describe('sandbox: labs', () => {
  const bench = new SandboxHarness();

  afterEach(() => assert.deepEqual(bench.sandbox.violations, []));

  it('the believable one has what a tree must cope with', () => {
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

  it('the large one lists 5,000 workspaces, each with an id of its own', async () => {
    bench.sandbox.reset(largeLab(5000));
    const pages = Array.from({ length: 25 }, (_, page) => `/workspaces/?limit=200&offset=${page * 200}`);
    const ids = new Set<unknown>();
    for (const page of pages) {
      list((await bench.get(page)).body, 'results').forEach((item) => ids.add(pick(item, 'id')));
    }
    assert.equal(ids.size, 5000);
  });

  it('the hostile one arrives as it was written', async () => {
    bench.sandbox.reset(hostileLab());
    const { body } = await bench.get('/workspaces/?limit=200');
    const titles = list(body, 'results').map((item) => pick(item, 'title'));
    assert.deepEqual(titles, [...Object.values(hostileTexts), 'Everything', 'No wallet']);
    assert.equal(pick((await bench.get('/users/me/')).body, 'last_name'), hostileTexts.commandLink);
    for (const { id } of bench.sandbox.state.workspaces.slice(0, -1)) {
      assert.equal((await bench.get(`/workspaces/${id}/`)).status, 200);
      assert.equal((await bench.get(`/workspaces/${id}/balance/`)).status, 200);
      assert.equal((await bench.get(`/workspaces/${id}/projects/`)).status, 200);
    }
  });
});
