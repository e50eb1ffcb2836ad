import assert from 'node:assert/strict';
import { believableLab } from '../../sandbox/labs/believable';
import { hostileLab, hostileTexts } from '../../sandbox/labs/hostile';
import { largeLab } from '../../sandbox/labs/large';
import { isAdmin, State } from '../../sandbox/state';
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
});
