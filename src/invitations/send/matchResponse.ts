import type { Invitation } from '../../api';
import { foldAddress, foldCase } from '../../addresses/fold';
import { inviteLink } from '../ledger/inviteLink';
import type { FinishedPerson } from '../ledger/person';

/**
 * Finds what Prolific returned for each address: by the exact address, or else by another spelling of the mailbox, or else by
 * an address that differs only in letter case. The latter two only if exactly one sent and one returned address match. Never
 * by position, because a response may have fewer entries than were sent.
 */
export function matchResponse(
  addresses: readonly string[],
  invitations: readonly Invitation[],
): readonly FinishedPerson[] {
  return addresses.map((address) => {
    const found =
      invitations.find((candidate) => candidate.address === address) ??
      soleMatch(address, addresses, invitations, foldAddress) ??
      soleMatch(address, addresses, invitations, foldCase);
    return found === undefined ? { address, outcome: 'notConfirmed' } : { address, ...read(found) };
  });
}

function soleMatch(
  address: string,
  addresses: readonly string[],
  invitations: readonly Invitation[],
  fold: (address: string) => string,
): Invitation | undefined {
  const folded = fold(address);
  const sent = addresses.filter((candidate) => fold(candidate) === folded);
  const returned = invitations.filter((candidate) => fold(candidate.address) === folded);
  return sent.length === 1 && returned.length === 1 ? returned[0] : undefined;
}

/** No source has a status other than `INVITED` and `ACCEPTED`. Any other is kept as received and confirms nothing. */
function read({ status, link }: Invitation): Pick<FinishedPerson, 'outcome' | 'status' | 'link'> {
  switch (status.trim().toUpperCase()) {
    case 'INVITED':
    case '':
      return { outcome: 'invited', link: inviteLink(link) };
    case 'ACCEPTED':
      return { outcome: 'alreadyMember', link: inviteLink(link) };
    default:
      return { outcome: 'notConfirmed', status, link: inviteLink(link) };
  }
}
