import type { Invitation } from '../../api';
import type { SettledPerson } from '../ledger/batch';
import { foldCase } from '../../addresses/fold';

/**
 * Finds for each address what Prolific answered: by the exact address, else by the same in other letter case where
 * only one sent and one answered address fit. Never by position: an answer may have fewer entries than were sent.
 */
export function matchResponse(addresses: readonly string[], answered: readonly Invitation[]): readonly SettledPerson[] {
  return addresses.map((address) => {
    const invitation =
      answered.find((candidate) => candidate.address === address) ?? soleCaseVariant(address, addresses, answered);
    if (invitation === undefined) {
      return { address, outcome: 'notConfirmed' };
    }
    const outcome = invitation.status.toUpperCase() === 'ACCEPTED' ? 'alreadyMember' : 'invited';
    return invitation.link === undefined ? { address, outcome } : { address, outcome, link: invitation.link };
  });
}

function soleCaseVariant(
  address: string,
  addresses: readonly string[],
  answered: readonly Invitation[],
): Invitation | undefined {
  const fold = foldCase(address);
  const sent = addresses.filter((candidate) => foldCase(candidate) === fold);
  const fitting = answered.filter((candidate) => foldCase(candidate.address) === fold);
  return sent.length === 1 && fitting.length === 1 ? fitting[0] : undefined;
}
