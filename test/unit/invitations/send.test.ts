import { strict as assert } from 'node:assert';
import { fail, succeed } from '../../../src/api/result';
import type { Batch } from '../../../src/invitations/batch';
import { sendInvitations, type SendingEnd } from '../../../src/invitations/sendInvitations';
import { WorkspaceStore } from '../../../src/workspaces/workspaceStore';
import { answerWith, failWith, resetAfterCarriedOut } from '../../sandbox/faults';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { adasToken, openWindow } from '../support/signedIn';

const route = { method: 'POST', path: '/invitations/' } as const;

describe('Sending invitations', () => {
  let sandbox: Sandbox;
  let kept: Batch[];

  before(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => {
    sandbox.reset();
    kept = [];
  });
  afterEach(() => assert.deepEqual(sandbox.violations, []));
  after(() => sandbox.stop());

  async function send(
    addresses: readonly string[],
    { title = 'Perception lab', cancelAfter = Infinity, noKeyring = false } = {},
  ) {
    const { sessions } = openWindow(sandbox);
    await sessions.signIn(adasToken);
    const store = new WorkspaceStore(sessions);
    await store.whenRead();
    const session = sessions.current;
    const workspace = store.get(sandbox.state.workspaceTitled(title).id);
    assert.ok(session.kind === 'signedIn' && workspace !== undefined);
    sandbox.clearRequests();
    return sendInvitations(
      { workspace, addresses, role: 'WORKSPACE_COLLABORATOR' },
      {
        send: (batch) =>
          session.client.createInvitation({
            workspace: workspace.id,
            addresses: batch,
            role: 'WORKSPACE_COLLABORATOR',
          }),
        keep: (batch) => {
          kept.push(batch);
          return Promise.resolve(noKeyring ? fail({ kind: 'storage', doing: 'writing' }) : succeed(undefined));
        },
        isCancelled: () => sandbox.requests.length >= cancelAfter,
        onProgress: () => undefined,
      },
    );
  }

  it('takes one call for ten addresses, and gives each its link', async () => {
    const end = await send(students(10));
    assert.deepEqual(outcomes(end), { invited: 10 });
    assert.ok(end.people.every(({ link }) => link?.startsWith('https://app.prolific.com/invite/')));
    assert.equal(sandbox.requests.length, 1);
  });

  it('takes batches of ten at most, in turn, in the order given', async () => {
    const end = await send(students(23));
    assert.deepEqual(
      sandbox.invitationsSent.map(({ address }) => address),
      students(23),
    );
    assert.deepEqual(outcomes(end), { invited: 23 });
    assert.equal(sandbox.requests.length, 3);
    assert.equal(sandbox.mostAtOnce, 1);
  });

  it('has each batch in the ledger before it is sent, and again with what became of it', async () => {
    sandbox.fault(route, answerWith({ invitations: [] }));
    await send(['a@x.org']);
    assert.deepEqual(
      kept.map(({ people }) => people.map(({ outcome }) => outcome)),
      [['sending'], ['notConfirmed']],
    );
    assert.equal(kept[0]?.id, kept[1]?.id);
  });

  it('sends nothing when the ledger cannot be written', async () => {
    const end = await send(students(12), { noKeyring: true });
    assert.deepEqual(outcomes(end), { notSent: 12 });
    assert.equal(end.stoppedBy?.kind, 'storage');
    assert.equal(sandbox.invitationsSent.length, 0);
  });

  it('stops between batches when it is cancelled', async () => {
    const end = await send(students(30), { cancelAfter: 1 });
    assert.deepEqual(outcomes(end), { invited: 10, notSent: 20 });
    assert.equal(end.stoppedBy, undefined);
  });

  it('sends the good ones of a batch once more when Prolific names the bad ones', async () => {
    sandbox.behaviour.refusedAddresses.add('student2@example.edu');
    const end = await send(students(4));
    assert.deepEqual(
      end.people.map(({ outcome }) => outcome),
      ['invited', 'invited', 'refused', 'invited'],
    );
    assert.equal(sandbox.requests.length, 2);
    assert.equal(sandbox.invitationsSent.length, 3);
  });

  it('says “unknown” after a lost answer, sends nothing again and nothing more', async () => {
    sandbox.fault({ ...route, skip: 1 }, resetAfterCarriedOut());
    const end = await send(students(30));
    assert.deepEqual(outcomes(end), { invited: 10, unknown: 10, notSent: 10 });
    assert.equal(sandbox.requests.length, 2);
    assert.equal(new Set(sandbox.invitationsSent.map(({ address }) => address)).size, sandbox.invitationsSent.length);
  });

  for (const status of [401, 403, 404, 429]) {
    it(`sends nothing more after ${status}, and knows that nobody was invited`, async () => {
      sandbox.fault(route, failWith(status));
      const end = await send(students(12));
      assert.deepEqual(outcomes(end), { notSent: 12 });
      assert.equal(sandbox.invitationsSent.length, 0);
    });
  }

  it('knows who is a member already from the answer', async () => {
    const end = await send(['Bo.Lindqvist@example.org', 'new@example.org']);
    assert.deepEqual(outcomes(end), { alreadyMember: 1, invited: 1 });
  });
});

function students(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `student${index}@example.edu`);
}

function outcomes({ people }: SendingEnd): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of people) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
