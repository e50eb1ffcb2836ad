import { strict as assert } from 'node:assert';
import { maxPeople } from '../../../../src/invitations/ledger/bound';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import type { Person } from '../../../../src/invitations/ledger/person';
import { reserve } from '../../../../src/invitations/ledger/reserve';
import { type Agreement, OwnRun } from '../../../../src/invitations/ledger/ownRun';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { workspaceOf } from '../../support/apiValues';
import { ScriptedSessions, signedInAs } from '../../support/scriptedSessions';
import { invited, storedPeople } from '../../support/storedPeople';
import { VirtualClock, VirtualTime } from '../../support/virtualTime';
import { WindowProcess } from '../../support/windowProcess';
import { SharedSecrets } from '../../support/windowSecrets';

const session = signedInAs('ada');
const workspace = workspaceOf('w1', { title: 'Perception lab' });
const never = new AbortController().signal;
const three = ['a@x.org', 'b@x.org', 'c@x.org'];
const storedElsewhere = `invitations|${session.origin}|ada|`;

describe('A run in the ledger, beside other windows', () => {
  let time: VirtualTime;
  let shared: SharedSecrets;
  let propagationMs: number;

  beforeEach(() => {
    time = new VirtualTime();
    propagationMs = 300;
    shared = new SharedSecrets(time, { operation: () => 5, propagation: () => propagationMs });
  });

  function openWindow() {
    const process = new WindowProcess();
    const secrets = shared.open(process);
    const ledger = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
    const clock = new VirtualClock(time, process);
    const newRun = (addresses: readonly string[], agreement: Partial<Agreement> = {}) =>
      new OwnRun({ ledger, clock }, session, {
        workspace,
        role: 'WORKSPACE_COLLABORATOR',
        people: addresses.map((address) => ({ address })),
        agreedTo: new Set(),
        sendsDespiteGap: false,
        ...agreement,
      });
    const reserveIt = (run: OwnRun) => reserve({ ledger, clock }, session, run, never);
    /** Lets writes take longer from now on. */
    const slowDown = (ms: number) => {
      const store = secrets.store.bind(secrets);
      secrets.store = async (key, value) => {
        await clock.sleep(ms);
        return store(key, value);
      };
    };
    return { process, secrets, ledger, newRun, reserve: reserveIt, slowDown };
  }

  async function reserved(addresses = three, agreement: Partial<Agreement> = {}) {
    const window = openWindow();
    await time.until(window.ledger.whenRead());
    const run = window.newRun(addresses, agreement);
    assert.equal(await time.until(window.reserve(run)), undefined);
    return { ...window, run };
  }

  function outcomes(people: readonly Person[]): readonly string[] {
    return people.map(({ outcome, reason }) => (reason === undefined ? outcome : `${outcome}: ${reason}`));
  }

  function storedNames(): readonly string[] {
    return [...shared.values.keys()].map((key) => key.replace(storedElsewhere, '').replace(/^[0-9a-f-]{36}/, 'run'));
  }

  describe('reserves everybody before anything is sent:', () => {
    it('the older of two reservations wins, and the other one leaves them out', async () => {
      const [one, other] = [openWindow(), openWindow()];
      const first = one.newRun(three);
      const firstReserved = one.reserve(first);
      await time.pass(200);
      const second = other.newRun([...three, 'd@x.org']);
      await time.until(Promise.all([firstReserved, other.reserve(second)]));
      assert.deepEqual(outcomes(first.people), ['planned', 'planned', 'planned']);
      assert.deepEqual(outcomes(second.people), [...Array<string>(3).fill('notSent: invitedElsewhere'), 'planned']);
    });

    it('whoever is younger gives way to one that has not been heard of yet but is on its way', async () => {
      propagationMs = 900;
      const [one, other] = [openWindow(), openWindow()];
      const first = one.newRun(three);
      const second = other.newRun(three);
      const firstReserved = one.reserve(first);
      await time.pass(50);
      await time.until(Promise.all([firstReserved, other.reserve(second)]));
      const sent = [first, second].flatMap((run) => (run.planned.length > 0 ? [run] : []));
      assert.equal(sent.length, 1, 'both or none would send');
    });

    it('leaves out whom a younger one has that stands still, for that one may have begun by the time it goes on', async () => {
      const [one, other] = [openWindow(), openWindow()];
      const older = one.newRun(three);
      await time.pass(10);
      const younger = other.newRun(['a@x.org']);
      const youngerReserved = other.reserve(younger);
      await time.pass(200);
      other.process.freeze();
      await time.until(one.reserve(older));
      assert.deepEqual(older.planned, ['b@x.org', 'c@x.org']);
      other.process.thaw();
      await time.until(youngerReserved);
      assert.deepEqual(younger.planned, ['a@x.org']);
    });

    it('makes room for it, where the ledger has as many people as it can keep', async () => {
      const people = Array.from({ length: maxPeople }, (_, index) => invited(`p${index}@x.org`));
      const { ledger } = openWindow();
      await time.until(
        ledger.write(session, storedPeople({ run: 'old', startedAt: '2026-01-01T09:00:00.000Z', people })),
      );
      await time.until(ledger.write(session, storedPeople({ run: 'new', people: [invited('new@x.org')] })));
      await reserved();
      assert.deepEqual(
        storedNames().filter((name) => name.includes('people')),
        ['new/people/0/1', 'run/people/0/3'],
      );
    });

    it('writes nothing else before the reservation is stored, and fails where that can’t be', async () => {
      const window = openWindow();
      window.secrets.fails = (operation, key) => operation === 'store' && key.includes('/people/');
      const run = window.newRun(three);
      assert.deepEqual(await time.until(window.reserve(run)), {
        kind: 'storage',
        failure: { kind: 'storage', doing: 'writing' },
      });
    });
  });

  describe('asks the ledger again before each call:', () => {
    it('whom another window has invited meanwhile gets no second email', async () => {
      const { run } = await reserved();
      const other = openWindow();
      await time.until(other.ledger.write(session, storedPeople({ people: [invited('b@x．org')] })));
      await time.pass(400);
      assert.deepEqual(await time.until(run.begin(three)), ['a@x.org', 'c@x.org']);
      assert.deepEqual(outcomes(run.people), ['sending', 'notSent: invitedElsewhere', 'sending']);
    });

    it('begins no call where it can’t be read, after a few tries', async () => {
      const { run, secrets } = await reserved();
      secrets.fails = (operation) => operation === 'keys';
      assert.deepEqual(await time.until(run.begin(three)), {
        kind: 'storage',
        failure: { kind: 'storage', doing: 'reading' },
      });
      assert.deepEqual(outcomes(run.people), ['planned', 'planned', 'planned']);
    });

    it('begins the call where it can be read at the second try', async () => {
      const { run, secrets } = await reserved();
      secrets.fails = (operation) => operation === 'keys';
      const begun = run.begin(three);
      await time.pass(100);
      secrets.fails = () => false;
      assert.deepEqual(await time.until(begun), three);
    });

    it('begins no call while a part of it is unreadable, unless the person said to', async () => {
      shared.values.set(`${storedElsewhere}r9/people/0/5`, '{"version":9}');
      const window = openWindow();
      const reason = await time.until(window.reserve(window.newRun(three)));
      assert.equal(reason?.kind, 'storage');
      const { run } = await reserved(three, { sendsDespiteGap: true });
      assert.deepEqual(await time.until(run.begin(three)), three);
    });

    it('begins no call once another window has reported it as interrupted', async () => {
      const { run } = await reserved();
      const other = openWindow();
      await time.until(
        other.ledger.write(session, { kind: 'interrupted', run: run.id, window: 'w', isReported: true }),
      );
      await time.pass(400);
      assert.deepEqual(await time.until(run.begin(three)), { kind: 'interrupted' });
    });
  });

  describe('has the people of a call as being sent before it leaves:', () => {
    it('in the storage, for any window to read', async () => {
      const { run } = await reserved();
      await time.until(run.begin(['a@x.org']));
      await time.pass(400);
      const { ledger } = openWindow();
      await time.until(ledger.whenRead());
      assert.deepEqual(outcomes(ledger.people.map(({ person }) => person)), ['sending', 'planned', 'planned']);
    });

    it('and nobody as being sent where that can’t be stored: the call does not begin', async () => {
      const { run, secrets } = await reserved();
      secrets.fails = (operation) => operation === 'store';
      assert.deepEqual(await time.until(run.begin(three)), {
        kind: 'storage',
        failure: { kind: 'storage', doing: 'writing' },
      });
      assert.deepEqual(outcomes(run.people), ['planned', 'planned', 'planned']);
    });
  });

  describe('ends when it is forgotten,', () => {
    it('at once in this window, whatever it was just writing: when that is told, nothing of it is stored', async () => {
      const { run, ledger, slowDown } = await reserved();
      slowDown(500);
      const begun = run.begin(['a@x.org']);
      await time.pass(100);
      const forgotten = ledger.forget(session).then(() => {
        shared.onWrite = (key, value) => assert.equal(value, undefined, `${key} came back`);
        return { hasEnded: run.forgotten.aborted, left: storedNames().filter((name) => name.includes('people')) };
      });
      assert.deepEqual(await time.until(forgotten), { hasEnded: true, left: [] });
      assert.deepEqual(await time.until(begun), { kind: 'forgotten' });
      await time.pass(10_000);
    });

    it('in this window: nothing of it is stored, and nothing comes back', async () => {
      const { run, ledger } = await reserved();
      await time.until(run.begin(['a@x.org']));
      const settled = run.saveOutcomes([invited('a@x.org')]);
      assert.ok((await time.until(ledger.forget(session))).ok);
      await time.until(settled);
      await time.until(run.end(undefined));
      await time.pass(60_000);
      assert.ok(run.forgotten.aborted);
      assert.deepEqual(storedNames(), []);
    });

    it('in another window: it hears of it, and what it was just writing is deleted again', async () => {
      const { run } = await reserved();
      const other = openWindow();
      await time.until(other.ledger.whenRead());
      const begun = run.begin(['a@x.org']);
      assert.ok((await time.until(other.ledger.forget(session))).ok);
      await time.until(begun);
      await time.pass(60_000);
      assert.ok(run.forgotten.aborted);
      assert.deepEqual(
        storedNames().filter((name) => name.includes('people')),
        [],
      );
    });

    it('in another window, even while it only waits', async () => {
      const { run } = await reserved();
      const other = openWindow();
      await time.until(other.ledger.whenRead());
      void other.ledger.forget(session);
      await time.pass(500);
      assert.ok(run.forgotten.aborted);
    });

    it('in another window, even if that dies right after what it was just writing has arrived', async () => {
      const { run, process, slowDown } = await reserved();
      const other = openWindow();
      await time.until(other.ledger.whenRead());
      slowDown(500);
      void run.begin(['a@x.org']);
      await time.pass(100);
      void other.ledger.forget(session);
      await time.pass(100);
      other.process.die();
      for (let ms = 0; ms < 1_000 && !storedNames().some((name) => name.includes('people')); ms++) {
        await time.pass(1);
      }
      process.die();
      const later = openWindow();
      await time.until(later.ledger.whenRead());
      await time.pass(1_000);
      assert.deepEqual([later.ledger.people, storedNames().filter((name) => name.includes('people'))], [[], []]);
    });

    it('in another window, even if that could read nothing when the event came', async () => {
      const { run, secrets, slowDown } = await reserved();
      const other = openWindow();
      await time.until(other.ledger.whenRead());
      slowDown(500);
      void run.begin(['a@x.org']);
      await time.pass(100);
      void other.ledger.forget(session);
      await time.pass(100);
      other.process.die();
      secrets.fails = (operation) => operation === 'get';
      await time.pass(300);
      secrets.fails = () => false;
      await time.pass(1_000);
      assert.ok(run.forgotten.aborted);
      assert.deepEqual(
        storedNames().filter((name) => name.includes('people')),
        [],
      );
    });

    it('right before a call leaves, even if no event has told it yet', async () => {
      const { run, secrets } = await reserved();
      await time.until(run.begin(three));
      assert.equal(await time.until(run.reasonNotToSend()), undefined);
      const get = secrets.get.bind(secrets);
      secrets.get = (key) =>
        key.endsWith('/forgotten')
          ? Promise.resolve(JSON.stringify({ version: 2, kind: 'forgotten', run: run.id }))
          : get(key);
      assert.deepEqual(await time.until(run.reasonNotToSend()), { kind: 'forgotten' });
    });

    it('and sends nothing where it can’t find out whether it was', async () => {
      const { run, secrets } = await reserved();
      await time.until(run.begin(three));
      secrets.fails = (operation) => operation === 'get';
      assert.equal((await time.until(run.reasonNotToSend()))?.kind, 'storage');
    });
  });

  it('keeps those of a call that invited nobody for itself: no other run takes them meanwhile', async () => {
    const { run } = await reserved(['a@x.org']);
    await time.until(run.begin(['a@x.org']));
    run.putBack([{ address: 'a@x.org', serverMessage: 'Bad.' }]);
    await time.until(run.saveOutcomes([]));
    await time.pass(400);
    const other = openWindow();
    const second = other.newRun(['a@x.org']);
    await time.until(other.reserve(second));
    assert.deepEqual([run.planned, second.planned], [['a@x.org'], []]);
  });

  it('stores at last how it ended, once the storage works again', async () => {
    const { run, secrets } = await reserved(['a@x.org']);
    await time.until(run.begin(['a@x.org']));
    secrets.fails = (operation) => operation === 'store';
    assert.ok((await time.until(run.saveOutcomes([invited('a@x.org')]))) !== undefined);
    assert.ok((await time.until(run.end(undefined))) !== undefined);
    secrets.fails = () => false;
    await time.pass(10_000);
    const { ledger } = openWindow();
    await time.until(ledger.whenRead());
    assert.deepEqual(
      ledger.people.map(({ person, run: { state } }) => [person.outcome, person.link, state.kind]),
      [['invited', 'https://app.prolific.com/invite/a@x.org', 'ended']],
    );
  });
});
