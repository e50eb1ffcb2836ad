import { strict as assert } from 'node:assert';
import { invited } from '../../support/storedPeople';
import type { VirtualTime } from '../../support/virtualTime';
import { LedgerWindows, session, three } from './ledgerWindows';

describe('A run in the ledger, next to other windows', () => {
  let windows: LedgerWindows;
  let time: VirtualTime;

  beforeEach(() => {
    windows = new LedgerWindows();
    ({ time } = windows);
  });

  describe('ends when it is forgotten,', () => {
    it('at once in this window, whatever was being written: once that is announced, nothing of it is stored', async () => {
      const { run, ledger, slowDown } = await windows.reserved();
      slowDown(500);
      const begun = run.begin(['a@x.org']);
      await time.pass(100);
      const forgotten = ledger.forget(session).then(() => {
        windows.shared.onWrite = (key, value) => assert.equal(value, undefined, `${key} came back`);
        return {
          hasEnded: run.forgotten.aborted,
          left: windows.storedNames().filter((name) => name.includes('people')),
        };
      });
      assert.deepEqual(await time.until(forgotten), { hasEnded: true, left: [] });
      assert.deepEqual(await time.until(begun), { kind: 'forgotten' });
      await time.pass(10_000);
    });

    it('in this window: nothing of it is stored, and nothing comes back', async () => {
      const { run, ledger } = await windows.reserved();
      await time.until(run.begin(['a@x.org']));
      const settled = run.saveOutcomes([invited('a@x.org')]);
      assert.ok((await time.until(ledger.forget(session))).ok);
      await time.until(settled);
      await time.until(run.end(undefined));
      await time.pass(60_000);
      assert.ok(run.forgotten.aborted);
      assert.deepEqual(windows.storedNames(), []);
    });

    it('in another window: it is notified, and what it was writing is deleted again', async () => {
      const { run } = await windows.reserved();
      const other = windows.open();
      await time.until(other.ledger.whenRead());
      const begun = run.begin(['a@x.org']);
      assert.ok((await time.until(other.ledger.forget(session))).ok);
      await time.until(begun);
      await time.pass(60_000);
      assert.ok(run.forgotten.aborted);
      assert.deepEqual(
        windows.storedNames().filter((name) => name.includes('people')),
        [],
      );
    });

    it('in another window, even while it only waits', async () => {
      const { run } = await windows.reserved();
      const other = windows.open();
      await time.until(other.ledger.whenRead());
      void other.ledger.forget(session);
      await time.pass(500);
      assert.ok(run.forgotten.aborted);
    });

    /** Opens a window whose run is being written, slowly, when another window forgets it and dies. */
    async function forgottenWhileWriting() {
      const window = await windows.reserved();
      const other = windows.open();
      await time.until(other.ledger.whenRead());
      window.slowDown(500);
      void window.run.begin(['a@x.org']);
      await time.pass(100);
      void other.ledger.forget(session);
      await time.pass(100);
      other.process.die();
      return window;
    }

    it('in another window, even if that one dies right after its last write arrives', async () => {
      const { process } = await forgottenWhileWriting();
      for (let ms = 0; ms < 1_000 && !windows.storedNames().some((name) => name.includes('people')); ms++) {
        await time.pass(1);
      }
      process.die();
      const later = windows.open();
      await time.until(later.ledger.whenRead());
      await time.pass(1_000);
      assert.deepEqual(
        [later.ledger.people, windows.storedNames().filter((name) => name.includes('people'))],
        [[], []],
      );
    });

    it('in another window, even if it could read nothing when the event arrived', async () => {
      const { run, secrets } = await forgottenWhileWriting();
      secrets.fails = (operation) => operation === 'get';
      await time.pass(300);
      secrets.fails = () => false;
      await time.pass(1_000);
      assert.ok(run.forgotten.aborted);
      assert.deepEqual(
        windows.storedNames().filter((name) => name.includes('people')),
        [],
      );
    });

    it('right before a call is sent, even before an event arrives', async () => {
      const { run, secrets } = await windows.reserved();
      await time.until(run.begin(three));
      assert.equal(await time.until(run.reasonNotToSend()), undefined);
      const get = secrets.get.bind(secrets);
      secrets.get = (key) =>
        key.endsWith('/forgotten')
          ? Promise.resolve(JSON.stringify({ version: 2, kind: 'forgotten', run: run.id }))
          : get(key);
      assert.deepEqual(await time.until(run.reasonNotToSend()), { kind: 'forgotten' });
    });

    it('and sends nothing if it can’t find out whether it was forgotten', async () => {
      const { run, secrets } = await windows.reserved();
      await time.until(run.begin(three));
      secrets.fails = (operation) => operation === 'get';
      assert.equal((await time.until(run.reasonNotToSend()))?.kind, 'storage');
    });
  });
});
