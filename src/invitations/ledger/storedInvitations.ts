import { type Result, succeed } from '../../api';
import type { StoredAt, StoredInvitations } from '../../session/signOut';
import type { StorageFailure } from '../../session/tokenStore';
import type { Ledger } from './ledger';
import type { Person } from './person';
import type { Owner } from './records/recordStore';

/** Adapts the ledger to what signing out needs. */
export function storedInvitations(ledger: Ledger): StoredInvitations {
  return {
    count: async (of) => {
      const people = await forEachOwner(ledger, of, (owner) => ledger.storedPeopleOf(owner));
      return people.ok ? succeed(countOf(people.value.flat())) : people;
    },
    forget: async (of) => {
      const forgotten = await forEachOwner(ledger, of, (owner) => ledger.forget(owner));
      return forgotten.ok ? succeed(undefined) : forgotten;
    },
  };
}

/** Applies the work to the account, or to all accounts at the origin if none is known. */
async function forEachOwner<T>(
  ledger: Ledger,
  { origin, account }: StoredAt,
  work: (owner: Owner) => Promise<Result<T, StorageFailure>>,
): Promise<Result<readonly T[], StorageFailure>> {
  const owners = account === undefined ? await ledger.owners(origin) : succeed([{ origin, account }]);
  if (!owners.ok) {
    return owners;
  }
  const values: T[] = [];
  for (const owner of owners.value) {
    const result = await work(owner);
    if (!result.ok) {
      return result;
    }
    values.push(result.value);
  }
  return succeed(values);
}

function countOf(people: readonly Person[]) {
  return { people: people.length, links: people.filter(({ link }) => link !== undefined).length };
}
