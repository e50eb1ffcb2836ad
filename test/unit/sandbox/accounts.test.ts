import assert from 'node:assert/strict';
import { tokens } from '../../sandbox/labs/people';
import { pick, SandboxHarness } from './support';

describe('sandbox: accounts', () => {
  const harness = new SandboxHarness();

  it('says who a token belongs to', async () => {
    const { status, body } = await harness.get('/users/me/');
    assert.equal(status, 200);
    assert.equal(pick(body, 'email'), 'ada@example.org');
    assert.equal(pick(body, 'first_name'), 'Ada');
    assert.match(String(pick(body, 'id')), /^[0-9a-f]{24}$/);
  });

  it('knows several researchers', async () => {
    const { body } = await harness.get('/users/me/', { token: tokens.grace });
    assert.equal(pick(body, 'email'), 'grace@example.edu');
  });

  it('rejects an unknown token with a wrapped error', async () => {
    const { status, body } = await harness.get('/users/me/', { token: 'sandbox-token-nobody' });
    assert.equal(status, 401);
    assert.equal(pick(body, 'error', 'status'), 401);
    assert.equal(pick(body, 'error', 'detail'), 'Invalid token.');
  });

  it('rejects any scheme but Token', async () => {
    harness.allowBadRequests();
    const { status } = await harness.get('/users/me/', { headers: { authorization: `Bearer ${tokens.ada}` } });
    assert.equal(status, 401);
  });

  it('rejects a token once it is revoked, and accepts one once it is issued', async () => {
    harness.sandbox.state.revokeToken(tokens.ada);
    assert.equal((await harness.get('/users/me/')).status, 401);
    harness.sandbox.state.issueToken('ada@example.org', 'sandbox-token-ada-2');
    assert.equal((await harness.get('/users/me/', { token: 'sandbox-token-ada-2' })).status, 200);
  });

  it('has only id and email when optional fields are omitted', async () => {
    harness.sandbox.behavior.optionalFields = 'omitted';
    const { body } = await harness.get('/users/me/');
    assert.deepEqual(Object.keys(body ?? {}), ['id', 'email']);
  });
});
