import type { InvitationRole } from '../../api';
import { foldAddress } from '../../addresses/fold';
import { mayHaveEmail } from '../ledger/person';
import { keyOf, type LedgerEntry } from '../ledger/run';

/** Somebody who was invited from here before, or is just being invited. */
export interface Earlier {
  /** As it was given then. */
  readonly address: string;
  readonly startedAt: string;
  readonly role: InvitationRole;
  readonly link: string | undefined;
  /** `unknown`: an email may have been sent. `underWay`: a run that has not ended has them. */
  readonly certainty: 'invited' | 'unknown' | 'underWay';
  /** The keys of all entries by which they may have had an email. */
  readonly keys: readonly string[];
}

/** Those who were, by their mailboxes. */
export type EarlierInvitations = ReadonlyMap<string, Earlier>;

/**
 * Who of the ledger may have had an email, or is about to get one, so that nobody gets a second one unasked: those too whom the
 * response left out, or whose response was lost. Of several entries for one mailbox the newest, which comes first, counts.
 */
export function earlierInvitations(entries: readonly LedgerEntry[]): EarlierInvitations {
  const found = new Map<string, Earlier>();
  for (const entry of entries) {
    const { run, position, person } = entry;
    const certainty = certaintyOf(entry);
    if (certainty !== undefined) {
      const mailbox = foldAddress(person.address);
      const known = found.get(mailbox);
      const keys = mayHaveEmail(person) ? [keyOf(run, position)] : [];
      found.set(mailbox, {
        address: person.address,
        startedAt: run.startedAt,
        role: run.role,
        link: person.link,
        certainty,
        ...known,
        ...(certainty === 'underWay' ? { certainty } : {}),
        keys: [...(known?.keys ?? []), ...keys],
      });
    }
  }
  return found;
}

function certaintyOf({ person }: LedgerEntry): Earlier['certainty'] | undefined {
  switch (person.outcome) {
    case 'planned':
    case 'sending':
      return 'underWay';
    case 'invited':
    case 'notConfirmed':
      return 'invited';
    case 'unknown':
      return 'unknown';
    case 'alreadyMember':
    case 'refused':
    case 'notSent':
      return undefined;
  }
}
