import { strict as assert } from 'node:assert';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { inviteNobodyAgain, planInvitations } from '../../../../src/invitations/plan/plan';
import { runInvitations } from '../../../../src/invitations/send/runInvitations';
import { RunsUnderWay } from '../../../../src/invitations/send/runsUnderWay';
import type { RunOutcome } from '../../../../src/invitations/send/sendInvitations';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { instantClock } from '../../support/instantClock';
import { workspaceOf } from '../../support/made';
import { MemorySecrets } from '../../support/memorySecrets';
import { settle } from '../../support/scriptedClient';
import { ScriptedPrompts } from '../../support/scriptedPrompts';
import { ScriptedSessions, signedInAs } from '../../support/scriptedSessions';

const workspace = workspaceOf('w1', { title: 'Perception lab' });

/** Lets everything happen that doesn't wait for a response. */
async function comeToRest(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    await settle();
  }
}

describe('Two runs of one window for the same workspace', () => {
  function open() {
    const session = signedInAs('ada');
    const sessions = new ScriptedSessions(session);
    const account = new CurrentAccount(sessions);
    const ledger = new Ledger(new MemorySecrets(), account);
    const prompts = new ScriptedPrompts();
    const dependencies = { sessions, account, ledger, prompts, clock: instantClock, runs: new RunsUnderWay() };
    const { invitations } = session.client;
    return {
      sessions,
      prompts,
      calls: () => invitations.asked.map(({ addresses }) => addresses.join()),
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
        return runInvitations(dependencies, { session, workspace, plan, agreedToUnread: false });
      },
    };
  }

  it('are sent one after the other, and the second one says what it waits for', async () => {
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

  it('send the same person one email: who is being sent by the first is left out of the second', async () => {
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

  it('are canceled each by itself, the second one while it waits', async () => {
    const { calls, invite, respond, prompts } = open();
    const first = invite('a@x.org');
    await comeToRest();
    const second = invite('b@x.org');
    await comeToRest();
    prompts.progress[1]?.cancel();
    const { people, stoppedBy } = await second;
    assert.deepEqual([people[0]?.outcome, people[0]?.reason, stoppedBy?.kind], ['notSent', 'cancelled', 'cancelled']);
    respond();
    assert.equal((await first).people[0]?.outcome, 'invited');
    assert.deepEqual(calls(), ['a@x.org']);
  });

  it('both end before their next call when the person signs out', async () => {
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
