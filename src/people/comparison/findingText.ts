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
      return l10n.t({
        message: "doesn't name a workspace",
        comment: ["Follows a row of a file: why it can't be compared."],
      });
    case 'unknownRole':
      return l10n.t({
        message: '“{0}” is neither Admin nor Collaborator',
        args: [inSentence(why.text)],
        comment: ["Follows a row of a file: why it can't be compared. {0} is what the row has as a role."],
      });
    case 'severalRoles':
      return l10n.t({
        message: 'has different roles in different rows',
        comment: ["Follows a person in a file: why they can't be compared."],
      });
    case 'notInvitable':
      return l10n.t({
        message: 'nobody can be invited as {0}',
        args: [roleName(why.role)],
        comment: ["Follows a row of a file: why it can't be compared. {0} is the name of a role."],
      });
  }
}

export function unmatchedText({ why }: UnmatchedWorkspace): string {
  switch (why) {
    case 'notFound':
      return l10n.t({
        message: 'not among the workspaces of this account',
        comment: ["Follows the title of a workspace: why it can't be compared."],
      });
    case 'ambiguous':
      return l10n.t('several workspaces have this title; use their IDs instead');
    case 'notRead':
      return l10n.t({
        message: "unknown because some workspaces couldn't be loaded",
        comment: ["Follows the title of a workspace: why it can't be compared."],
      });
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
      return l10n.t({ message: 'invited on {0}', args: [day], comment: ['Follows a person. {0} is a day.'] });
    case 'unknown':
      return l10n.t({
        message: 'may have been invited on {0}',
        args: [day],
        comment: ['Follows a person. {0} is a day.'],
      });
    case 'underWay':
      return l10n.t({ message: 'being invited', comment: ['Follows a person to whom an invitation is being sent.'] });
  }
}

/** Returns row numbers, counted as in the file, such as "rows 3 and 7". Names only the first few of many. */
export function rowsText(rows: readonly number[]): string {
  const shown = rows.slice(0, 3).map(formatCount);
  const all = joinList(rows.length > shown.length ? [...shown, '…'] : shown);
  return rows.length === 1
    ? l10n.t({ message: 'row {0}', args: [all], comment: ['{0} is the number of a row in a file.'] })
    : l10n.t({
        message: 'rows {0}',
        args: [all],
        comment: ['{0} is a list of numbers of rows in a file, such as “3 and 7”.'],
      });
}
