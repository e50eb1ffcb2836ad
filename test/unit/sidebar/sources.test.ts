import { strict as assert } from 'node:assert';
import { currentSources } from '../../../src/sidebar/sources';
import { onSandbox } from '../support/onSandbox';
import { openInviting } from '../support/openInvitations';

describe('What the tree is drawn from', () => {
  const sandbox = onSandbox();

  it('is the session and the list at that moment, and their owner', async () => {
    const extension = await openInviting(sandbox());
    const before = currentSources(extension);
    assert.equal(before.session.kind, 'signedIn');
    assert.equal(before.accountId, sandbox().state.personAt('ada@example.org')?.id);
    assert.equal(before.list.workspaces.size, extension.store.list.workspaces.size);
    await extension.sessions.signOut();
    const after = currentSources(extension);
    assert.deepEqual([after.session.kind, after.accountId, after.list.workspaces.size], ['signedOut', undefined, 0]);
  });
});
