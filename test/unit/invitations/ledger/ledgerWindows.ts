import { strict as assert } from 'node:assert';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import type { Person } from '../../../../src/invitations/ledger/person';
import { type Agreement, OwnRun } from '../../../../src/invitations/ledger/ownRun';
import { reserve } from '../../../../src/invitations/ledger/reserve';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { workspaceOf } from '../../support/apiValues';
import { ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';
import { VirtualClock, VirtualTime } from '../../support/virtualTime';
import { WindowProcess } from '../../support/session/windowProcess';
import { SharedSecrets } from '../../support/session/windowSecrets';

export const session = signedInAs('ada');
const workspace = workspaceOf('w1', { title: 'Perception lab' });
const never = new AbortController().signal;
export const three = ['a@x.org', 'b@x.org', 'c@x.org'];
export const storedElsewhere = `invitations|${session.origin}|ada|`;

/** Windows of one computer, which share a ledger; the time in them is virtual. */
export class LedgerWindows {
  readonly time = new VirtualTime();
  propagationMs = 300;
  readonly shared = new SharedSecrets(this.time, { operation: () => 5, propagation: () => this.propagationMs });

  open() {
    const process = new WindowProcess();
    const secrets = this.shared.open(process);
    const ledger = new Ledger(secrets, new CurrentAccount(new ScriptedSessions(session)));
    const clock = new VirtualClock(this.time, process);
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

  /** A window whose run is reserved. */
  async reserved(addresses = three, agreement: Partial<Agreement> = {}) {
    const window = this.open();
    await this.time.until(window.ledger.whenRead());
    const run = window.newRun(addresses, agreement);
    assert.equal(await this.time.until(window.reserve(run)), undefined);
    return { ...window, run };
  }

  /** The names of all records, without the ids of runs that were made up. */
  storedNames(): readonly string[] {
    return [...this.shared.values.keys()].map((key) =>
      key.replace(storedElsewhere, '').replace(/^[0-9a-f-]{36}/, 'run'),
    );
  }
}

export function outcomes(people: readonly Person[]): readonly string[] {
  return people.map(({ outcome, reason }) => (reason === undefined ? outcome : `${outcome}: ${reason}`));
}
