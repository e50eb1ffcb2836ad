import { strict as assert } from 'node:assert';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import type { Secrets } from '../../../../src/platform/secrets';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { production, ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';
import { invited, storedPeople } from '../../support/storedPeople';
import { addressesIn, LedgersOnSecrets } from './ledgersOnSecrets';

const prefix = `invitations|${production}|ada|`;

describe('A ledger that cannot be read is not empty:', () => {
  let ledgers: LedgersOnSecrets;

  beforeEach(async () => {
    ledgers = new LedgersOnSecrets();
    const { write } = await ledgers.open();
    await write('r1', 'a@x.org', { people: [invited('a@x.org'), invited('b@x.org')] });
  });

  async function openWith(fails: (operation: string, key: string) => boolean) {
    const session = signedInAs('ada');
    const secrets = ledgers.shared.open();
    secrets.fails = fails;
    const ledger = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
    await ledgers.time.until(ledger.whenRead());
    return { ledger, secrets, session };
  }

  it('it says that its records cannot be listed, and tries again the next time it is awaited', async () => {
    const { ledger, secrets } = await openWith((operation) => operation === 'keys');
    assert.deepEqual(ledger.gap, { kind: 'unreadable', people: undefined });
    secrets.fails = () => false;
    await ledgers.time.until(ledger.whenRead());
    assert.deepEqual([ledger.gap, addressesIn(ledger)], [undefined, ['a@x.org', 'b@x.org']]);
  });

  it('it says how many people are in an unreadable record, and tries again the next time', async () => {
    const { ledger, secrets } = await openWith((operation, key) => operation === 'get' && key.includes('/people/'));
    assert.deepEqual(ledger.gap, { kind: 'unreadable', people: 2 });
    secrets.fails = () => false;
    await ledgers.time.until(ledger.whenRead());
    assert.deepEqual([ledger.gap, addressesIn(ledger)], [undefined, ['a@x.org', 'b@x.org']]);
  });

  it('it remembers across restarts what VS Code deleted because it could not be decrypted', async () => {
    const session = signedInAs('ada');
    const secrets = ledgers.shared.open();
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
    await ledgers.time.until(ledger.whenRead());
    await ledgers.time.pass(100);
    assert.deepEqual(ledger.gap, { kind: 'unreadable', people: 2 });
    assert.deepEqual((await ledgers.open()).ledger.gap, { kind: 'unreadable', people: 2 });
  });

  it('it knows that a newer version has written something', async () => {
    ledgers.shared.values.set(`${prefix}r9`, '{"version":9}');
    assert.deepEqual((await ledgers.open()).ledger.gap, { kind: 'unreadable', people: undefined });
  });

  it('it keeps its rows when the secrets can no longer be read', async () => {
    const { ledger, sessions, secrets } = await ledgers.open();
    secrets.fails = () => true;
    sessions.become(signedInAs('ada'));
    await ledgers.time.until(ledger.whenRead());
    assert.deepEqual(addressesIn(ledger), ['a@x.org', 'b@x.org']);
  });

  it('it reads a record again that another window changed while it could not be read', async () => {
    const { ledger, secrets, session } = await ledgers.open();
    const other = await ledgers.open();
    await other.write('r2', 'c@x.org');
    secrets.fails = (operation, key) => operation === 'get' && key.includes('/people/');
    await ledgers.time.until(
      other.ledger.write(session, storedPeople({ run: 'r2', people: [invited('c@x.org', 'https://new')] })),
    );
    await ledgers.time.pass(100);
    await ledgers.time.until(ledger.whenRead());
    await ledgers.time.until(ledger.whenRead());
    secrets.fails = () => false;
    await ledgers.time.until(ledger.whenRead());
    assert.equal(ledger.find('r2', 0)?.person.link, 'https://new', 'what failed twice is read once more');
  });

  it('it works in a host that cannot list secrets, and says what it cannot know', async () => {
    const session = signedInAs('ada');
    const window = ledgers.shared.open();
    const secrets: Secrets = {
      get: (key) => window.get(key),
      store: (key, value) => window.store(key, value),
      delete: (key) => window.delete(key),
      onDidChange: window.onDidChange,
    };
    const ledger = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
    await ledgers.time.until(ledger.whenRead());
    assert.deepEqual([ledger.gap, addressesIn(ledger)], [{ kind: 'cannotList' }, []]);
    await ledgers.time.until(ledger.write(session, storedPeople({ run: 'r2', people: [invited('c@x.org')] })));
    assert.deepEqual(addressesIn(ledger), ['c@x.org']);
    assert.ok((await ledgers.time.until(ledger.forget(session))).ok);
    assert.deepEqual(addressesIn(ledger), []);
  });
});
