import assert from 'node:assert/strict';
import { tokens } from '../../sandbox/labs/people';
import { admin } from '../../sandbox/model';
import { list, pick, SandboxHarness } from './support';

describe('sandbox: one workspace', () => {
  const harness = new SandboxHarness();
  const path = (title = 'Perception lab'): string => `/workspaces/${harness.idOf(title)}/`;
  const titled = (title: unknown, more: object = {}): object => ({
    id: harness.idOf('Perception lab'),
    title,
    ...more,
  });

  it('has projects and a wallet in its detail only', async () => {
    const { status, body } = await harness.get(path());
    assert.equal(status, 200);
    assert.equal(pick(body, 'title'), 'Perception lab');
    assert.deepEqual(Object.keys(list(body, 'projects')[0] ?? {}), ['id', 'title', 'type']);
    assert.match(String(pick(body, 'wallet')), /^[0-9a-f]{24}$/);
    const item = list((await harness.get('/workspaces/')).body, 'results')[0];
    assert.equal(pick(item, 'projects'), undefined);
    assert.equal(pick(item, 'wallet'), undefined);
  });

  it('does not exist for non-members', async () => {
    const { status, body } = await harness.get(path(), { token: tokens.grace });
    assert.equal(status, 404);
    assert.equal(pick(body, 'error', 'title'), 'Not found');
    harness.sandbox.behavior.noAccessStatus = 403;
    assert.equal((await harness.get(path(), { token: tokens.grace })).status, 403);
  });

  it('is gone for a removed member', async () => {
    harness.sandbox.state.removeMember(harness.idOf('Perception lab'), 'Bo.Lindqvist@example.org');
    assert.equal((await harness.get(path(), { token: tokens.bo })).status, 404);
  });

  it('is renamed by an admin and returned whole', async () => {
    const { status, body } = await harness.patch(path(), titled('Perception lab 2'), { token: tokens.bo });
    assert.equal(status, 200);
    assert.equal(pick(body, 'title'), 'Perception lab 2');
    assert.equal(list(body, 'users').length, 5);
    assert.equal(pick(body, 'description'), 'Shared account of the lab. Ask Bo before you spend more than £200.');
  });

  it('is renamed by its owner even without a role', async () => {
    const id = harness.idOf('My workspace');
    assert.equal((await harness.patch(`/workspaces/${id}/`, { id, title: 'Mine' })).status, 200);
  });

  it('is not renamed by a collaborator', async () => {
    const id = harness.idOf('Decision making');
    assert.equal((await harness.patch(`/workspaces/${id}/`, { id, title: 'Mine' })).status, 403);
    assert.equal(harness.sandbox.state.workspace(id).title, 'Decision making');
  });

  it('accepts a new description and rejects a blank one', async () => {
    assert.equal((await harness.patch(path(), titled('Perception lab', { description: 'New' }))).status, 200);
    const { status, body } = await harness.patch(path(), titled('Perception lab', { description: '' }));
    assert.equal(status, 400);
    assert.deepEqual(pick(body, 'error', 'detail'), { description: ['This field may not be blank.'] });
    assert.equal(harness.sandbox.state.workspaceTitled('Perception lab').description, 'New');
  });

  for (const [what, change, detail] of [
    ['no title', { title: undefined }, { title: ['This field is required.'] }],
    ['a null title', { title: null }, { title: ['This field may not be null.'] }],
    ['a number as title', { title: 7 }, { title: ['Not a valid string.'] }],
    ['no id', { id: undefined }, { id: ['This field is required.'] }],
    ['a foreign id', { id: '66aa' }, { id: ['This is not the id in the path.'] }],
  ] as const) {
    it(`is not changed by a body with ${what}`, async () => {
      harness.allowBadRequests();
      const { status, body } = await harness.patch(path(), { ...titled('New'), ...change });
      assert.equal(status, 400);
      assert.deepEqual(pick(body, 'error', 'detail'), detail);
    });
  }

  it('accepts titles of any length unless limited', async () => {
    assert.equal((await harness.patch(path(), titled('x'.repeat(500)))).status, 200);
    harness.sandbox.reset();
    harness.sandbox.behavior.maxTitleLength = 18;
    const { body } = await harness.patch(path(), titled('x'.repeat(19)));
    assert.deepEqual(pick(body, 'error', 'detail'), { title: ['Ensure this field has no more than 18 characters.'] });
  });

  it("shows changes made behind the client's back", async () => {
    const id = harness.idOf('Perception lab');
    harness.sandbox.state.renameWorkspace(id, 'Elsewhere');
    harness.sandbox.state.describeWorkspace(id, 'Changed');
    harness.sandbox.state.addMember(id, 'grace@example.edu', admin);
    const { body } = await harness.get(`/workspaces/${id}/`, { token: tokens.grace });
    assert.equal(pick(body, 'title'), 'Elsewhere');
    assert.equal(pick(body, 'description'), 'Changed');
    harness.sandbox.state.removeWorkspace(id);
    assert.equal((await harness.get(`/workspaces/${id}/`)).status, 404);
  });

  it('accepts a partial update, or one without the id, if configured', async () => {
    harness.allowBadRequests();
    const { behavior } = harness.sandbox;
    behavior.updateWorkspace = 'partial';
    const described = await harness.patch(path(), { description: 'New' });
    assert.equal(described.status, 200);
    assert.equal(pick(described.body, 'title'), 'Perception lab');
    assert.equal((await harness.patch(path(), titled('Perception lab'))).status, 200);
    behavior.updateWorkspace = 'no-id';
    const { status, body } = await harness.patch(path(), titled('Renamed'));
    assert.equal(status, 400);
    assert.deepEqual(pick(body, 'error', 'detail'), { id: ['This field is not known.'] });
    assert.equal((await harness.patch(path(), { title: 'Perception lab' })).status, 200);
  });

  it('loses what others changed when an old copy is sent back', async () => {
    harness.allowBadRequests();
    const { state } = harness.sandbox;
    const id = harness.idOf('Perception lab');
    const old = (await harness.get(path())).body;
    state.addMember(id, 'grace@example.edu', admin);
    state.describeWorkspace(id, 'Changed meanwhile');
    assert.equal((await harness.patch(`/workspaces/${id}/`, old)).status, 200);
    assert.equal((await harness.get(`/workspaces/${id}/`, { token: tokens.grace })).status, 404);
    assert.notEqual(state.workspace(id).description, 'Changed meanwhile');
  });

  it('can change hands, to people who exist', async () => {
    harness.allowBadRequests();
    const id = harness.idOf('Perception lab');
    const bo = harness.sandbox.state.personAt('Bo.Lindqvist@example.org');
    const { body } = await harness.patch(path(), titled('Perception lab', { owner: bo?.id, users: [{ id: bo?.id }] }));
    assert.deepEqual(list(body, 'users'), [{ id: bo?.id, name: 'Bo Lindqvist', email: bo?.email, roles: [] }]);
    assert.equal((await harness.get(`/workspaces/${id}/`)).status, 404);
    const change = { id, title: 'Perception lab', owner: '66aa', users: [{ id: '66aa' }] };
    const rejected = await harness.patch(`/workspaces/${id}/`, change, { token: tokens.bo });
    assert.deepEqual(pick(rejected.body, 'error', 'detail'), { owner: ['No such user.'], users: ['No such user.'] });
  });

  it('keeps the naivety rate', async () => {
    harness.allowBadRequests();
    const { body } = await harness.post('/workspaces/', { title: 'New', naivety_distribution_rate: 0.5 });
    assert.equal(pick(body, 'naivety_distribution_rate'), 0.5);
    const id = String(pick(body, 'id'));
    const change = { id, title: 'New', naivety_distribution_rate: null };
    const updated = await harness.patch(`/workspaces/${id}/`, change);
    assert.equal(pick(updated.body, 'naivety_distribution_rate'), null);
  });

  it('is created in pounds by default, with its creator as a member without roles unless configured', async () => {
    const { status, body } = await harness.post('/workspaces/', { title: 'Brand new', currency_code: 'USD' });
    assert.equal(status, 201);
    assert.deepEqual(list(body, 'users', 0, 'roles'), []);
    harness.sandbox.behavior.creatorRoles = [admin];
    const asAdmin = await harness.post('/workspaces/', { title: 'Another' });
    assert.deepEqual(list(asAdmin.body, 'users', 0, 'roles'), [admin]);
    const balance = await harness.get(`/workspaces/${String(pick(body, 'id'))}/balance/`);
    assert.equal(pick(balance.body, 'currency_code'), 'USD');
    assert.equal(pick(balance.body, 'total_balance'), 0);
    const other = await harness.post('/workspaces/', { title: 'Euros', currency_code: 'EUR' });
    assert.deepEqual(pick(other.body, 'error', 'detail'), { currency_code: ['"EUR" is not a valid choice.'] });
  });

  it('has a balance in sub-currency, in parts that add up', async () => {
    const { body } = await harness.get(`${path()}balance/`);
    assert.equal(pick(body, 'total_balance'), 12_500);
    assert.equal(pick(body, 'available_balance'), 4_200);
    const parts = ['rewards', 'fees', 'vat'].map((part) => Number(pick(body, 'available_balance_breakdown', part)));
    assert.equal(
      parts.reduce((sum, part) => sum + part),
      4_200,
    );
  });

  it('has no balance without a wallet', async () => {
    harness.sandbox.state.workspaceTitled('Perception lab').wallet = undefined;
    assert.equal((await harness.get(`${path()}balance/`)).status, 404);
  });

  it('may have null or nothing in every optional field', async () => {
    harness.sandbox.behavior.optionalFields = 'null';
    const { body } = await harness.get(path());
    assert.equal(pick(body, 'users'), null);
    harness.sandbox.behavior.optionalFields = 'omitted';
    assert.deepEqual(Object.keys((await harness.get(path())).body ?? {}), ['id', 'title']);
  });
});
