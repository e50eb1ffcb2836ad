import { strict as assert } from 'node:assert';
import { outcomeNow, type Batch } from '../../../../src/invitations/ledger/batch';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { MemorySecrets } from '../../support/memorySecrets';
import { elsewhere, production, ScriptedSessions, signedInAs, unreachableAt } from '../../support/scriptedSessions';
import { adasToken, gracesToken, openWindow } from '../../support/signedInSession';

const sentAt = new Date(Date.now() - 3_600_000).toISOString();

function batch(id: string, address: string, when = sentAt): Batch {
  return {
    version: 1,
    id,
    workspaceId: 'w1',
    workspaceTitle: 'Perception lab',
    role: 'WORKSPACE_COLLABORATOR',
    sentAt: when,
    people: [{ address, outcome: 'invited', link: `https://app.prolific.com/invite/${id}` }],
  };
}

describe('The ledger of invitations', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.stop());

  async function open(secrets = new MemorySecrets(), token = adasToken) {
    const { sessions } = openWindow(sandbox, secrets);
    await sessions.signIn(token);
    const ledger = new Ledger(secrets, new CurrentAccount(sessions));
    await ledger.whenRead();
    const session = sessions.current;
    assert.ok(session.kind === 'signedIn');
    return { ledger, session, sessions, secrets };
  }

  function addresses(ledger: Ledger): readonly string[] {
    return ledger.entries.map(({ person }) => person.address);
  }

  it('keeps each batch as one secret, and gives it back after a restart, newest first', async () => {
    const { ledger, session, secrets } = await open();
    await ledger.write(session, batch('b1', 'old@x.org', new Date(Date.now() - 86_400_000).toISOString()));
    await ledger.write(session, batch('b2', 'new@x.org'));
    assert.equal([...secrets.store_.keys()].filter((key) => key.startsWith('invitations|')).length, 2);
    const again = await open(secrets);
    assert.deepEqual(addresses(again.ledger), ['new@x.org', 'old@x.org']);
    assert.equal(again.ledger.find('b2', 0)?.person.link, 'https://app.prolific.com/invite/b2');
  });

  it('keeps what is written while it is still being read', async () => {
    const { sessions, secrets, session } = await open();
    const ledger = new Ledger(secrets, new CurrentAccount(sessions));
    await ledger.write(session, batch('b1', 'a@x.org'));
    await ledger.whenRead();
    assert.deepEqual(addresses(ledger), ['a@x.org']);
  });

  it('belongs to one account', async () => {
    const { ledger, session, sessions, secrets } = await open();
    await ledger.write(session, batch('b1', 'a@x.org'));
    await sessions.signIn(gracesToken);
    await ledger.whenRead();
    assert.deepEqual(addresses(ledger), []);
    assert.deepEqual(addresses((await open(secrets)).ledger), ['a@x.org']);
  });

  it('is followed by the other windows', async () => {
    const secrets = new MemorySecrets();
    const here = await open(secrets);
    const there = await open(secrets);
    await there.ledger.write(there.session, batch('b1', 'a@x.org'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(addresses(here.ledger), ['a@x.org']);
  });

  it('survives a secret that nobody can read, and forgets that one too', async () => {
    const { ledger, session, secrets } = await open();
    const prefix = `invitations|${session.origin}|${session.account.id}|`;
    await secrets.store(`${prefix}b0`, '{"version":9}');
    await ledger.write(session, batch('b1', 'a@x.org'));
    assert.deepEqual(addresses(ledger), ['a@x.org']);
    assert.ok((await ledger.forget(session)).ok);
    assert.deepEqual(
      [...secrets.store_.keys()].filter((key) => key.startsWith('invitations|')),
      [],
    );
    assert.deepEqual(addresses(ledger), []);
  });

  it('is bounded by age: what is older than 180 days is forgotten at the next start', async () => {
    const { ledger, session, secrets } = await open();
    await ledger.write(session, batch('b1', 'old@x.org', new Date(Date.now() - 181 * 86_400_000).toISOString()));
    await ledger.write(session, batch('b2', 'new@x.org', new Date().toISOString()));
    const again = await open(secrets);
    assert.deepEqual(addresses(again.ledger), ['new@x.org']);
    assert.ok(![...secrets.store_.keys()].some((key) => key.endsWith('|b1')));
  });

  it('is bounded by number: the newest 500 batches are kept', async () => {
    const { ledger, session, secrets } = await open();
    for (let index = 0; index < 502; index++) {
      const when = new Date(Date.now() - index * 60_000).toISOString();
      await ledger.write(session, batch(`b${index}`, `a${index}@x.org`, when));
    }
    const again = await open(secrets);
    assert.equal(again.ledger.batches.length, 500);
    assert.equal(again.ledger.find('b500', 0), undefined);
  });

  it('forgets the invitations to one workspace and keeps the others', async () => {
    const { ledger, session } = await open();
    await ledger.write(session, batch('b1', 'a@x.org'));
    await ledger.write(session, { ...batch('b2', 'b@x.org'), workspaceId: 'w2' });
    await ledger.forget(session, 'w1');
    assert.deepEqual(addresses(ledger), ['b@x.org']);
  });

  it('says that nothing was forgotten where the secrets cannot be listed, and keeps its rows', async () => {
    const { ledger, session, secrets } = await open();
    await ledger.write(session, batch('b1', 'a@x.org'));
    secrets.isBroken = true;
    const forgotten = await ledger.forget(session);
    assert.deepEqual(!forgotten.ok && forgotten.failure, { kind: 'storage', doing: 'reading' });
    assert.deepEqual(addresses(ledger), ['a@x.org']);
  });

  it('keeps the rows of what could not be deleted, and says so', async () => {
    const { ledger, session, secrets } = await open();
    await ledger.write(session, batch('b1', 'stays@x.org'));
    await ledger.write(session, batch('b2', 'goes@x.org'));
    secrets.refusesToDelete = (key) => key.endsWith('|b1');
    const forgotten = await ledger.forget(session);
    assert.deepEqual(!forgotten.ok && forgotten.failure, { kind: 'storage', doing: 'writing' });
    assert.deepEqual(addresses(ledger), ['stays@x.org']);
    assert.deepEqual(addresses((await open(secrets)).ledger), ['stays@x.org']);
  });

  it('keeps its rows when the secrets can no longer be read', async () => {
    const { ledger, session, secrets, sessions } = await open();
    await ledger.write(session, batch('b1', 'a@x.org'));
    secrets.isBroken = true;
    await sessions.open();
    await ledger.whenRead();
    assert.deepEqual(addresses(ledger), ['a@x.org']);
  });

  it('shows and forgets nothing of one origin while another one is configured that is out of reach', async () => {
    const secrets = new MemorySecrets();
    const sessions = new ScriptedSessions();
    const ledger = new Ledger(secrets, new CurrentAccount(sessions));
    const ada = sessions.become(signedInAs('ada', production));
    await ledger.whenRead();
    await ledger.write(ada, batch('b1', 'a@x.org'));
    sessions.become(unreachableAt(elsewhere));
    assert.deepEqual(addresses(ledger), []);
    assert.equal(await ledger.countLinks(), 0);
    const there = sessions.become(signedInAs('ada', elsewhere));
    await ledger.whenRead();
    assert.ok((await ledger.forget(there)).ok);
    sessions.become(signedInAs('ada', production));
    await ledger.whenRead();
    assert.deepEqual(addresses(ledger), ['a@x.org']);
  });

  it('forgets what it was asked to forget, even if another account has signed in while somebody was deciding', async () => {
    const secrets = new MemorySecrets();
    const sessions = new ScriptedSessions();
    const ledger = new Ledger(secrets, new CurrentAccount(sessions));
    const grace = sessions.become(signedInAs('grace'));
    await ledger.write(grace, batch('g1', 'g@x.org'));
    const ada = sessions.become(signedInAs('ada'));
    await ledger.write(ada, batch('a1', 'a@x.org'));
    sessions.become(signedInAs('grace'));
    await ledger.whenRead();
    assert.ok((await ledger.forget(ada, 'w1')).ok);
    assert.deepEqual(addresses(ledger), ['g@x.org']);
    assert.deepEqual(
      [...secrets.store_.keys()].map((key) => key.split('|').at(-1)),
      ['g1'],
    );
  });

  it('says when it could not be written', async () => {
    const { ledger, session, secrets } = await open();
    secrets.isBroken = true;
    const written = await ledger.write(session, batch('b1', 'a@x.org'));
    assert.equal(!written.ok && written.failure.kind, 'storage');
  });

  it('calls a batch “unknown” whose window died before the answer came', () => {
    const sending = { address: 'a@x.org', outcome: 'sending' } as const;
    const of = { ...batch('b1', 'a@x.org'), people: [sending] };
    const start = Date.parse(sentAt);
    assert.equal(outcomeNow(of, sending, start + 59_000), 'sending');
    assert.equal(outcomeNow(of, sending, start + 61_000), 'unknown');
  });
});
