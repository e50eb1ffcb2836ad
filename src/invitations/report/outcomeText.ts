import * as l10n from '@vscode/l10n';
import { reasonText } from '../../addresses/reasonText';
import { formatDay } from '../../text/dates';
import { inSentence, sanitize } from '../../text/sanitize';
import type { NotSentReason } from '../ledger/person';
import type { EntryOutcome } from './outcomes';

export function textOfEntry({ entry }: EntryOutcome): string {
  return entry.kind === 'valid' ? entry.address : sanitize(entry.text);
}

/** Returns what became of an entry, as a remark next to it. */
export function outcomeText(item: EntryOutcome): string {
  switch (item.outcome) {
    case 'invited':
      return l10n.t('invited');
    case 'alreadyMember':
      return l10n.t('already a member');
    case 'alreadyInvited': {
      const day = formatDay(new Date(item.before.startedAt));
      return l10n.t({
        message: 'already invited on {0}',
        args: [day],
        comment: ['What became of an address. {0} is a date.'],
      });
    }
    case 'rejected':
      return l10n.t('rejected');
    case 'notConfirmed':
      return item.status === undefined
        ? l10n.t("not confirmed: missing from Prolific's response")
        : l10n.t({
            message: 'not confirmed: Prolific returned “{0}”',
            args: [inSentence(item.status)],
            comment: ['What became of an address. {0} is a status from the server, such as “EXPIRED”.'],
          });
    case 'unknown':
      return l10n.t('unknown: an email may have been sent');
    case 'planned':
    case 'sending':
      return l10n.t('being sent');
    case 'notSent':
      return item.reason === undefined ? l10n.t('not sent') : notSentText(item.reason);
    case 'repeat':
      return l10n.t('duplicate');
    case 'invalid':
      return l10n.t({
        message: 'invalid address: {0}',
        args: [reasonText(item.entry.reason)],
        comment: ['What became of an address. {0} says why, such as “has no @”.'],
      });
  }
}

function notSentText(reason: NotSentReason): string {
  switch (reason) {
    case 'canceled':
      return l10n.t('not sent: canceled');
    case 'signedOut':
      return l10n.t('not sent: you signed out');
    case 'tokenRejected':
      return l10n.t('not sent: the API token was no longer accepted');
    case 'accountChanged':
      return l10n.t('not sent: another account or API URL was in use');
    case 'invitedElsewhere':
      return l10n.t('not sent: another invitation to them was already being sent');
    case 'interrupted':
      return l10n.t('not sent: VS Code closed first');
    case 'noRight':
      return l10n.t('not sent: only workspace admins can invite people');
  }
}
