import * as l10n from '@vscode/l10n';
import { language } from '../platform/language';
import { roleName } from '../workspaces/roleText';
import type { InvitationStatus, SentInvitation } from './sentInvitation';

/** What is known of an invitation: status, role and day, such as "invited · Collaborator · Nov 21, 2026". */
export function describeInvitation({ batch, status, mayHaveExpired }: SentInvitation): string {
  const day = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(batch.sentAt));
  const parts = [statusName(status), roleName(batch.role), day];
  return [...parts, ...(mayHaveExpired ? [l10n.t('may have expired')] : [])].join(' · ');
}

function statusName(status: InvitationStatus): string {
  switch (status) {
    case 'sending':
      return l10n.t('sending');
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
