import assert from 'node:assert/strict';
import { Contract } from '../../sandbox/contract/contract';
import { collaborator } from '../../sandbox/model';
import { startSandbox } from '../../sandbox/sandbox';
import { SandboxHarness } from './support';

describe('sandbox: the contract catches a bad request', () => {
  const harness = new SandboxHarness();

  beforeEach(() => harness.allowBadRequests());

  const violations = (): readonly string[] => harness.sandbox.violations;
  const perceptionLab = (): string => harness.idOf('Perception lab');
  const invitation = (change: object): object => ({
    association: perceptionLab(),
    emails: ['new@example.com'],
    role: collaborator,
    ...change,
  });

  it('and accepts good ones', async () => {
    await harness.get('/users/me/');
    await harness.get('/workspaces/?limit=200&offset=0');
    await harness.get('/users/me');
    await harness.patch(`/workspaces/${perceptionLab()}/`, {
      id: perceptionLab(),
      title: 'Perception lab',
      description: 'New',
    });
    await harness.post('/invitations/', invitation({ emails: ['jürgen@müller.example', 'a@example.com'] }));
    await harness.post(
      '/workspaces/',
      { title: 'New' },
      { headers: { 'content-type': 'application/json; charset=utf-8' } },
    );
    assert.deepEqual(violations(), []);
  });

  it('to an unknown path, which gets a 404', async () => {
    assert.equal((await harness.get('/submissions/')).status, 404);
    assert.deepEqual(violations(), [
      'GET /api/v1/submissions/: no operation in the published file has this method and path',
    ]);
  });

  it('with an unknown method, which gets a 405', async () => {
    assert.equal((await harness.request('DELETE', `/workspaces/${perceptionLab()}/`, { body: {} })).status, 405);
    assert.match(violations()[0] ?? '', /^DELETE .*: no operation/);
  });

  it('that writes without the trailing slash', async () => {
    assert.equal((await harness.post('/invitations', invitation({}))).status, 404);
    assert.equal(violations()[0], 'POST /api/v1/invitations: the path of a write must end in a slash');
  });

  it('with another scheme, or without a token', async () => {
    await harness.get('/users/me/', { headers: { authorization: 'Bearer sandbox-token-ada' } });
    await harness.get('/users/me/', { headers: { authorization: '' } });
    const sentence = 'get-user: header Authorization must be "Token " and a token';
    assert.deepEqual(violations(), [sentence, sentence]);
  });

  it('with a body of another content type, or that is not JSON', async () => {
    await harness.post('/workspaces/', { title: 'New' }, { headers: { 'content-type': 'text/plain' } });
    await harness.post('/workspaces/', '{"title":');
    await harness.post('/workspaces/', []);
    assert.deepEqual(violations(), [
      'create-workspace: header Content-Type must be application/json',
      'create-workspace: request body is not JSON',
      'create-workspace: request body at /: must be object',
    ]);
  });

  it('that reads with a body', () => {
    const found: string[] = [];
    const headers = { authorization: 'Token sandbox-token-ada' };
    new Contract(found).request({ method: 'GET', path: '/api/v1/users/me/', headers, text: '{}', body: {} });
    assert.deepEqual(found, ['get-user: a GET must have no body']);
  });

  it('with an unknown query parameter, or one that is not a number', async () => {
    await harness.get('/workspaces/?page=2');
    await harness.get('/workspaces/?limit=-1');
    await harness.get('/users/me/?limit=1');
    assert.deepEqual(violations(), [
      'get-workspaces: query at /: must NOT have additional properties (page)',
      'get-workspaces: query at /limit: must match pattern "^\\d+$"',
      'get-user: query at /: must NOT have additional properties (limit)',
    ]);
  });

  for (const [what, change, sentence] of [
    ['with a foreign id', { id: '66aa' }, 'at /id: must be the id in the path'],
    ['without title', { title: undefined }, "at /: must have required property 'title'"],
    ['with a title that is not text', { title: 7 }, 'at /title: must be string'],
    ['with the members it read', { users: [] }, 'at /: must NOT have additional properties (users)'],
    ['with undocumented fields it read', { product: 'human' }, 'at /: must NOT have additional properties (product)'],
  ] as const) {
    it(`that changes a workspace ${what}`, async () => {
      await harness.patch(`/workspaces/${perceptionLab()}/`, { id: perceptionLab(), title: 'New', ...change });
      assert.ok(violations().includes(`update-workspace: request body ${sentence}`), violations().join('\n'));
    });
  }

  for (const [what, change, sentence] of [
    ['without workspace', { association: undefined }, "at /: must have required property 'association'"],
    ['to a workspace that is not an id', { association: 'lab' }, 'at /association: must match format "objectId"'],
    ['without role', { role: undefined }, "at /: must have required property 'role'"],
    ['with another role', { role: 'BOSS' }, 'at /role: must be equal to one of the allowed values'],
    ['without emails', { emails: undefined }, "at /: must have required property 'emails'"],
    ['nobody', { emails: [] }, 'at /emails: must NOT have fewer than 1 items'],
    ['eleven people', { emails: Array(11).fill('a@example.com') }, 'at /emails: must NOT have more than 10 items'],
    [
      'something that is not an address',
      { emails: ['a@example.com', 'nobody'] },
      'at /emails/1: must match format "email"',
    ],
    ['with an unknown field', { message: 'Hi' }, 'at /: must NOT have additional properties (message)'],
  ] as const) {
    it(`that invites ${what}`, async () => {
      await harness.post('/invitations/', invitation(change));
      assert.deepEqual(violations(), [`create-invitation: request body ${sentence}`]);
    });
  }

  it('that creates a project with an unknown type or field', async () => {
    await harness.post(`/workspaces/${perceptionLab()}/projects/`, { title: 'New', type: 'SECRET', colour: 'red' });
    assert.deepEqual(violations(), [
      'create-project: request body at /: must NOT have additional properties (colour)',
      'create-project: request body at /type: must be equal to one of the allowed values',
    ]);
  });

  it('that lists studies with limit and offset, page zero or an unknown status', async () => {
    await harness.get('/studies/?limit=20&offset=0');
    await harness.get('/studies/?page=0&page_size=201');
    await harness.get('/studies/?state=RUNNING');
    assert.deepEqual(violations(), [
      'get-studies: query at /: must NOT have additional properties (limit)',
      'get-studies: query at /: must NOT have additional properties (offset)',
      'get-studies: query at /page: must be >= 1',
      'get-studies: query at /page_size: must be <= 200',
      'get-studies: query at /state: must be equal to one of the allowed values',
      'get-studies: query at /state: must match pattern "^\\([A-Za-z_ ]+(\\|[A-Za-z_ ]+)*\\)$"',
      'get-studies: query at /state: must match a schema in anyOf',
    ]);
  });

  it('that publishes a study, or changes more of it than its internal name and places', async () => {
    const { id } = harness.sandbox.state.studies.named('FACES-2 main');
    await harness.post(`/studies/${id}/transition/`, { action: 'PUBLISH' });
    await harness.patch(`/studies/${id}/`, { total_available_places: 40.5, name: 'New' });
    assert.deepEqual(violations(), [
      'publish-study: request body at /action: must be equal to one of the allowed values',
      'update-study: request body at /: must NOT have additional properties (name)',
      'update-study: request body at /total_available_places: must be integer',
    ]);
  });

  it('in sentences without addresses, tokens and links', async () => {
    await harness.post('/invitations/', invitation({ 'zoe@example.org': 1 }));
    await harness.get('/invitations/zoe@example.org/');
    await harness.get('/invitations/zoe%40example.org/sandbox-token-ada');
    assert.deepEqual(violations(), [
      'create-invitation: request body at /: must NOT have additional properties (<address>)',
      'GET /api/v1/invitations/<address>/: no operation in the published file has this method and path',
      'GET /api/v1/invitations/<address>/<token>: no operation in the published file has this method and path',
    ]);
  });

  it('unless it is off', async () => {
    const lenient = await startSandbox({ contract: 'off' });
    await fetch(`${lenient.origin}/api/v1/submissions/`);
    assert.deepEqual(lenient.violations, []);
    await lenient.stop();
  });
});
