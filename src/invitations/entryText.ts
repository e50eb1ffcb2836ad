import * as l10n from '@vscode/l10n';
import { roleName } from '../workspaces/roleText';
import { outcomeNow, type SentOutcome } from './batch';
import type { LedgerEntry } from './ledger';

/** What is known of an invitation: outcome, role and day, such as "invited · Collaborator · Nov 21, 2026". */
export function describeEntry({ batch, person }: LedgerEntry, now: number): string {
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(batch.sentAt));
  return [outcomeName(outcomeNow(batch, person, now)), roleName(batch.role), day].join(' · ');
}

export function outcomeName(outcome: SentOutcome): string {
  switch (outcome) {
    case 'sending':
      return l10n.t('sending');
    case 'invited':
      return l10n.t('invited');
    case 'alreadyMember':
      return l10n.t('already a member');
    case 'refused':
      return l10n.t('refused');
    case 'notConfirmed':
      return l10n.t('not confirmed');
    case 'unknown':
      return l10n.t('unknown');
    case 'notSent':
      return l10n.t('not sent');
  }
}
