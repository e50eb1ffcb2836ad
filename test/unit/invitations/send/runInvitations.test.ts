import { strict as assert } from 'node:assert';
import { type CallOptions, fail, type Failure, type NewInvitations } from '../../../../src/api';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { inviteNobodyAgain, planInvitations } from '../../../../src/invitations/plan/plan';
import { runInvitations } from '../../../../src/invitations/send/runInvitations';
import { RunQueue } from '../../../../src/invitations/send/runQueue';
import type { RunOutcome } from '../../../../src/invitations/send/sendInvitations';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { instantClock } from '../../support/instantClock';
import { workspaceOf } from '../../support/apiValues';
import { MemorySecrets } from '../../support/session/memorySecrets';
import { ScriptedClient, settle } from '../../support/scriptedClient';
import { ScriptedPrompts } from '../../support/prompts/scriptedPrompts';
import { ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';

const workspace = workspaceOf('w1', { title: 'Perception lab' });

/** Lets everything happen that doesn't wait for a response. */
async function comeToRest(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    await settle();
  }
}

/** A client whose calls wait for their turn among the requests, as long as the test lets them. */
class WaitingClient extends ScriptedClient {
  letThrough: () => void = () => undefined;
  hasEnded = false;
  readonly #turn = new Promise<void>((resolve) => (this.letThrough = resolve));

  override async createInvitation(invitations: NewInvitations, { signal, beforeSend }: CallOptions = {}) {
    await this.#turn;
    await beforeSend?.();
    if (this.hasEnded) {
      return fail({ kind: 'sessionEnded', effect: 'none' } as const);
    }
    return signal?.aborted === true ? fail(aborted) : super.createInvitation(invitations);
  }
}

const aborted: Failure = {
  kind: 'aborted',
  request: { method: 'POST', path: '/api/v1/invitations/' },
  effect: 'none',
};

function open(client = new ScriptedClient()) {
  const session = { ...signedInAs('ada'), client };
  const sessions = new ScriptedSessions(session);
  const account = new CurrentAccount(sessions);
  const secrets = new MemorySecrets();
  const ledger = new Ledger(secrets, account);
  const prompts = new ScriptedPrompts();
  const dependencies = { sessions, account, ledger, prompts, clock: instantClock, runs: new RunQueue() };
  const { invitations } = client;
  return {
    session,
    sessions,
    secrets,
    ledger,
    prompts,
    calls: () => invitations.sent.map(({ addresses }) => addresses.join()),
    respond: () => {
      const { about, succeed } = invitations.next;
      succeed(about.addresses.map((address) => ({ address, status: 'INVITED', link: undefined })));
    },
    invite: (address: string): Promise<RunOutcome> => {
      const plan = planInvitations({
        entries: [{ kind: 'valid', address }],
        members: [],
        earlier: new Map(),
        role: 'WORKSPACE_COLLABORATOR',
        inviteAgain: inviteNobodyAgain,
      });
      return runInvitations(dependencies, { session, workspace, plan, sendsDespiteGap: false });
    },
  };
}

