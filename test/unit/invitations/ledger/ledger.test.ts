import { strict as assert } from 'node:assert';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import {
  elsewhere,
  production,
  ScriptedSessions,
  signedInAs,
  unreachableAt,
} from '../../support/session/scriptedSessions';
import { invited, storedPeople } from '../../support/storedPeople';
import { VirtualClock } from '../../support/virtualTime';
import { addressesIn, LedgersOnSecrets } from './ledgersOnSecrets';

const prefix = `invitations|${production}|ada|`;

/** A batch as an early development build stored it. */
const oldBatch = JSON.stringify({
  version: 1,
  id: 'b0',
  workspaceId: 'w1',
  workspaceTitle: 'Perception lab',
  role: 'WORKSPACE_ADMIN',
  sentAt: '2026-11-01T12:00:00.000Z',
  people: [
    { address: 'old@x.org', outcome: 'invited', link: 'https://app.prolific.com/invite/old' },
    { address: 'bad@x.org', outcome: 'refused', words: 'No such address.' },
  ],
});

describe('The ledger of invitations', () => {
  let ledgers: LedgersOnSecrets;

  beforeEach(() => {
    ledgers = new LedgersOnSecrets();
  });

  function storedNames(): readonly string[] {
    return [...ledgers.shared.values.keys()].map((key) => key.split('|').at(-1) ?? key);
  }

  it('returns what it stored after a restart, newest first, each person by their position in the run', async () => {
    const { write } = await ledgers.open();
    await write('r1', 'old@x.org', { startedAt: '2026-11-20T12:00:00.000Z' });
    await write('r2', 'new@x.org', { startedAt: '2026-11-21T12:00:00.000Z' });
    const again = await ledgers.open();
    assert.deepEqual(addressesIn(again.ledger), ['new@x.org', 'old@x.org']);
    assert.equal(again.ledger.find('r2', 0)?.person.link, 'https://app.prolific.com/invite/new@x.org');
    assert.equal(again.ledger.find('r2', 1), undefined);
  });

  it('reads and keeps what an early development build stored', async () => {
    ledgers.shared.values.set(`${prefix}b0`, oldBatch);
    const { ledger } = await ledgers.open();
    assert.deepEqual(addressesIn(ledger), ['old@x.org', 'bad@x.org']);
    assert.equal(ledger.find('b0', 0)?.run.role, 'WORKSPACE_ADMIN');
    assert.equal(ledger.find('b0', 1)?.person.serverMessage, 'No such address.');
    assert.deepEqual(storedNames(), ['b0']);
  });

  it('keeps what is written while it is still being read', async () => {
    const session = signedInAs('ada');
    const ledger = new Ledger(ledgers.shared.open(), new CurrentAccount(new ScriptedSessions(session)));
    const written = ledger.write(session, storedPeople({ people: [invited('a@x.org')] }));
    await ledgers.time.until(Promise.all([written, ledger.whenRead()]));
    assert.deepEqual(addressesIn(ledger), ['a@x.org']);
  });

  it('belongs to one account', async () => {
    const { ledger, sessions, write } = await ledgers.open();
    await write('r1', 'a@x.org');
    sessions.become(signedInAs('grace'));
    assert.deepEqual(addressesIn(ledger), []);
    await ledgers.time.until(ledger.whenRead());
    assert.deepEqual(addressesIn(ledger), []);
    assert.deepEqual(addressesIn((await ledgers.open()).ledger), ['a@x.org']);
  });

  it('is followed by the other windows', async () => {
    const here = await ledgers.open();
    const there = await ledgers.open();
    await there.write('r1', 'a@x.org');
    await ledgers.time.pass(1);
    assert.deepEqual(addressesIn(here.ledger), ['a@x.org']);
    await ledgers.time.until(there.ledger.forget(there.session));
    await ledgers.time.pass(1);
    assert.deepEqual(addressesIn(here.ledger), []);
  });

  it('accepts nothing stale, in whatever order it learns of two changes to a record', async () => {
    const here = await ledgers.open();
    const there = await ledgers.open();
    const clock = new VirtualClock(ledgers.time);
    const get = here.secrets.get.bind(here.secrets);
    const delaysMs = [50, 10];
    here.secrets.get = async (key) => {
      const value = await get(key);
      await clock.sleep(delaysMs.shift() ?? 0);
      return value;
    };
    void there.write('r1', 'first@x.org');
    await ledgers.time.pass(5);
    void there.write('r1', 'second@x.org');
    await ledgers.time.pass(100);
    assert.deepEqual(addressesIn(here.ledger), ['second@x.org']);
  });

  describe('forgets', () => {
    it('the invitations to one workspace and keeps the others', async () => {
      const { ledger, session, write } = await ledgers.open();
      await write('r1', 'a@x.org');
      await write('r2', 'b@x.org', { workspaceId: 'w2' });
      assert.ok((await ledgers.time.until(ledger.forget(session, 'w1'))).ok);
      assert.deepEqual(addressesIn(ledger), ['b@x.org']);
    });

    it('everything of an account, even what is unreadable', async () => {
      ledgers.shared.values.set(`${prefix}b0`, '{"version":9}');
      const { ledger, session, write } = await ledgers.open();
      await write('r1', 'a@x.org');
      assert.ok((await ledgers.time.until(ledger.forget(session))).ok);
      assert.deepEqual([storedNames(), addressesIn(ledger), ledger.gap], [[], [], undefined]);
    });

    it('nothing if the secrets cannot be listed, and says so', async () => {
      const { ledger, session, secrets, write } = await ledgers.open();
      await write('r1', 'a@x.org');
      secrets.fails = (operation) => operation === 'keys';
      const forgotten = await ledgers.time.until(ledger.forget(session));
      assert.deepEqual(!forgotten.ok && forgotten.failure, { kind: 'storage', doing: 'reading' });
      assert.deepEqual(addressesIn(ledger), ['a@x.org']);
    });

    it('for good, even if a window that was just starting took the records for lost', async () => {
      const { ledger, session, write } = await ledgers.open();
      await write('r1', 'a@x.org');
      const secrets = ledgers.shared.open();
      const get = secrets.get.bind(secrets);
      secrets.get = async (key) => {
        await new VirtualClock(ledgers.time).sleep(50);
        return get(key);
      };
      const starting = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
      await ledgers.time.pass(10);
      assert.ok((await ledgers.time.until(ledger.forget(session))).ok);
      await ledgers.time.pass(1_000);
      assert.deepEqual([storedNames(), starting.gap], [[], undefined]);
    });

    it('nothing that could not be deleted, and says so', async () => {
      const { ledger, session, secrets, write } = await ledgers.open();
      await write('r1', 'stays@x.org');
      await write('r2', 'goes@x.org');
      secrets.fails = (operation, key) => operation === 'delete' && key.includes('r1/');
      const forgotten = await ledgers.time.until(ledger.forget(session));
      assert.deepEqual(!forgotten.ok && forgotten.failure, { kind: 'storage', doing: 'writing' });
      assert.deepEqual(addressesIn(ledger), ['stays@x.org']);
      assert.deepEqual(addressesIn((await ledgers.open()).ledger), ['stays@x.org']);
    });

    it('nothing of one origin while another, unreachable one is configured', async () => {
      const { ledger, sessions, write } = await ledgers.open(signedInAs('ada', production));
      await write('r1', 'a@x.org');
      sessions.become(unreachableAt(elsewhere));
      assert.deepEqual(addressesIn(ledger), []);
      const there = sessions.become(signedInAs('ada', elsewhere));
      assert.ok((await ledgers.time.until(ledger.forget(there))).ok);
      sessions.become(signedInAs('ada', production));
      await ledgers.time.until(ledger.whenRead());
      assert.deepEqual(addressesIn(ledger), ['a@x.org']);
    });

    it('what it was asked to, even if another account signs in while the user is deciding', async () => {
      const { session, write } = await ledgers.open(signedInAs('ada'));
      await write('r1', 'a@x.org');
      const grace = await ledgers.open(signedInAs('grace'));
      await grace.write('r2', 'g@x.org');
      assert.ok((await ledgers.time.until(grace.ledger.forget(session, 'w1'))).ok);
      assert.deepEqual(addressesIn(grace.ledger), ['g@x.org']);
      assert.deepEqual(storedNames(), ['r2/people/0/1']);
    });
  });

  it('says when it could not be written', async () => {
    const { secrets, write } = await ledgers.open();
    secrets.fails = () => true;
    const written = await write('r1', 'a@x.org');
    assert.equal(!written.ok && written.failure.kind, 'storage');
  });
});
