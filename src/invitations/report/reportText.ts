import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import { titleOf } from '../../text/title';
import { language } from '../../text/language';
import { sanitize, inSentence } from '../../text/sanitize';
import { tableAsCsv, tableForClipboard } from '../../text/spreadsheet';
import { roleName } from '../../workspaces/roleText';
import { reasonText } from '../../addresses/reasonText';
import { entryOutcomes, nameOf, type EntryOutcome } from './outcomes';
import type { InvitationPlan } from '../plan/plan';
import type { RunOutcome } from '../send/sendInvitations';
import { summarize, whyStopped } from './summary';

/** A run of Invite Users, for its report. */
export interface Run {
  readonly workspace: Pick<Workspace, 'id' | 'title'>;
  readonly startedAt: Date;
  readonly plan: InvitationPlan;
  readonly end: RunOutcome;
}

/** The report as a read-only document: what happened in sentences, then one line an entry. */
export function reportDocument({ workspace, startedAt, plan, end }: Run): string {
  const ends = entryOutcomes(plan, end.people);
  const when = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(startedAt);
  const head = [
    l10n.t('Invitations to {0}', titleOf(workspace)),
    [when, roleName(plan.role)].join(' · '),
    '',
    l10n.t('{0}.', summarize(workspace, plan, end.people)),
    ...whyStopped(end),
    ...(ends.some((item) => linkOf(item) !== undefined)
      ? [l10n.t('Invite links are personal. Share each link only with the person it belongs to.')]
      : []),
  ];
  return [...head, '', ...ends.map(lineOf), ''].join('\n');
}

/** Parts that say something, such as `ada@x.org · Ada · refused · Prolific says: “Enter a valid address.”` */
function lineOf(end: EntryOutcome): string {
  const name = inSentence(nameOf(end.entry) ?? '');
  const words = wordsOf(end);
  const link = linkOf(end);
  return [
    inSentence(textOf(end)),
    ...(name === '' ? [] : [name]),
    outcomeText(end),
    ...(words === undefined ? [] : [l10n.t('Prolific says: “{0}”', inSentence(words))]),
    ...(link === undefined ? [] : [sanitize(link)]),
  ].join(' · ');
}

/** The report as a table for the clipboard. */
export function reportTable(run: Run): string {
  return tableForClipboard(rowsOf(run));
}

/** The report as a CSV file. */
export function reportCsv(run: Run): string {
  return tableAsCsv(rowsOf(run));
}

function rowsOf({ plan, end }: Run): readonly (readonly string[])[] {
  const header = [
    l10n.t('Email address'),
    l10n.t('Name'),
    l10n.t('Outcome'),
    l10n.t('Message from Prolific'),
    l10n.t('Invite link'),
  ];
  const rows = entryOutcomes(plan, end.people).map((entry) => [
    textOf(entry),
    sanitize(nameOf(entry.entry) ?? ''),
    outcomeText(entry),
    sanitize(wordsOf(entry) ?? ''),
    linkOf(entry) ?? '',
  ]);
  return [header, ...rows];
}

function textOf({ entry }: EntryOutcome): string {
  return entry.kind === 'valid' ? entry.address : sanitize(entry.text);
}

function wordsOf(end: EntryOutcome): string | undefined {
  return 'words' in end ? end.words : undefined;
}

function linkOf(end: EntryOutcome): string | undefined {
  return end.outcome === 'alreadyInvited' ? end.before.link : 'link' in end ? end.link : undefined;
}

function outcomeText(end: EntryOutcome): string {
  switch (end.outcome) {
    case 'invited':
      return l10n.t('invited');
    case 'alreadyMember':
      return l10n.t('already a member');
    case 'alreadyInvited': {
      const day = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(end.before.sentAt));
      return l10n.t('already invited on {0}', day);
    }
    case 'refused':
      return l10n.t('rejected');
    case 'notConfirmed':
      return l10n.t("not confirmed: missing from Prolific's response");
    case 'unknown':
      return l10n.t('unknown: an email may have been sent');
    case 'notSent':
      return l10n.t('not sent');
    case 'repeat':
      return l10n.t('duplicate');
    case 'invalid':
      return l10n.t('invalid address: {0}', reasonText(end.entry.reason));
  }
}