describe('Two runs of one window for the same workspace', () => {
  it('are sent one after the other, and the second says what it is waiting for', async () => {
    const { calls, invite, respond, prompts } = open();
    const first = invite('a@x.org');
    await comeToRest();
    const second = invite('b@x.org');
    await comeToRest();
    assert.deepEqual(calls(), ['a@x.org']);
    assert.ok(prompts.progress[1]?.messages.includes('Waiting for other invitations to this workspace…'));
    respond();
    await first;
    await comeToRest();
    assert.deepEqual(calls(), ['a@x.org', 'b@x.org']);
    respond();
    assert.equal((await second).people[0]?.outcome, 'invited');
  });

  it('send the same person one email: people being sent by the first are left out of the second', async () => {
    const { calls, invite, respond } = open();
    const first = invite('a@x.org');
    await comeToRest();
    const second = invite('a@x．org');
    await comeToRest();
    respond();
    await first;
    assert.deepEqual((await second).people[0]?.reason, 'invitedElsewhere');
    assert.deepEqual(calls(), ['a@x.org']);
  });

  it('are canceled separately, the second one while it waits', async () => {
    const { calls, invite, respond, prompts } = open();
    const first = invite('a@x.org');
    await comeToRest();
    const second = invite('b@x.org');
    await comeToRest();
    prompts.progress[1]?.cancel();
    const { people, stoppedBy } = await second;
    assert.deepEqual([people[0]?.outcome, people[0]?.reason, stoppedBy?.kind], ['notSent', 'canceled', 'canceled']);
    respond();
    assert.equal((await first).people[0]?.outcome, 'invited');
    assert.deepEqual(calls(), ['a@x.org']);
  });

  it('both end before their next call when the user signs out', async () => {
    const { calls, invite, respond, sessions } = open();
    const first = invite('a@x.org');
    await comeToRest();
    const second = invite('b@x.org');
    await comeToRest();
    sessions.become({ kind: 'signedOut' });
    assert.equal((await second).people[0]?.reason, 'signedOut');
    respond();
    assert.equal((await first).people[0]?.outcome, 'invited', 'what had left is known');
    assert.deepEqual(calls(), ['a@x.org']);
  });
});

describe('A call that is waiting behind other requests', () => {
  async function startWaiting() {
    const client = new WaitingClient();
    const opened = open(client);
    const outcome = opened.invite('a@x.org');
    await comeToRest();
    const [run] = opened.ledger.runs;
    assert.ok(run !== undefined);
    return { ...opened, client, outcome, run };
  }

  it('is sent if nothing happens in the meantime', async () => {
    const { client, outcome, respond } = await startWaiting();
    client.letThrough();
    await comeToRest();
    respond();
    assert.equal((await outcome).people[0]?.outcome, 'invited');
  });

  it('is not sent once it is canceled', async () => {
    const { client, outcome, prompts, calls } = await startWaiting();
    prompts.progress[0]?.cancel();
    client.letThrough();
    assert.equal((await outcome).people[0]?.reason, 'canceled');
    assert.deepEqual(calls(), []);
  });

  it('is not sent once another window has forgotten it, even before an event says so', async () => {
    const { client, outcome, run, secrets, session, calls } = await startWaiting();
    const mark = JSON.stringify({ version: 2, kind: 'forgotten', run: run.id });
    secrets.store_.set(`invitations|${session.origin}|ada|${run.id}/forgotten`, mark);
    client.letThrough();
    assert.equal((await outcome).stoppedBy?.kind, 'forgotten');
    assert.deepEqual(calls(), []);
  });

  it('is sent by the client of a newer session of the same account if there is one by then', async () => {
    const { client, outcome, sessions, calls } = await startWaiting();
    const newer = sessions.become(signedInAs('ada'));
    client.hasEnded = true;
    client.letThrough();
    await comeToRest();
    const { about, succeed } = newer.client.invitations.next;
    assert.deepEqual([calls(), about.addresses], [[], ['a@x.org']]);
    succeed([{ address: 'a@x.org', status: 'INVITED', link: undefined }]);
    assert.equal((await outcome).people[0]?.outcome, 'invited');
  });

  it('is not sent if the ledger cannot be read', async () => {
    const { client, outcome, secrets, calls } = await startWaiting();
    secrets.isBroken = true;
    client.letThrough();
    assert.equal((await outcome).stoppedBy?.kind, 'storage');
    assert.deepEqual(calls(), []);
  });

  it('is not sent while the token is being verified, nor after that shows that the session has ended', async () => {
    const { client, outcome, sessions, calls } = await startWaiting();
    sessions.become({ kind: 'verifying' });
    client.letThrough();
    await comeToRest();
    assert.deepEqual(calls(), []);
    sessions.become({ kind: 'signedOut' });
    assert.equal((await outcome).people[0]?.reason, 'signedOut');
    assert.deepEqual(calls(), []);
  });
});
