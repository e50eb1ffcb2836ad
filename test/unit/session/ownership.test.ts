import { strict as assert } from 'node:assert';
import { nextOwnership } from '../../../src/session/ownership';
import { elsewhere, production, signedInAs, unreachableAt } from '../support/session/scriptedSessions';

describe('The owner of an account’s data', () => {
  const ada = signedInAs('ada');
  const dropped = { owner: undefined, keepsData: false };

  it('is nobody before the first sign-in, whatever goes wrong', () => {
    for (const session of [{ kind: 'signedOut' }, { kind: 'rejected' }, unreachableAt(production)] as const) {
      assert.deepEqual(nextOwnership(undefined, session), dropped);
    }
    assert.equal(nextOwnership(undefined, { kind: 'verifying' }).owner, undefined);
    assert.equal(nextOwnership(undefined, unreachableAt(undefined)).owner, undefined);
  });

  it('stays the same while the token is retried, and while Prolific is unreachable', () => {
    for (const session of [{ kind: 'verifying' }, unreachableAt(production)] as const) {
      assert.deepEqual(nextOwnership(ada, session), { owner: ada, keepsData: true });
    }
  });

  it('is nobody once signed out or rejected', () => {
    assert.deepEqual(nextOwnership(ada, { kind: 'signedOut' }), dropped);
    assert.deepEqual(nextOwnership(ada, { kind: 'rejected' }), dropped);
  });

  it('is nobody if another origin, or none, is unreachable', () => {
    assert.deepEqual(nextOwnership(ada, unreachableAt(elsewhere)), dropped);
    assert.deepEqual(nextOwnership(ada, unreachableAt(undefined)), dropped);
  });

  it('is the new session of the same account, which takes over the data', () => {
    const again = signedInAs('ada');
    const next = nextOwnership(ada, again);
    assert.equal(next.owner, again);
    assert.equal(next.keepsData, true);
  });

  it('is another account, which takes over nothing', () => {
    for (const session of [signedInAs('grace'), signedInAs('ada', elsewhere)]) {
      assert.equal(nextOwnership(ada, session).owner, session);
      assert.equal(nextOwnership(ada, session).keepsData, false);
    }
    assert.equal(nextOwnership(undefined, ada).keepsData, false);
  });
});
