import assert from 'node:assert/strict';
import { tokens } from '../../sandbox/labs/people';
import { admin, collaborator } from '../../sandbox/model';
import { list, pick, SandboxHarness } from './support';

describe('sandbox: invitations', () => {
  const harness = new SandboxHarness();
  const perceptionLab = (): string => harness.idOf('Perception lab');
  const invite = (emails: readonly unknown[], more: object = {}, token: string = tokens.ada) =>
    harness.post('/invitations/', { association: perceptionLab(), emails, role: collaborator, ...more }, { token });

  it('responds with a separate link for every address', async () => {
    const { status, body } = await invite(['one@example.com', 'two@example.com']);
    assert.equal(status, 201);
    const invitations = list(body, 'invitations');
    assert.deepEqual(invitations[0], {
      association: perceptionLab(),
      invitee: { id: null, name: null, email: 'one@example.com' },
      invited_by: harness.sandbox.state.personAt('ada@example.org')?.id,
      status: 'INVITED',
      invite_link: pick(invitations, 0, 'invite_link'),
      role: collaborator,
    });
    assert.match(String(pick(invitations, 0, 'invite_link')), /^https:\/\/app\.prolific\.com\/invite\/[0-9a-f]{24}$/);
    assert.notEqual(pick(invitations, 0, 'invite_link'), pick(invitations, 1, 'invite_link'));
  });

  it('names the invited person if the address has an account, in exactly that letter case', async () => {
    const { body } = await invite(['kenji.takahashi@example.edu', 'Kenji.Takahashi@example.edu']);
    assert.equal(pick(body, 'invitations', 0, 'invitee', 'name'), '健二 高橋');
    assert.equal(pick(body, 'invitations', 1, 'invitee', 'name'), null);
  });

  it('records every email, so that a second one shows', async () => {
    await invite(['one@example.com']);
    const { body } = await invite(['one@example.com'], { role: admin });
    const link = pick(body, 'invitations', 0, 'invite_link');
    const [first, second] = harness.sandbox.invitationsSent;
    assert.deepEqual(first, { address: 'one@example.com', workspaceId: perceptionLab(), role: collaborator, link });
    assert.deepEqual(second, { address: 'one@example.com', workspaceId: perceptionLab(), role: admin, link });
  });

  it('rejects a batch with a bad address, under its index, and invites nobody', async () => {
    harness.allowBadRequests();
    harness.sandbox.behavior.rejectedAddresses.add('blocked@example.com');
    const { status, body } = await invite(['good@example.com', 'no-address', 'a@b', 'blocked@example.com', 7]);
    assert.equal(status, 400);
    const messages = ['Enter a valid email address.'];
    assert.deepEqual(pick(body, 'error', 'detail'), { emails: { 1: messages, 2: messages, 3: messages, 4: messages } });
    assert.deepEqual(harness.sandbox.invitationsSent, []);
    harness.sandbox.behavior.rejectionStatus = 422;
    assert.equal((await invite(['blocked@example.com'])).status, 422);
  });

  it('responds with ACCEPTED for a member, without an email or a link', async () => {
    const { body } = await invite(['zoe+lab@example.org']);
    assert.equal(pick(body, 'invitations', 0, 'status'), 'ACCEPTED');
    assert.equal(pick(body, 'invitations', 0, 'invite_link'), undefined);
    assert.deepEqual(harness.sandbox.invitationsSent, []);
  });

  it('treats a member’s address in another letter case as a stranger’s', async () => {
    const { body } = await invite(['bo.lindqvist@example.org']);
    assert.equal(pick(body, 'invitations', 0, 'status'), 'INVITED');
  });

  it('omits or rejects a member if configured', async () => {
    harness.sandbox.behavior.existingMember = 'omitted';
    assert.equal(list((await invite(['new@example.com', 'zoe+lab@example.org'])).body, 'invitations').length, 1);
    harness.sandbox.behavior.existingMember = 'rejected';
    const { status, body } = await invite(['new@example.com', 'zoe+lab@example.org']);
    assert.equal(status, 400);
    assert.deepEqual(pick(body, 'error', 'detail', 'emails'), {
      1: ['This user is already a member of the workspace.'],
    });
  });

  it('makes whoever accepts a member, and then responds with ACCEPTED and the old link', async () => {
    const first = await invite(['new@example.com'], { role: admin });
    harness.sandbox.state.acceptInvitation(perceptionLab(), 'new@example.com');
    const { body } = await harness.get(`/workspaces/${perceptionLab()}/`);
    const member = list(body, 'users').find((user) => pick(user, 'email') === 'new@example.com');
    assert.deepEqual(pick(member, 'roles'), [admin]);
    const again = await invite(['new@example.com']);
    assert.equal(pick(again.body, 'invitations', 0, 'status'), 'ACCEPTED');
    assert.equal(pick(again.body, 'invitations', 0, 'invite_link'), pick(first.body, 'invitations', 0, 'invite_link'));
  });

  it('omits the role if configured', async () => {
    harness.sandbox.behavior.roleInInvitation = 'omitted';
    const { body } = await invite(['new@example.com']);
    assert.equal(pick(body, 'invitations', 0, 'role'), undefined);
  });

  it('requires an admin of the workspace', async () => {
    const foreign = await invite(['new@example.com'], {}, tokens.grace);
    assert.equal(foreign.status, 404);
    const shared = await invite(['new@example.com'], { association: harness.idOf('Decision making') });
    assert.equal(shared.status, 403);
    harness.sandbox.behavior.notAdminStatus = 401;
    const other = await invite(['new@example.com'], { association: harness.idOf('Decision making') });
    assert.equal(other.status, 401);
    assert.deepEqual(harness.sandbox.invitationsSent, []);
  });

  for (const [what, change, detail] of [
    [
      'eleven addresses',
      { emails: Array(11).fill('a@example.com') },
      { emails: ['Ensure this field has no more than 10 elements.'] },
    ],
    ['no address', { emails: [] }, { emails: ['This list may not be empty.'] }],
    ['no list', { emails: 'a@example.com' }, { emails: ['Expected a list of items.'] }],
    ['no emails', { emails: undefined }, { emails: ['This field is required.'] }],
    ['no role', { role: undefined }, { role: ['This field is required.'] }],
    ['another role', { role: 'BOSS' }, { role: ['"BOSS" is not a valid choice.'] }],
    ['no workspace', { association: undefined }, { association: ['This field is required.'] }],
  ] as const) {
    it(`rejects a body with ${what}`, async () => {
      harness.allowBadRequests();
      const { status, body } = await invite(['new@example.com'], change);
      assert.equal(status, 400);
      assert.deepEqual(pick(body, 'error', 'detail'), detail);
      assert.deepEqual(harness.sandbox.invitationsSent, []);
    });
  }
});
