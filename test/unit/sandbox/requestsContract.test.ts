import assert from 'node:assert/strict';
import { Contract } from '../../sandbox/contract';
import { collaborator } from '../../sandbox/model';
import { startSandbox } from '../../sandbox/sandbox';
import { SandboxHarness } from './support';

describe('sandbox: the contract catches a bad request', () => {
  const bench = new SandboxHarness();
  const violations = (): readonly string[] => bench.sandbox.violations;
  const lab = (): string => bench.idOf('Perception lab');
  const invitation = (change: object): object => ({
    association: lab(),
    emails: ['new@example.com'],
    role: collaborator,
    ...change,
  });

  it('and lets good ones pass', async () => {
    await bench.get('/users/me/');
    await bench.get('/workspaces/?limit=200&offset=0');
    await bench.get('/users/me');
    await bench.patch(`/workspaces/${lab()}/`, { id: lab(), title: 'Perception lab', description: 'New' });
    await bench.post('/invitations/', invitation({ emails: ['jürgen@müller.example', 'a@example.com'] }));
    await bench.post(
      '/workspaces/',
      { title: 'New' },
      { headers: { 'content-type': 'application/json; charset=utf-8' } },
    );
    assert.deepEqual(violations(), []);
  });

  it('of an unknown path, which is answered 404', async () => {
    assert.equal((await bench.get('/studies/')).status, 404);
    assert.deepEqual(violations(), [
      'GET /api/v1/studies/: no operation of the published file has this method and path',
    ]);
  });

  it('of an unknown method, which is answered 405', async () => {
    assert.equal((await bench.request('DELETE', `/workspaces/${lab()}/`, { body: {} })).status, 405);
    assert.match(violations()[0] ?? '', /^DELETE .*: no operation/);
  });

  it('of a write without the last slash', async () => {
    assert.equal((await bench.post('/invitations', invitation({}))).status, 404);
    assert.equal(violations()[0], 'POST /api/v1/invitations: the path of a write must end in a slash');
  });

  it('of another scheme, or no token', async () => {
    await bench.get('/users/me/', { headers: { authorization: 'Bearer sandbox-token-ada' } });
    await bench.get('/users/me/', { headers: { authorization: '' } });
    const sentence = 'get-user: header Authorization must be "Token " and a token';
    assert.deepEqual(violations(), [sentence, sentence]);
  });

  it('of a body that is said to be something else, or is no JSON', async () => {
    await bench.post('/workspaces/', { title: 'New' }, { headers: { 'content-type': 'text/plain' } });
    await bench.post('/workspaces/', '{"title":');
    await bench.post('/workspaces/', []);
    assert.deepEqual(violations(), [
      'create-workspace: header Content-Type must be application/json',
      'create-workspace: request body is not JSON',
      'create-workspace: request body at /: must be object',
    ]);
  });

  it('of a body where something is only read', () => {
    const found: string[] = [];
    const headers = { authorization: 'Token sandbox-token-ada' };
    new Contract(found).request({ method: 'GET', path: '/api/v1/users/me/', headers, text: '{}', body: {} });
    assert.deepEqual(found, ['get-user: a GET must have no body']);
  });

  it('of a query that nobody knows, or that is no number', async () => {
    await bench.get('/workspaces/?page=2');
    await bench.get('/workspaces/?limit=-1');
    await bench.get('/users/me/?limit=1');
    assert.deepEqual(violations(), [
      'get-workspaces: query at /: must NOT have additional properties (page)',
      'get-workspaces: query at /limit: must match pattern "^\\d+$"',
      'get-user: query at /: must NOT have additional properties (limit)',
    ]);
  });

  for (const [what, change, sentence] of [
    ['without id', { id: undefined }, "at /: must have required property 'id'"],
    ['with a foreign id', { id: '66aa' }, 'at /id: must be the id in the path'],
    ['without title', { title: undefined }, "at /: must have required property 'title'"],
    ['with a title that is no text', { title: 7 }, 'at /title: must be string'],
    ['that echoes members', { users: [] }, 'at /: must NOT have additional properties (users)'],
    ['that echoes what is undocumented', { product: 'human' }, 'at /: must NOT have additional properties (product)'],
  ] as const) {
    it(`of a change of a workspace ${what}`, async () => {
      await bench.patch(`/workspaces/${lab()}/`, { id: lab(), title: 'New', ...change });
      assert.ok(violations().includes(`update-workspace: request body ${sentence}`), violations().join('\n'));
    });
  }

  for (const [what, change, sentence] of [
    ['without workspace', { association: undefined }, "at /: must have required property 'association'"],
    ['with a workspace that is no id', { association: 'lab' }, 'at /association: must match format "objectId"'],
    ['without role', { role: undefined }, "at /: must have required property 'role'"],
    ['with another role', { role: 'BOSS' }, 'at /role: must be equal to one of the allowed values'],
    ['without emails', { emails: undefined }, "at /: must have required property 'emails'"],
    ['of nobody', { emails: [] }, 'at /emails: must NOT have fewer than 1 items'],
    ['of eleven', { emails: Array(11).fill('a@example.com') }, 'at /emails: must NOT have more than 10 items'],
    ['of no address', { emails: ['a@example.com', 'nobody'] }, 'at /emails/1: must match format "email"'],
    ['with an unknown key', { message: 'Hi' }, 'at /: must NOT have additional properties (message)'],
  ] as const) {
    it(`of an invitation ${what}`, async () => {
      await bench.post('/invitations/', invitation(change));
      assert.deepEqual(violations(), [`create-invitation: request body ${sentence}`]);
    });
  }

  it('of a project with an unknown type or key', async () => {
    await bench.post(`/workspaces/${lab()}/projects/`, { title: 'New', type: 'SECRET', colour: 'red' });
    assert.deepEqual(violations(), [
      'create-project: request body at /: must NOT have additional properties (colour)',
      'create-project: request body at /type: must be equal to one of the allowed values',
    ]);
  });

  it('in sentences without addresses, tokens and links', async () => {
    await bench.post('/invitations/', invitation({ 'zoe@example.org': 1 }));
    await bench.get('/invitations/zoe@example.org/');
    await bench.get('/invitations/zoe%40example.org/sandbox-token-ada');
    assert.deepEqual(violations(), [
      'create-invitation: request body at /: must NOT have additional properties (<address>)',
      'GET /api/v1/invitations/<address>/: no operation of the published file has this method and path',
      'GET /api/v1/invitations/<address>/<token>: no operation of the published file has this method and path',
    ]);
  });

  it('unless it is switched off', async () => {
    const lenient = await startSandbox({ contract: 'off' });
    await fetch(`${lenient.origin}/api/v1/studies/`);
    assert.deepEqual(lenient.violations, []);
    await lenient.stop();
  });
});
