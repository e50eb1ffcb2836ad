import { strict as assert } from 'node:assert';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import type { Secrets } from '../../../../src/platform/secrets';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import {
  elsewhere,
  production,
  ScriptedSessions,
  signedInAs,
  unreachableAt,
} from '../../support/session/scriptedSessions';
import { invited, storedPeople } from '../../support/storedPeople';
import { VirtualClock, VirtualTime } from '../../support/virtualTime';
import { SharedSecrets } from '../../support/session/windowSecrets';

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
  let time: VirtualTime;
  let shared: SharedSecrets;

  beforeEach(() => {
    time = new VirtualTime();
    shared = new SharedSecrets(time);
  });

  async function open(session = signedInAs('ada')) {
    const secrets = shared.open();
    const sessions = new ScriptedSessions(session);
    const ledger = new Ledger(secrets, new CurrentAccount(sessions));
    await time.until(ledger.whenRead());
    const write = (run: string, address: string, fields = {}) =>
      time.until(ledger.write(session, storedPeople({ run, people: [invited(address)], ...fields })));
    return { ledger, session, sessions, secrets, write };
  }

  function addresses(ledger: Ledger): readonly string[] {
    return ledger.people.map(({ person }) => person.address);
  }

  function storedNames(): readonly string[] {
    return [...shared.values.keys()].map((key) => key.split('|').at(-1) ?? key);
  }

  it('returns what it stored after a restart, newest first, each person by their position in the run', async () => {
    const { write } = await open();
    await write('r1', 'old@x.org', { startedAt: '2026-11-20T12:00:00.000Z' });
    await write('r2', 'new@x.org', { startedAt: '2026-11-21T12:00:00.000Z' });
    const again = await open();
    assert.deepEqual(addresses(again.ledger), ['new@x.org', 'old@x.org']);
    assert.equal(again.ledger.find('r2', 0)?.person.link, 'https://app.prolific.com/invite/new@x.org');
    assert.equal(again.ledger.find('r2', 1), undefined);
  });

  it('reads and keeps what an early development build stored', async () => {
    shared.values.set(`${prefix}b0`, oldBatch);
    const { ledger } = await open();
    assert.deepEqual(addresses(ledger), ['old@x.org', 'bad@x.org']);
    assert.equal(ledger.find('b0', 0)?.run.role, 'WORKSPACE_ADMIN');
    assert.equal(ledger.find('b0', 1)?.person.serverMessage, 'No such address.');
    assert.deepEqual(storedNames(), ['b0']);
  });

  it('keeps what is written while it is still being read', async () => {
    const session = signedInAs('ada');
    const ledger = new Ledger(shared.open(), new CurrentAccount(new ScriptedSessions(session)));
    const written = ledger.write(session, storedPeople({ people: [invited('a@x.org')] }));
    await time.until(Promise.all([written, ledger.whenRead()]));
    assert.deepEqual(addresses(ledger), ['a@x.org']);
  });

  it('belongs to one account', async () => {
    const { ledger, sessions, write } = await open();
    await write('r1', 'a@x.org');
    sessions.become(signedInAs('grace'));
    assert.deepEqual(addresses(ledger), []);
    await time.until(ledger.whenRead());
    assert.deepEqual(addresses(ledger), []);
    assert.deepEqual(addresses((await open()).ledger), ['a@x.org']);
  });

  it('is followed by the other windows', async () => {
    const here = await open();
    const there = await open();
    await there.write('r1', 'a@x.org');
    await time.pass(1);
    assert.deepEqual(addresses(here.ledger), ['a@x.org']);
    await time.until(there.ledger.forget(there.session));
    await time.pass(1);
    assert.deepEqual(addresses(here.ledger), []);
  });

  it('accepts nothing stale, in whatever order it learns of two changes to a record', async () => {
    const here = await open();
    const there = await open();
    const clock = new VirtualClock(time);
    const get = here.secrets.get.bind(here.secrets);
    const delaysMs = [50, 10];
    here.secrets.get = async (key) => {
      const value = await get(key);
      await clock.sleep(delaysMs.shift() ?? 0);
      return value;
    };
    void there.write('r1', 'first@x.org');
    await time.pass(5);
    void there.write('r1', 'second@x.org');
    await time.pass(100);
    assert.deepEqual(addresses(here.ledger), ['second@x.org']);
  });

  describe('forgets', () => {
    it('the invitations to one workspace and keeps the others', async () => {
      const { ledger, session, write } = await open();
      await write('r1', 'a@x.org');
      await write('r2', 'b@x.org', { workspaceId: 'w2' });
      assert.ok((await time.until(ledger.forget(session, 'w1'))).ok);
      assert.deepEqual(addresses(ledger), ['b@x.org']);
    });

    it('everything of an account, even what is unreadable', async () => {
      shared.values.set(`${prefix}b0`, '{"version":9}');
      const { ledger, session, write } = await open();
      await write('r1', 'a@x.org');
      assert.ok((await time.until(ledger.forget(session))).ok);
      assert.deepEqual([storedNames(), addresses(ledger), ledger.gap], [[], [], undefined]);
    });

    it('nothing if the secrets cannot be listed, and says so', async () => {
      const { ledger, session, secrets, write } = await open();
      await write('r1', 'a@x.org');
      secrets.fails = (operation) => operation === 'keys';
      const forgotten = await time.until(ledger.forget(session));
      assert.deepEqual(!forgotten.ok && forgotten.failure, { kind: 'storage', doing: 'reading' });
      assert.deepEqual(addresses(ledger), ['a@x.org']);
    });

    it('for good, even if a window that was just starting took the records for lost', async () => {
      const { ledger, session, write } = await open();
      await write('r1', 'a@x.org');
      const secrets = shared.open();
      const get = secrets.get.bind(secrets);
      secrets.get = async (key) => {
        await new VirtualClock(time).sleep(50);
        return get(key);
      };
      const starting = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
      await time.pass(10);
      assert.ok((await time.until(ledger.forget(session))).ok);
      await time.pass(1_000);
      assert.deepEqual([storedNames(), starting.gap], [[], undefined]);
    });

    it('nothing that could not be deleted, and says so', async () => {
      const { ledger, session, secrets, write } = await open();
      await write('r1', 'stays@x.org');
      await write('r2', 'goes@x.org');
      secrets.fails = (operation, key) => operation === 'delete' && key.includes('r1/');
      const forgotten = await time.until(ledger.forget(session));
      assert.deepEqual(!forgotten.ok && forgotten.failure, { kind: 'storage', doing: 'writing' });
      assert.deepEqual(addresses(ledger), ['stays@x.org']);
      assert.deepEqual(addresses((await open()).ledger), ['stays@x.org']);
    });

    it('nothing of one origin while another, unreachable one is configured', async () => {
      const { ledger, sessions, write } = await open(signedInAs('ada', production));
      await write('r1', 'a@x.org');
      sessions.become(unreachableAt(elsewhere));
      assert.deepEqual(addresses(ledger), []);
      const there = sessions.become(signedInAs('ada', elsewhere));
      assert.ok((await time.until(ledger.forget(there))).ok);
      sessions.become(signedInAs('ada', production));
      await time.until(ledger.whenRead());
      assert.deepEqual(addresses(ledger), ['a@x.org']);
    });

    it('what it was asked to, even if another account signs in while the user is deciding', async () => {
      const { session, write } = await open(signedInAs('ada'));
      await write('r1', 'a@x.org');
      const grace = await open(signedInAs('grace'));
      await grace.write('r2', 'g@x.org');
      assert.ok((await time.until(grace.ledger.forget(session, 'w1'))).ok);
      assert.deepEqual(addresses(grace.ledger), ['g@x.org']);
      assert.deepEqual(storedNames(), ['r2/people/0/1']);
    });
  });

  it('says when it could not be written', async () => {
    const { secrets, write } = await open();
    secrets.fails = () => true;
    const written = await write('r1', 'a@x.org');
    assert.equal(!written.ok && written.failure.kind, 'storage');
  });

  describe('that cannot be read is not empty:', () => {
    beforeEach(async () => {
      const { write } = await open();
      await write('r1', 'a@x.org', { people: [invited('a@x.org'), invited('b@x.org')] });
    });

    async function openWith(fails: (operation: string, key: string) => boolean) {
      const session = signedInAs('ada');
      const secrets = shared.open();
      secrets.fails = fails;
      const ledger = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
      await time.until(ledger.whenRead());
      return { ledger, secrets, session };
    }

    it('it says that its records cannot be listed, and tries again the next time it is awaited', async () => {
      const { ledger, secrets } = await openWith((operation) => operation === 'keys');
      assert.deepEqual(ledger.gap, { kind: 'unreadable', people: undefined });
      secrets.fails = () => false;
      await time.until(ledger.whenRead());
      assert.deepEqual([ledger.gap, addresses(ledger)], [undefined, ['a@x.org', 'b@x.org']]);
    });

    it('it says how many people are in an unreadable record, and tries again the next time', async () => {
      const { ledger, secrets } = await openWith((operation, key) => operation === 'get' && key.includes('/people/'));
      assert.deepEqual(ledger.gap, { kind: 'unreadable', people: 2 });
      secrets.fails = () => false;
      await time.until(ledger.whenRead());
      assert.deepEqual([ledger.gap, addresses(ledger)], [undefined, ['a@x.org', 'b@x.org']]);
    });

    it('it remembers across restarts what VS Code deleted because it could not be decrypted', async () => {
      const session = signedInAs('ada');
      const secrets = shared.open();
      const get = secrets.get.bind(secrets);
      secrets.get = async (key) => {
        const value = await get(key);
        if (value?.includes('people') === true) {
          await secrets.delete(key);
          return undefined;
        }
        return value;
      };
      const ledger = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
      await time.until(ledger.whenRead());
      await time.pass(100);
      assert.deepEqual(ledger.gap, { kind: 'unreadable', people: 2 });
      assert.deepEqual((await open()).ledger.gap, { kind: 'unreadable', people: 2 });
    });

    it('it knows that a newer version has written something', async () => {
      shared.values.set(`${prefix}r9`, '{"version":9}');
      assert.deepEqual((await open()).ledger.gap, { kind: 'unreadable', people: undefined });
    });

    it('it keeps its rows when the secrets can no longer be read', async () => {
      const { ledger, sessions, secrets } = await open();
      secrets.fails = () => true;
      sessions.become(signedInAs('ada'));
      await time.until(ledger.whenRead());
      assert.deepEqual(addresses(ledger), ['a@x.org', 'b@x.org']);
    });

    it('it reads a record again that another window changed while it could not be read', async () => {
      const { ledger, secrets, session } = await open();
      const other = await open();
      await other.write('r2', 'c@x.org');
      secrets.fails = (operation, key) => operation === 'get' && key.includes('/people/');
      await time.until(
        other.ledger.write(session, storedPeople({ run: 'r2', people: [invited('c@x.org', 'https://new')] })),
      );
      await time.pass(100);
      await time.until(ledger.whenRead());
      await time.until(ledger.whenRead());
      secrets.fails = () => false;
      await time.until(ledger.whenRead());
      assert.equal(ledger.find('r2', 0)?.person.link, 'https://new', 'what failed twice is read once more');
    });

    it('it works in a host that cannot list secrets, and says what it cannot know', async () => {
      const session = signedInAs('ada');
      const window = shared.open();
      const secrets: Secrets = {
        get: (key) => window.get(key),
        store: (key, value) => window.store(key, value),
        delete: (key) => window.delete(key),
        onDidChange: window.onDidChange,
      };
      const ledger = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
      await time.until(ledger.whenRead());
      assert.deepEqual([ledger.gap, addresses(ledger)], [{ kind: 'cannotList' }, []]);
      await time.until(ledger.write(session, storedPeople({ run: 'r2', people: [invited('c@x.org')] })));
      assert.deepEqual(addresses(ledger), ['c@x.org']);
      assert.ok((await time.until(ledger.forget(session))).ok);
      assert.deepEqual(addresses(ledger), []);
    });
  });
});
