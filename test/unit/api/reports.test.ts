import assert from 'node:assert/strict';
import { respondWith, changeBody } from '../../sandbox/faults';
import { isRecord } from '../../sandbox/json';
import { largeLab } from '../../sandbox/labs/large';
import { ApiBench, rejectionOf, shown, valueOf } from './support';

describe('api: what else the service reportedly does', () => {
  const bench = new ApiBench();
  const invite = (...addresses: string[]) =>
    bench.client.createInvitation({ workspace: bench.workspaceId(), addresses, role: 'WORKSPACE_COLLABORATOR' });

  it('responds with fewer addresses than were sent', async () => {
    bench.sandbox.behavior.existingMember = 'omitted';
    const answered = valueOf(await invite('Bo.Lindqvist@example.org', 'new@example.org'));
    assert.deepEqual(
      answered.map(({ address }) => address),
      ['new@example.org'],
    );
  });

  it('responds with ACCEPTED, or with an unknown status, which is kept', async () => {
    const [member] = valueOf(await invite('Bo.Lindqvist@example.org'));
    assert.equal(member?.status, 'ACCEPTED');
    bench.sandbox.fault({}, respondWith({ invitations: [{ invitee: { email: 'a@x.org' }, status: 'QUEUED' }] }, 201));
    assert.equal(valueOf(await invite('a@x.org'))[0]?.status, 'QUEUED');
  });

  it('responds with an invitation without an address, which is skipped and logged', async () => {
    const entries = [{ invitee: { email: 'a@x.org' } }, { invitee: { email: null } }, {}, { invitee: null }];
    bench.sandbox.fault({}, respondWith({ invitations: entries }, 201));
    assert.equal(valueOf(await invite('a@x.org', 'b@x.org')).length, 1);
    assert.match(bench.log.warnings.join('\n'), /3 without an id or address skipped/);
  });

  const unusableIds = [
    ...[undefined, null, '', 7, '.', '..', 'half \ud83d pair', 'a b', 'a\nb'],
    ...['a/../../x', 'a|x', 'a?b', 'a%2F', '$(trash)', 'a@x.org', '\u202ea', 'x'.repeat(65)],
  ];

  for (const id of unusableIds) {
    it(`lists an item with the id ${shown(id)}, which is skipped and logged`, async () => {
      bench.sandbox.fault({}, respondWith({ results: [{ id: 'good' }, { id, title: 'bad' }], meta: { count: 2 } }));
      const { items, complete } = valueOf(await bench.client.getWorkspaces());
      assert.deepEqual([items.map((item) => item.id), complete], [['good'], true]);
      assert.match(bench.log.warnings.join('\n'), /1 without an id or address skipped/);
    });
  }

  it('lists only items without an id, which is not an empty list', async () => {
    bench.sandbox.fault({}, respondWith({ results: [{ uuid: '1' }, { uuid: '2' }] }));
    const result = await bench.client.getWorkspaces();
    assert(!result.ok && result.failure.kind === 'unreadable', 'a list of another format passes as empty');
  });

  it('lists a later page with no usable item, which costs only that page', async () => {
    bench.sandbox.reset(largeLab(50));
    bench.sandbox.behavior.maxPageSize = 20;
    const nameless = Array.from({ length: 20 }, () => ({ title: 'No id' }));
    bench.sandbox.fault(
      { query: { offset: '20' } },
      changeBody((value) => ({ ...object(value), results: nameless })),
    );
    const { items, complete } = valueOf(await bench.client.getWorkspaces());
    assert.deepEqual([items.length, complete], [30, true]);
  });

  it('lists a member without an id, who is skipped and logged', async () => {
    bench.sandbox.fault({}, respondWith({ id: 'w', users: [{ name: 'Nobody' }, { id: '1' }] }));
    assert.equal(valueOf(await bench.client.getWorkspace(bench.workspaceId())).members.length, 1);
    assert.match(bench.log.warnings.join('\n'), /1 without an id or address skipped/);
  });

  it('repeats titles, and the workspaces stay separate', async () => {
    const { items } = valueOf(await bench.client.getWorkspaces());
    assert.equal(items.filter(({ title }) => title.raw === 'Pilot studies').length, 2);
  });

  it('returns the projects of a workspace as bare ids', async () => {
    bench.sandbox.fault(
      { operation: 'get-workspace' },
      changeBody((value) => ({ ...object(value), projects: [{ id: '1' }] })),
    );
    assert.equal(valueOf(await bench.client.getWorkspace(bench.workspaceId())).title.raw, 'Perception lab');
  });

  it('returns no roles for the creator of a workspace', async () => {
    bench.sandbox.fault(
      { operation: 'create-workspace' },
      changeBody((value) => ({ ...object(value), users: [{ id: '1', roles: [] }] })),
    );
    const { members } = valueOf(await bench.client.createWorkspace({ title: 'New lab' }));
    assert.deepEqual(members[0]?.roles, []);
    assert.deepEqual(bench.sandbox.requests[0]?.body, { title: 'New lab' });
  });

  it('creates a workspace in the requested currency', async () => {
    valueOf(await bench.client.createWorkspace({ title: 'New lab', currency: 'USD' }));
    assert.deepEqual(bench.sandbox.requests[0]?.body, { title: 'New lab', currency_code: 'USD' });
    assert.equal(bench.sandbox.state.workspaceTitled('New lab').wallet?.currency, 'USD');
  });

  it('responds to a rename with something other than the workspace', async () => {
    const id = bench.workspaceId();
    bench.sandbox.fault({}, respondWith({ redirect: '/workspaces/' }));
    valueOf(await bench.client.updateWorkspace(id, { title: 'New title' }));
  });

  it('responds to a rename with an empty 204', async () => {
    bench.sandbox.fault({}, { kind: 'respond', status: 204, headers: {}, content: { type: 'empty' }, processed: true });
    valueOf(await bench.client.updateWorkspace(bench.workspaceId(), { title: 'New title' }));
  });

  it('rejects the title of a project by field name, and no second attempt is made without the id', async () => {
    bench.sandbox.behavior.maxTitleLength = 18;
    const { body } = rejectionOf(await bench.client.updateProject(bench.projectId(), { title: 'x'.repeat(19) }));
    assert.deepEqual([...body.reveal().fields.keys()], ['title']);
    assert.equal(bench.sandbox.requests.length, 1);
  });

  it('responds to the balance with 404 if the account does not have the feature', async () => {
    bench.sandbox.state.workspaceTitled('Perception lab').wallet = undefined;
    const { kind, body } = rejectionOf(await bench.client.getWorkspaceBalance(bench.workspaceId()));
    assert.equal(kind, 'notFound');
    assert.match(body.reveal().detail ?? '', /permission/);
  });

  it('returns an amount that is not a finite number, which is not shown', async () => {
    const text = '{"currency_code":" ","total_balance":1e999,"available_balance":"12"}';
    bench.sandbox.fault(
      {},
      {
        kind: 'respond',
        status: 200,
        headers: {},
        content: { type: 'text', text },
        processed: false,
      },
    );
    const { currency, total, available } = valueOf(await bench.client.getWorkspaceBalance(bench.workspaceId()));
    assert.deepEqual([currency, total, available], [undefined, undefined, undefined]);
  });
});

function object(value: unknown): Record<string, unknown> {
  assert(isRecord(value));
  return value;
}
