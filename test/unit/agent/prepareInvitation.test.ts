import { strict as assert } from 'node:assert';
import { busy } from '../../../src/agent/askingUser';
import { prepareInvitation } from '../../../src/agent/prepareInvitation';
import { onSandbox } from '../support/onSandbox';
import { type OpenInvitations, openInviting, whenTold } from '../support/openInvitations';
import { onConfirm, onNotify } from '../support/scriptedPrompts';

const question = 'Invite 1 person to Perception lab as Collaborator?';
const { signal } = new AbortController();

describe('An invitation that an agent prepares', () => {
  const sandbox = onSandbox();

  function prepare(extension: OpenInvitations, ...addresses: readonly string[]): Promise<string> {
    const tool = prepareInvitation({ ...extension, isSending: () => extension.runs.isAny });
    const { id } = extension.workspace('Perception lab');
    return Promise.resolve(tool.run({ workspaceId: id, addresses: [...addresses] }, signal));
  }

  function emailed(): readonly string[] {
    return sandbox().invitationsSent.map(({ address }) => address);
  }

  it('is sent once the user agrees, but not to members or people already invited', async () => {
    const extension = await openInviting(sandbox());
    extension.expect(onConfirm(question, 'Invite'), onNotify(/^1 invited to Perception lab/));
    assert.match(await prepare(extension, 'new@example.edu', 'ada@example.org'), /"invited":1/);
    await whenTold(extension);
    assert.match(await prepare(extension, 'new@Example.edu'), /^There is nobody to invite\..*"alreadyInvited":1/);
    assert.deepEqual(emailed(), ['new@example.edu']);
  });

  it('is not shown if earlier invitations could not be read, since someone might get a second email', async () => {
    const extension = await openInviting(sandbox());
    const { owner } = extension.account;
    assert.ok(owner !== undefined);
    await extension.secrets.store(`invitations|${owner.origin}|${owner.account.id}|r9`, '{"version":9}');
    assert.match(await prepare(extension, 'new@example.edu'), /earlier invitations could not be read/);
    extension.prompts.finish();
    assert.deepEqual(emailed(), []);
  });

  it('is not shown while the user is sending invitations', async () => {
    const extension = await openInviting(sandbox());
    extension.runs.add({ workspaceId: 'w1', people: [] });
    assert.equal(await prepare(extension, 'new@example.edu'), busy);
    extension.prompts.finish();
  });
});
