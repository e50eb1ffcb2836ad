import * as l10n from '@vscode/l10n';
import { language } from '../../text/language';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import type { Batch } from './batch';
import type { InvitationStatus, SentInvitation } from './sentInvitation';

/** What is known of an invitation, such as "invited · Collaborator · Nov 21, 2026". */
export function describeInvitation(invitation: SentInvitation): string {
  return invitationFacts(invitation).join(' · ');
}

/** The title of the workspace as it was when the batch was sent. */
export function titleOfWorkspace({
  workspaceId,
  workspaceTitle,
}: Pick<Batch, 'workspaceId' | 'workspaceTitle'>): string {
  return titleOf({ id: workspaceId, title: workspaceTitle });
}

/** Status, role and day. */
export function invitationFacts({ batch, status, mayHaveExpired }: SentInvitation): readonly string[] {
  const day = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(batch.sentAt));
  return [statusName(status), roleName(batch.role), day, ...(mayHaveExpired ? [l10n.t('may have expired')] : [])];
}

function statusName(status: InvitationStatus): string {
  switch (status) {
    case 'sending':
      return l10n.t('sending…');
    case 'invited':
      return l10n.t('invited');
    case 'notConfirmed':
      return l10n.t('not confirmed');
    case 'unknown':
      return l10n.t('unknown');
    case 'accepted':
      return l10n.t('accepted');
  }
}
