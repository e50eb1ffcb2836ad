import type { InvitationRole } from '../../api';
import { foldAddress } from '../../addresses/fold';
import { mayHaveEmail } from '../ledger/person';
import { keyOf, type InvitedPerson } from '../ledger/run';

/** A person who was invited from this computer before, or is being invited now. */
export interface Earlier {
  /** As it was spelled then. */
  readonly address: string;
  readonly startedAt: string;
  readonly role: InvitationRole;
  readonly link: string | undefined;
  /** `unknown`: an email may have been sent. `underWay`: the person is part of a run that hasn't ended. */
  readonly certainty: 'invited' | 'unknown' | 'underWay';
  /** The keys of all people in the ledger to whom an email may have been sent. */
  readonly keys: readonly string[];
}

/** Earlier invitations by mailbox. */
export type EarlierInvitations = ReadonlyMap<string, Earlier>;

/**
 * Returns everyone in the ledger who may have received an email or is about to, including people missing from a response and
 * people whose response was lost. Of several invitations to a mailbox, the newest one counts; it comes first.
 */
export function earlierInvitations(people: readonly InvitedPerson[]): EarlierInvitations {
  const found = new Map<string, Earlier>();
  for (const invited of people) {
    const { run, position, person } = invited;
    const certainty = certaintyOf(invited);
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

/** Returns a function that does the same for one workspace, by its id. */
export function earlierByWorkspace(people: readonly InvitedPerson[]): (workspaceId: string) => EarlierInvitations {
  const byWorkspace = new Map<string, InvitedPerson[]>();
  for (const invited of people) {
    const others = byWorkspace.get(invited.run.workspaceId);
    if (others === undefined) {
      byWorkspace.set(invited.run.workspaceId, [invited]);
    } else {
      others.push(invited);
    }
  }
  return (workspaceId) => earlierInvitations(byWorkspace.get(workspaceId) ?? []);
}

function certaintyOf({ person }: InvitedPerson): Earlier['certainty'] | undefined {
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
    case 'rejected':
    case 'notSent':
      return undefined;
  }
}
