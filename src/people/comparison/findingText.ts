import * as l10n from '@vscode/l10n';
import { reasonText } from '../../addresses/reasonText';
import { formatDay } from '../../text/dates';
import { formatCount } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { joinList } from '../../text/list';
import { roleName } from '../../workspaces/roleText';
import type { UnmatchedWorkspace, PendingPerson, IncomparableReason } from './comparison';

export function rolesText(roles: readonly string[]): string {
  return joinList(roles.map(roleName));
}

/** Returns why a row can't be compared, as a remark next to it. */
export function incomparableText(why: IncomparableReason): string {
  switch (why.kind) {
    case 'address':
      return reasonText(why.reason);
    case 'noWorkspace':
      return l10n.t("doesn't name a workspace");
    case 'unknownRole':
      return l10n.t('“{0}” is neither Admin nor Collaborator', inSentence(why.text));
    case 'severalRoles':
      return l10n.t('has different roles in different rows');
    case 'notInvitable':
      return l10n.t('nobody can be invited as {0}', roleName(why.role));
  }
}

export function unmatchedText({ why }: UnmatchedWorkspace): string {
  switch (why) {
    case 'notFound':
      return l10n.t('not among the workspaces of this account');
    case 'ambiguous':
      return l10n.t('several workspaces have this title; use their IDs instead');
    case 'notRead':
      return l10n.t("unknown because some workspaces couldn't be loaded");
  }
}

export function nameOfUnmatched({ name: { title, id } }: UnmatchedWorkspace): string {
  return inSentence(title === '' ? id : title);
}

/** Returns when somebody was invited, or may have been, as a remark next to them. */
export function invitationText({ invitation: { startedAt, certainty } }: PendingPerson): string {
  const day = formatDay(new Date(startedAt));
  switch (certainty) {
    case 'invited':
      return l10n.t('invited on {0}', day);
    case 'unknown':
      return l10n.t('may have been invited on {0}', day);
    case 'underWay':
      return l10n.t('being invited');
  }
}

/** Returns row numbers, counted as in the file, such as "rows 3 and 7". Names only the first few of many. */
export function rowsText(rows: readonly number[]): string {
  const shown = rows.slice(0, 3).map(formatCount);
  const all = joinList(rows.length > shown.length ? [...shown, '…'] : shown);
  return rows.length === 1 ? l10n.t('row {0}', all) : l10n.t('rows {0}', all);
}
