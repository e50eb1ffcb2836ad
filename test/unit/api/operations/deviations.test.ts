import assert from 'node:assert/strict';
import { generalDeviations } from '../../../sandbox/contract/deviations';
import { respondWith } from '../../../sandbox/faults';
import { largeLab } from '../../../sandbox/labs/large';
import { ApiBench, rejectionOf, shown, valueOf } from '../support';
import { operationCases, readCases } from './operationCases';

describe('api: where the service is known to differ from its file', () => {
  const bench = new ApiBench();
  const covered = new Set<string>();

  /** An example of a deviation listed in test/sandbox/contract/deviations. */
  function example(id: string, title: string, run: () => Promise<void>): void {
    covered.add(id);
    it(`${id}: ${title}`, run);
  }

  const invite = (...addresses: string[]) =>
    bench.client.createInvitation({ workspace: bench.workspaceId(), addresses, role: 'WORKSPACE_COLLABORATOR' });

  example('paging-query', 'pages are asked for by `limit` and `offset`, so that more than 20 come', async () => {
    bench.sandbox.reset(largeLab(45));
    const { items } = valueOf(await bench.client.getWorkspaces());
    assert.equal(items.length, 45);
    assert.deepEqual(
      bench.sandbox.requests.map(({ path }) => path),
      ['/api/v1/workspaces/?limit=200&offset=0'],
    );
  });

  for (const [links, meta] of [
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    const envelope = `${links ? 'with' : 'without'} _links, ${meta ? 'with' : 'without'} meta`;
    example('list-envelope', `a list is read whole ${envelope}`, async () => {
      bench.sandbox.reset(largeLab(50));
      Object.assign(bench.sandbox.behavior, { links, meta, maxPageSize: 20 });
      const { items, complete } = valueOf(await bench.client.getWorkspaces());
      assert.deepEqual([items.length, complete], [50, true]);
    });
  }

  for (const [next, isLast] of [
    [null, true],
    [{ href: null }, true],
    [{ href: '' }, true],
    [{ title: 'Next' }, true],
    [{ href: 'https://api.prolific.com/api/v1/workspaces/?offset=1' }, false],
    ['https://api.prolific.com/api/v1/workspaces/?offset=1', false],
    [undefined, false],
  ] as const) {
    example('list-envelope', `a next link of ${shown(next)} ${isLast ? 'ends' : 'does not end'} a list`, async () => {
      bench.sandbox.fault({}, respondWith({ results: [{ id: '1' }], _links: { next } }));
      valueOf(await bench.client.getWorkspaces());
      assert.equal(bench.sandbox.requests.length, isLast ? 1 : 2);
    });
  }

  for (const pastTheEnd of ['error', 'empty'] as const) {
    example('past-the-end', `a list ends where a page past its end is answered with: ${pastTheEnd}`, async () => {
      bench.sandbox.reset(largeLab(40));
      Object.assign(bench.sandbox.behavior, { links: false, meta: false, maxPageSize: 20, pastTheEnd });
      const { items, complete } = valueOf(await bench.client.getWorkspaces());
      assert.deepEqual([items.length, complete], [40, true]);
      assert.equal(bench.sandbox.requests.length, 3);
    });
  }

  example(
    'user-fields',
    'an account is named by first and last name, else by name, else by address, else by its id',
    async () => {
      const names = [
        [{ first_name: 'Ada', last_name: 'Example', name: 'A. E.' }, 'Ada Example'],
        [{ first_name: null, last_name: 'Example' }, 'Example'],
        [{ first_name: '', last_name: ' ', name: 'A. E.' }, 'A. E.'],
        [{}, 'ada@x.org'],
        [{ email: undefined }, '1'],
      ] as const;
      for (const [fields, name] of names) {
        const fault = bench.sandbox.fault({}, respondWith({ id: '1', email: 'ada@x.org', vat_number: 7, ...fields }));
        assert.equal(valueOf(await bench.client.getUser()).name.raw, name);
        fault.clear();
      }
    },
  );

  example('workspace-fields', 'what the file does not know is neither read nor sent back', async () => {
    const id = bench.workspaceId();
    const { title, ...read } = valueOf(await bench.client.getWorkspace(id));
    assert.deepEqual(Object.keys(read).sort(), ['description', 'id', 'members', 'owner']);
    valueOf(await bench.client.updateWorkspace(id, { title: `${title.raw}!` }));
    assert.deepEqual(bench.sandbox.requests[1]?.body, { id, title: `${title.raw}!` });
  });

  example('project-type-absent', 'a project without a type is private, another type is kept', async () => {
    for (const [type, expected] of [
      [{}, 'PRIVATE'],
      [{ type: null }, 'PRIVATE'],
      [{ type: 'LAB_ONLY' }, 'LAB_ONLY'],
    ] as const) {
      const fault = bench.sandbox.fault({}, respondWith({ id: '1', title: 'Pilot', ...type }));
      assert.equal(valueOf(await bench.client.getProject(bench.projectId())).type, expected);
      fault.clear();
    }
  });

  example('empty-roles', 'a member may have no role, or one that nobody knows', async () => {
    const users = [
      { id: '1', roles: [] },
      { id: '2', roles: null },
      { id: '3' },
      { id: '4', roles: ['WORKSPACE_MEMBER', 7] },
    ];
    bench.sandbox.fault({}, respondWith({ id: 'w', users }));
    const { members } = valueOf(await bench.client.getWorkspace(bench.workspaceId()));
    assert.deepEqual(
      members.map(({ roles }) => roles),
      [[], [], [], ['WORKSPACE_MEMBER']],
    );
  });

  example('owner-is-a-user', 'the owner is one of the members', async () => {
    const { owner, members } = valueOf(await bench.client.getWorkspace(bench.workspaceId()));
    assert(members.some(({ id }) => id === owner));
  });

  for (const optionalFields of ['null', 'omitted'] as const) {
    example('null-for-plain', `every read succeeds where optional fields are ${optionalFields}`, async () => {
      bench.sandbox.behavior.optionalFields = optionalFields;
      for (const { call } of readCases) {
        valueOf(await call(bench.client, bench.subjects));
      }
    });
  }

  example('balance-breakdown', 'the parts of a balance are read, fractions too', async () => {
    const parts = { rewards: 90.5, fees: 30, vat: 0 };
    bench.sandbox.fault({}, respondWith({ currency_code: 'GBP', total_balance: 120.5, balance_breakdown: parts }));
    const balance = valueOf(await bench.client.getWorkspaceBalance(bench.workspaceId()));
    assert.deepEqual([balance.currency, balance.total, balance.totalParts], ['GBP', 120.5, parts]);
    assert.equal(balance.available, undefined);
  });

  example(
    'create-project-owner',
    'a rejection names description and owner; with both the project is made',
    async () => {
      bench.sandbox.behavior.createProjectRequires = 'description-and-owner';
      const workspace = bench.workspaceId();
      const rejection = rejectionOf(await bench.client.createProject(workspace, { title: 'Pilot 2', description: '' }));
      assert.deepEqual([...rejection.body.reveal().fields.keys()], ['description', 'owner']);
      assert.deepEqual(bench.sandbox.requests[0]?.body, { title: 'Pilot 2' }, 'a blank text is not sent');
      const { id: owner } = valueOf(await bench.client.getUser());
      const made = valueOf(
        await bench.client.createProject(workspace, { title: 'Pilot 2', description: 'Second wave', owner }),
      );
      assert.deepEqual([made.title.raw, made.owner, made.workspace], ['Pilot 2', owner, workspace]);
    },
  );

  for (const [updateWorkspace, requests] of [
    ['partial', 1],
    ['whole', 1],
    ['no-id', 2],
  ] as const) {
    example(
      'update-workspace-partial',
      `a workspace is renamed where the service wants: ${updateWorkspace}`,
      async () => {
        bench.sandbox.behavior.updateWorkspace = updateWorkspace;
        const id = bench.workspaceId();
        valueOf(await bench.client.updateWorkspace(id, { title: 'Perception lab 2' }));
        assert.equal(bench.sandbox.requests.length, requests);
        assert.equal(bench.sandbox.state.workspace(id).title, 'Perception lab 2');
      },
    );
  }

  for (const [updateProject, requests] of [
    ['partial', 1],
    ['whole', 1],
    ['no-id', 2],
  ] as const) {
    example('update-project-id', `a project is renamed where the service wants it: ${updateProject}`, async () => {
      bench.sandbox.behavior.updateProject = updateProject;
      const id = bench.projectId();
      valueOf(await bench.client.updateProject(id, { title: 'Pilot (closed)' }));
      assert.equal(bench.sandbox.requests.length, requests);
      assert.equal(valueOf(await bench.client.getProject(id)).title.raw, 'Pilot (closed)');
    });
  }

  example('email-format', 'addresses in any script are sent as given, letter case kept', async () => {
    const addresses = ['Bo@example.org', 'bo@example.org', '太郎@例え.jp', 'o’neil+lab@example.org'];
    valueOf(await invite(...addresses));
    assert.deepEqual(
      bench.sandbox.invitationsSent.map(({ address }) => address),
      addresses,
    );
  });

  for (const noAccessStatus of [401, 403, 404] as const) {
    example(
      'error-statuses',
      `no access is told from a bad token where it is answered with ${noAccessStatus}`,
      async () => {
        bench.sandbox.behavior.noAccessStatus = noAccessStatus;
        let isRejected = false;
        const client = bench.use({ onTokenRejected: () => (isRejected = true) });
        const { kind, status } = rejectionOf(await client.getWorkspace(bench.workspaceId('Compilers and cognition')));
        assert.equal(kind, noAccessStatus === 404 ? 'notFound' : 'forbidden');
        assert.equal(status, noAccessStatus);
        assert(!isRejected, 'the session was told that its token is bad');
      },
    );
  }

  for (const rejectionStatus of [400, 422] as const) {
    example('error-details', `refused addresses are named by their index, with ${rejectionStatus}`, async () => {
      bench.sandbox.behavior.rejectionStatus = rejectionStatus;
      ['gone@example.org', 'full@example.org'].forEach((one) => bench.sandbox.behavior.rejectedAddresses.add(one));
      const { kind, body } = rejectionOf(await invite('bo@example.org', 'gone@example.org', 'full@example.org'));
      assert.equal(kind, 'invalid');
      const message = ['Enter a valid email address.'];
      assert.deepEqual(Object.fromEntries(body.reveal().fields), { 'emails.1': message, 'emails.2': message });
    });
  }

  for (const [errorShape, words] of [
    ['A', { title: 'Not found', detail: 'Not found.' }],
    ['B', { title: 'Not found', detail: 'Not found.' }],
    ['C', { title: undefined, detail: 'Not found.' }],
    ['D', { title: undefined, detail: 'Not found.' }],
    ['E', { title: undefined, detail: 'Not found' }],
    ['F', { title: undefined, detail: 'Not found.' }],
    ['G', { title: undefined, detail: 'Not found.' }],
    ['G-html', { title: undefined, detail: undefined }],
    ['G-empty', { title: undefined, detail: undefined }],
  ] as const) {
    example('error-shapes', `the words of an error in shape ${errorShape} are found`, async () => {
      bench.sandbox.behavior.errorShape = errorShape;
      const { body } = rejectionOf(await bench.client.getWorkspace(bench.workspaceId('Compilers and cognition')));
      const { title, detail } = body.reveal();
      assert.deepEqual({ title, detail }, words);
    });
  }

  for (const link of [undefined, null, '', ' ']) {
    example('invite-link-missing', `an invitation may have no link: ${shown(link)}`, async () => {
      const entry = { invitee: { email: 'bo@example.org' }, status: 'INVITED', invite_link: link };
      bench.sandbox.fault({}, respondWith({ invitations: [entry] }, 201));
      assert.deepEqual(valueOf(await invite('bo@example.org')), [
        { address: 'bo@example.org', status: 'INVITED', link: undefined },
      ]);
    });
  }

  example('slash-on-reads', 'every path ends in a slash all the same', async () => {
    const { subjects } = bench;
    for (const { call } of operationCases) {
      valueOf(await call(bench.client, subjects));
    }
    const paths = bench.sandbox.requests.map(({ path }) => path.replace(/\?.*/, ''));
    assert.deepEqual(
      paths.filter((path) => !path.endsWith('/')),
      [],
    );
  });

  it('each known deviation has an example here', () => {
    assert.deepEqual([...covered].sort(), generalDeviations.map(({ id }) => id).sort());
  });
});
