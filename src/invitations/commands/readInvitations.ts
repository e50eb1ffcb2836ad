import type { Canceled, Failed } from '../../prompts/commandResult';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import { allSentInvitations, type SentInvitation } from '../ledger/sentInvitation';
import type { InvitationDependencies } from './invitationDependencies';

export interface ReadInvitations {
  readonly kind: 'read';
  readonly session: SignedIn;
  /** The invitations to all workspaces, newest first. */
  readonly invitations: readonly SentInvitation[];
}

/** Signs in if necessary, and waits for the ledger and the list, whose members show who has accepted. */
export async function readInvitations(
  dependencies: InvitationDependencies,
): Promise<ReadInvitations | Canceled | Failed> {
  const { ledger, store, clock } = dependencies;
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  await Promise.all([store.whenRead(), ledger.whenRead()]);
  return { kind: 'read', session, invitations: allSentInvitations(ledger, store, clock.now()) };
}
