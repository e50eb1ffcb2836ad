import assert from 'node:assert/strict';
import { tokens } from '../../sandbox/labs/people';
import { pick, SandboxHarness } from './support';

describe('sandbox: accounts', () => {
  const bench = new SandboxHarness();

  it('says who a token belongs to', async () => {
    const { status, body } = await bench.get('/users/me/');
    assert.equal(status, 200);
    assert.equal(pick(body, 'email'), 'ada@example.org');
    assert.equal(pick(body, 'first_name'), 'Ada');
    assert.match(String(pick(body, 'id')), /^[0-9a-f]{24}$/);
  });

  it('knows several researchers', async () => {
    const { body } = await bench.get('/users/me/', { token: tokens.grace });
    assert.equal(pick(body, 'email'), 'grace@example.edu');
  });

  it('refuses an unknown token with a wrapped error', async () => {
    const { status, body } = await bench.get('/users/me/', { token: 'sandbox-token-nobody' });
    assert.equal(status, 401);
    assert.equal(pick(body, 'error', 'status'), 401);
    assert.equal(pick(body, 'error', 'detail'), 'Invalid token.');
  });

  it('refuses another scheme than Token', async () => {
    const { status } = await bench.get('/users/me/', { headers: { authorization: `Bearer ${tokens.ada}` } });
    assert.equal(status, 401);
  });

  it('refuses a token from the moment it is revoked, and takes one from the moment it is issued', async () => {
    bench.sandbox.state.revokeToken(tokens.ada);
    assert.equal((await bench.get('/users/me/')).status, 401);
    bench.sandbox.state.issueToken('ada@example.org', 'sandbox-token-ada-2');
    assert.equal((await bench.get('/users/me/', { token: 'sandbox-token-ada-2' })).status, 200);
  });

  it('keeps to id and email where optional fields are left out', async () => {
    bench.sandbox.behaviour.optionalFields = 'omitted';
    const { body } = await bench.get('/users/me/');
    assert.deepEqual(Object.keys(body ?? {}), ['id', 'email']);
    assert.deepEqual(bench.sandbox.violations, []);
  });
});
