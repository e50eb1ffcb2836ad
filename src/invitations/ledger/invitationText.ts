import * as l10n from '@vscode/l10n';
import { formatDay } from '../../text/dates';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import { inSentence } from '../../text/sanitize';
import type { Run } from './run';
import type { SentInvitation } from './sentInvitation';

/** Describes an invitation, such as "invited · Collaborator · Nov 21, 2026". */
export function describeInvitation(invitation: SentInvitation): string {
  return invitationFacts(invitation).join(' · ');
}

/** Returns the workspace's title as of the start of the run. */
export function titleOfWorkspace({ workspaceId, workspaceTitle }: Pick<Run, 'workspaceId' | 'workspaceTitle'>): string {
  return titleOf({ id: workspaceId, title: workspaceTitle });
}

/** Returns status, role, and day. */
export function invitationFacts(invitation: SentInvitation): readonly string[] {
  const { run, mayHaveExpired } = invitation;
  const day = formatDay(new Date(run.startedAt));
  return [statusName(invitation), roleName(run.role), day, ...(mayHaveExpired ? [l10n.t('may have expired')] : [])];
}

function statusName({ status, person }: SentInvitation): string {
  switch (status) {
    case 'sending':
      return l10n.t('sending…');
    case 'invited':
      return l10n.t('invited');
    case 'notConfirmed':
      return person.status === undefined ? l10n.t('not confirmed') : inSentence(person.status);
    case 'unknown':
      return l10n.t('unknown');
    case 'accepted':
      return l10n.t('accepted');
  }
}
