import { strict as assert } from 'node:assert';
import { InterruptedRuns } from '../../../../src/invitations/ledger/interruptedRuns';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { RunWriter } from '../../../../src/invitations/ledger/runWriter';
import type { Person } from '../../../../src/invitations/ledger/person';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { workspaceOf } from '../../support/apiValues';
import { ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';
import { invited } from '../../support/storedPeople';
import { VirtualClock, VirtualTime } from '../../support/virtualTime';
import { WindowProcess } from '../../support/session/windowProcess';
import { SharedSecrets, type WindowSecrets } from '../../support/session/windowSecrets';

const session = signedInAs('ada');
const workspace = workspaceOf('w1', { title: 'Perception lab' });

describe('A run whose window shows no heartbeat', () => {
  let time: VirtualTime;
  let shared: SharedSecrets;
  let deadPids: Set<number>;

  beforeEach(() => {
    time = new VirtualTime();
    shared = new SharedSecrets(time, { operation: () => 5, propagation: () => 200 });
    deadPids = new Set();
  });

  /** A window that watches the others, and what it has reported. */
  function openWindow(pid: number) {
    const process = new WindowProcess();
    const secrets = shared.open(process);
    const sessions = new ScriptedSessions(session);
    const account = new CurrentAccount(sessions);
    const clock = new VirtualClock(time, process);
    const ledger = new Ledger(secrets, account, { host: 'here', pid });
    const reported: (readonly Person['outcome'][])[] = [];
    new InterruptedRuns({
      ledger,
      account,
      clock,
      hasProcessEnded: (other) => deadPids.has(other.pid),
      report: (run) => reported.push(run.people.map(({ person }) => person.outcome)),
    });
    return { process, secrets, sessions, ledger, clock, reported };
  }

  /** A window that sends three people: one is invited, one is being sent, one is planned. */
  async function openSender() {
    const window = openWindow(1);
    const people = ['a@x.org', 'b@x.org', 'c@x.org'].map((address) => ({ address }));
    const writer = new RunWriter(window.ledger, window.clock, session, {
      workspace,
      role: 'WORKSPACE_COLLABORATOR',
      people,
    });
    await time.until(writer.begin());
    await time.until(writer.confirm());
    writer.set(invited('a@x.org'));
    writer.set({ address: 'b@x.org', outcome: 'sending' });
    await time.until(writer.save());
    await time.pass(1_000);
    return { ...window, writer };
  }

  function die({ process, secrets }: { process: WindowProcess; secrets: WindowSecrets }): void {
    process.die();
    shared.windows.delete(secrets);
  }

  const guessed = [['invited', 'unknown', 'notSent']];

  it('is reported as interrupted by another window: people being sent are unknown, planned people were not sent', async () => {
    const sender = await openSender();
    const other = openWindow(2);
    die(sender);
    await time.pass(120_000);
    assert.deepEqual(other.reported, guessed);
  });

  it('is reported once, by one window, and by none opened later', async () => {
    const sender = await openSender();
    const others = [openWindow(2), openWindow(3), openWindow(4)];
    die(sender);
    await time.pass(300_000);
    const later = openWindow(5);
    await time.pass(300_000);
    assert.deepEqual(
      [...others, later].flatMap(({ reported }) => reported),
      guessed,
    );
  });

  it('is reported by a window opened after the only one has died', async () => {
    die(await openSender());
    const other = openWindow(2);
    await time.pass(120_000);
    assert.deepEqual(other.reported, guessed);
  });

  it('is reported within half a minute if the process is gone', async () => {
    die(await openSender());
    deadPids.add(1);
    const other = openWindow(2);
    await time.pass(30_000);
    assert.deepEqual(other.reported, guessed);
  });

  it('is left alone for half a minute if that is not known', async () => {
    die(await openSender());
    const other = openWindow(2);
    await time.pass(30_000);
    assert.deepEqual(other.reported, []);
  });

  it('is not reported while the window lives, however long the call takes and however often the others check', async () => {
    await openSender();
    const other = openWindow(2);
    await time.pass(600_000);
    assert.deepEqual(other.reported, []);
  });

  it('is not reported after the computer slept, which stops all windows alike', async () => {
    await openSender();
    const other = openWindow(2);
    time.skip(3_600_000);
    await time.pass(60_000);
    assert.deepEqual(other.reported, []);
  });

  it('keeps a response that arrives after the report: no guess overwrites it', async () => {
    const sender = await openSender();
    const other = openWindow(2);
    sender.process.freeze();
    await time.pass(120_000);
    assert.deepEqual(other.reported, guessed);
    sender.process.thaw();
    sender.writer.set(invited('b@x.org', 'https://app.prolific.com/invite/b'));
    await time.until(sender.writer.save());
    await time.pass(1_000);
    assert.equal(other.ledger.people[1]?.person.link, 'https://app.prolific.com/invite/b');
  });

  it('is not reported while another account is signed in', async () => {
    const sender = await openSender();
    const other = openWindow(2);
    die(sender);
    await time.pass(40_500);
    other.sessions.become(signedInAs('grace'));
    await time.pass(120_000);
    assert.deepEqual(other.reported, []);
    other.sessions.become(session);
    await time.pass(120_000);
    assert.deepEqual(other.reported, guessed);
  });

  it('is reported only once even if the report cannot be recorded', async () => {
    const sender = await openSender();
    const other = openWindow(2);
    die(sender);
    other.secrets.fails = (operation, key) =>
      operation === 'store' && key.endsWith('/interrupted') && other.reported.length > 0;
    await time.pass(300_000);
    assert.deepEqual(other.reported, guessed);
  });

  it('is not reported by the window that sends it, even while it can’t store its heartbeats', async () => {
    const sender = await openSender();
    sender.secrets.fails = (operation, key) => operation === 'store' && !key.endsWith('/interrupted');
    await time.pass(300_000);
    assert.deepEqual(sender.reported, []);
  });

  it('is checked once more before it is reported: heartbeats may have been unreadable', async () => {
    await openSender();
    const other = openWindow(2);
    await time.until(other.ledger.whenRead());
    other.secrets.fails = (operation) => operation === 'get';
    // Until right before the look at which it would be reported.
    await time.pass(43_900);
    other.secrets.fails = () => false;
    await time.pass(60_000);
    assert.deepEqual(other.reported, []);
  });
});
