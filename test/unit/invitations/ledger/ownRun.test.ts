import { strict as assert } from 'node:assert';
import { maxPeople } from '../../../../src/invitations/ledger/bound';
import { invited, storedPeople } from '../../support/storedPeople';
import type { VirtualTime } from '../../support/virtualTime';
import { LedgerWindows, outcomes, session, storedElsewhere, three } from './ledgerWindows';

describe('A run in the ledger, next to other windows', () => {
  let windows: LedgerWindows;
  let time: VirtualTime;

  beforeEach(() => {
    windows = new LedgerWindows();
    ({ time } = windows);
  });

  describe('reserves everybody before anything is sent:', () => {
    it('the older of two reservations wins, and the other one leaves the people out', async () => {
      const [one, other] = [windows.open(), windows.open()];
      const first = one.newRun(three);
      const firstReserved = one.reserve(first);
      await time.pass(200);
      const second = other.newRun([...three, 'd@x.org']);
      await time.until(Promise.all([firstReserved, other.reserve(second)]));
      assert.deepEqual(outcomes(first.people), ['planned', 'planned', 'planned']);
      assert.deepEqual(outcomes(second.people), [...Array<string>(3).fill('notSent: invitedElsewhere'), 'planned']);
    });

    it('a younger one gives way to an older one that is still on its way', async () => {
      windows.propagationMs = 900;
      const [one, other] = [windows.open(), windows.open()];
      const first = one.newRun(three);
      const second = other.newRun(three);
      const firstReserved = one.reserve(first);
      await time.pass(50);
      await time.until(Promise.all([firstReserved, other.reserve(second)]));
      const sent = [first, second].flatMap((run) => (run.planned.length > 0 ? [run] : []));
      assert.equal(sent.length, 1, 'both or none would send');
    });

    it('leaves out the people of a suspended younger one, which may have begun by the time it resumes', async () => {
      const [one, other] = [windows.open(), windows.open()];
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

    it('makes room if the ledger has as many people as it can keep', async () => {
      const people = Array.from({ length: maxPeople }, (_, index) => invited(`p${index}@x.org`));
      const { ledger } = windows.open();
      await time.until(
        ledger.write(session, storedPeople({ run: 'old', startedAt: '2026-01-01T09:00:00.000Z', people })),
      );
      await time.until(ledger.write(session, storedPeople({ run: 'new', people: [invited('new@x.org')] })));
      await windows.reserved();
      assert.deepEqual(
        windows.storedNames().filter((name) => name.includes('people')),
        ['new/people/0/1', 'run/people/0/3'],
      );
    });

    it('writes nothing else before the reservation is stored, and fails if that is not possible', async () => {
      const window = windows.open();
      window.secrets.fails = (operation, key) => operation === 'store' && key.includes('/people/');
      const run = window.newRun(three);
      assert.deepEqual(await time.until(window.reserve(run)), {
        kind: 'storage',
        failure: { kind: 'storage', doing: 'writing' },
      });
    });
  });

  describe('asks the ledger again before each call:', () => {
    it('people another window has invited in the meantime get no second email', async () => {
      const { run } = await windows.reserved();
      const other = windows.open();
      await time.until(other.ledger.write(session, storedPeople({ people: [invited('b@x．org')] })));
      await time.pass(400);
      assert.deepEqual(await time.until(run.begin(three)), ['a@x.org', 'c@x.org']);
      assert.deepEqual(outcomes(run.people), ['sending', 'notSent: invitedElsewhere', 'sending']);
    });

    it('begins no call if it can’t be read after a few attempts', async () => {
      const { run, secrets } = await windows.reserved();
      secrets.fails = (operation) => operation === 'keys';
      assert.deepEqual(await time.until(run.begin(three)), {
        kind: 'storage',
        failure: { kind: 'storage', doing: 'reading' },
      });
      assert.deepEqual(outcomes(run.people), ['planned', 'planned', 'planned']);
    });

    it('begins the call if it can be read on the second attempt', async () => {
      const { run, secrets } = await windows.reserved();
      secrets.fails = (operation) => operation === 'keys';
      const begun = run.begin(three);
      await time.pass(100);
      secrets.fails = () => false;
      assert.deepEqual(await time.until(begun), three);
    });

    it('begins no call while a part of it is unreadable, unless the user chose to', async () => {
      windows.shared.values.set(`${storedElsewhere}r9/people/0/5`, '{"version":9}');
      const window = windows.open();
      const reason = await time.until(window.reserve(window.newRun(three)));
      assert.equal(reason?.kind, 'storage');
      const { run } = await windows.reserved(three, { sendsDespiteGap: true });
      assert.deepEqual(await time.until(run.begin(three)), three);
    });

    it('begins no call once another window has reported it as interrupted', async () => {
      const { run } = await windows.reserved();
      const other = windows.open();
      await time.until(
        other.ledger.write(session, { kind: 'interrupted', run: run.id, window: 'w', isReported: true }),
      );
      await time.pass(400);
      assert.deepEqual(await time.until(run.begin(three)), { kind: 'interrupted' });
    });
  });

  describe('records the people of a call as being sent before it is sent:', () => {
    it('in the storage, for any window to read', async () => {
      const { run } = await windows.reserved();
      await time.until(run.begin(['a@x.org']));
      await time.pass(400);
      const { ledger } = windows.open();
      await time.until(ledger.whenRead());
      assert.deepEqual(outcomes(ledger.people.map(({ person }) => person)), ['sending', 'planned', 'planned']);
    });

    it('and records nobody as being sent if that can’t be stored: the call does not begin', async () => {
      const { run, secrets } = await windows.reserved();
      secrets.fails = (operation) => operation === 'store';
      assert.deepEqual(await time.until(run.begin(three)), {
        kind: 'storage',
        failure: { kind: 'storage', doing: 'writing' },
      });
      assert.deepEqual(outcomes(run.people), ['planned', 'planned', 'planned']);
    });
  });

  it('keeps the people of a call that invited nobody: no other run takes them in the meantime', async () => {
    const { run } = await windows.reserved(['a@x.org']);
    await time.until(run.begin(['a@x.org']));
    run.putBack([{ address: 'a@x.org', serverMessage: 'Bad.' }]);
    await time.until(run.saveOutcomes([]));
    await time.pass(400);
    const other = windows.open();
    const second = other.newRun(['a@x.org']);
    await time.until(other.reserve(second));
    assert.deepEqual([run.planned, second.planned], [['a@x.org'], []]);
  });

  it('stores how it ended once the storage works again', async () => {
    const { run, secrets } = await windows.reserved(['a@x.org']);
    await time.until(run.begin(['a@x.org']));
    secrets.fails = (operation) => operation === 'store';
    assert.ok((await time.until(run.saveOutcomes([invited('a@x.org')]))) !== undefined);
    assert.ok((await time.until(run.end(undefined))) !== undefined);
    secrets.fails = () => false;
    await time.pass(10_000);
    const { ledger } = windows.open();
    await time.until(ledger.whenRead());
    assert.deepEqual(
      ledger.people.map(({ person, run: { state } }) => [person.outcome, person.link, state.kind]),
      [['invited', 'https://app.prolific.com/invite/a@x.org', 'ended']],
    );
  });
});
