import type { InvitationRole } from '../../api';
import { foldAddress } from '../../addresses/fold';
import { mayHaveEmail } from '../ledger/person';
import { keyOf, type LedgerEntry } from '../ledger/run';

/** A person who was invited from this computer before, or is being invited now. */
export interface Earlier {
  /** As it was spelled then. */
  readonly address: string;
  readonly startedAt: string;
  readonly role: InvitationRole;
  readonly link: string | undefined;
  /** `unknown`: an email may have been sent. `underWay`: the person is part of a run that hasn't ended. */
  readonly certainty: 'invited' | 'unknown' | 'underWay';
  /** The keys of all ledger entries for which an email may have been sent. */
  readonly keys: readonly string[];
}

/** Earlier invitations by mailbox. */
export type EarlierInvitations = ReadonlyMap<string, Earlier>;

/**
 * Returns everyone in the ledger who may have received an email or is about to, including people missing from a response and
 * people whose response was lost. Of several entries for a mailbox, the newest one counts; it comes first.
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

/** The same for all workspaces, told by id. */
export function earlierByWorkspace(entries: readonly LedgerEntry[]): (workspaceId: string) => EarlierInvitations {
  const byWorkspace = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const others = byWorkspace.get(entry.run.workspaceId);
    if (others === undefined) {
      byWorkspace.set(entry.run.workspaceId, [entry]);
    } else {
      others.push(entry);
    }
  }
  return (workspaceId) => earlierInvitations(byWorkspace.get(workspaceId) ?? []);
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
