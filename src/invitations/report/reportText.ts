import * as l10n from '@vscode/l10n';
import { reasonText } from '../../addresses/reasonText';
import { language } from '../../text/language';
import { inSentence, sanitize } from '../../text/sanitize';
import { tableAsCsv, tableForClipboard } from '../../text/spreadsheet';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import type { NotSentReason } from '../ledger/person';
import { type EntryOutcome, linkOf, nameOf } from './outcomes';
import type { Report } from './report';
import { summarize } from './summary';

/** Returns the text of the report's document: a summary, then one line per entry. */
export function reportDocument(report: Report): string {
  const { workspace, role, startedAt, outcomes, why } = report;
  const when = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(startedAt);
  const head = [
    l10n.t({
      message: 'Invitations to {0}',
      args: [titleOf(workspace)],
      comment: ['Heading of a report. {0} is the title of a workspace.'],
    }),
    [when, roleName(role)].join(' · '),
    '',
    l10n.t({
      message: '{0}.',
      args: [summarize(report)],
      comment: ['{0} is a summary such as “3 invited to Lab and 1 rejected”.'],
    }),
    ...why,
    ...(outcomes.some((item) => linkOf(item) !== undefined)
      ? [l10n.t('Invite links are personal. Share each link only with the person it belongs to.')]
      : []),
  ];
  return [...head, '', ...outcomes.map(lineOf), ''].join('\n');
}

/**
 * Returns the parts that aren't empty, such as `ada@x.org · Ada · rejected · Prolific says: “Enter a valid address.”`
 */
function lineOf(item: EntryOutcome): string {
  const name = inSentence(nameOf(item.entry) ?? '');
  const message = messageOf(item);
  const link = linkOf(item);
  return [
    inSentence(textOf(item)),
    ...(name === '' ? [] : [name]),
    outcomeText(item),
    ...(message === undefined
      ? []
      : [
          l10n.t({
            message: 'Prolific says: “{0}”',
            args: [inSentence(message)],
            comment: ['{0} is a message from the server, in any language.'],
          }),
        ]),
    ...(link === undefined ? [] : [sanitize(link)]),
  ].join(' · ');
}

/** Returns the report as a table for the clipboard. */
export function reportTable(report: Report): string {
  return tableForClipboard(rowsOf(report));
}

/** Returns the report as a CSV file. */
export function reportCsv(report: Report): string {
  return tableAsCsv(rowsOf(report));
}

function rowsOf({ outcomes }: Report): readonly (readonly string[])[] {
  const header = [
    l10n.t('Email address'),
    l10n.t('Name'),
    l10n.t('Outcome'),
    l10n.t('Message from Prolific'),
    l10n.t('Invite link'),
  ];
  const rows = outcomes.map((item) => [
    textOf(item),
    sanitize(nameOf(item.entry) ?? ''),
    outcomeText(item),
    sanitize(messageOf(item) ?? ''),
    linkOf(item) ?? '',
  ]);
  return [header, ...rows];
}

function textOf({ entry }: EntryOutcome): string {
  return entry.kind === 'valid' ? entry.address : sanitize(entry.text);
}

function messageOf(item: EntryOutcome): string | undefined {
  return 'serverMessage' in item ? item.serverMessage : undefined;
}

function outcomeText(item: EntryOutcome): string {
  switch (item.outcome) {
    case 'invited':
      return l10n.t('invited');
    case 'alreadyMember':
      return l10n.t('already a member');
    case 'alreadyInvited': {
      const day = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(item.before.startedAt));
      return l10n.t({
        message: 'already invited on {0}',
        args: [day],
        comment: ['What became of an address. {0} is a date.'],
      });
    }
    case 'refused':
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
    case 'cancelled':
      return l10n.t('not sent: canceled');
    case 'signedOut':
      return l10n.t('not sent: you signed out');
    case 'tokenRejected':
      return l10n.t('not sent: the API token was no longer accepted');
    case 'accountChanged':
      return l10n.t('not sent: another account or API address was in use');
    case 'invitedElsewhere':
      return l10n.t('not sent: another invitation to them was already being sent');
    case 'interrupted':
      return l10n.t('not sent: VS Code closed before it was their turn');
    case 'noRight':
      return l10n.t('not sent: only workspace admins can invite people');
  }
}
