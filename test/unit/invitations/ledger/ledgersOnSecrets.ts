import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';
import { invited, storedPeople } from '../../support/storedPeople';
import { VirtualTime } from '../../support/virtualTime';
import { SharedSecrets } from '../../support/session/windowSecrets';

/** The secrets of one computer, and the ledgers of its windows. */
export class LedgersOnSecrets {
  readonly time = new VirtualTime();
  readonly shared = new SharedSecrets(this.time);

  /** Opens a window, and waits until its ledger is read. */
  async open(session = signedInAs('ada')) {
    const secrets = this.shared.open();
    const sessions = new ScriptedSessions(session);
    const ledger = new Ledger(secrets, new CurrentAccount(sessions));
    await this.time.until(ledger.whenRead());
    const write = (run: string, address: string, fields = {}) =>
      this.time.until(ledger.write(session, storedPeople({ run, people: [invited(address)], ...fields })));
    return { ledger, session, sessions, secrets, write };
  }
}

export function addressesIn(ledger: Ledger): readonly string[] {
  return ledger.people.map(({ person }) => person.address);
}
