import { succeed } from '../../api';
import type { CurrentAccount } from '../../session/currentAccount';
import type { StoredInvitations } from '../../session/signOut';
import type { Ledger } from './ledger';

/** The ledger as signing out sees it: what is stored of the account that is known. */
export function storedInvitations(ledger: Ledger, account: CurrentAccount): StoredInvitations {
  return {
    count: async () => {
      await ledger.whenRead();
      const links = ledger.entries.filter(({ person }) => person.link !== undefined);
      return succeed({ people: ledger.entries.length, links: links.length });
    },
    forget: async () => (account.owner === undefined ? succeed(undefined) : ledger.forget(account.owner)),
  };
}
