import * as l10n from '@vscode/l10n';
import { formatDateTime } from '../../text/dates';
import { inSentence, sanitize } from '../../text/sanitize';
import { tableAsCsv, tableForClipboard } from '../../text/spreadsheet';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import { type EntryOutcome, linkOf, nameOf } from './outcomes';
import { outcomeText, textOfEntry } from './outcomeText';
import type { Report } from './report';
import { destinationsOf, summarize, summarizeAll } from './summary';

/** Returns the title of a report, which names its workspace or the number of workspaces. */
export function headingOf(reports: readonly Report[]): string {
  return l10n.t({
    message: 'Invitations to {0}',
    args: [destinationsOf(reports.map(({ workspace }) => workspace))],
    comment: ['Heading of a report. {0} is the title of a workspace, or a number of them such as “3 workspaces”.'],
  });
}

/**
 * Returns the reports of runs sent together as a read-only document: what happened in sentences, then one line for each
 * entry. If there are several workspaces, each has its own section.
 */
export function reportDocument(reports: readonly Report[]): string {
  const [only, ...others] = reports;
  return only !== undefined && others.length === 0 ? documentOf(only) : documentOfAll(reports);
}

function documentOf(report: Report): string {
  const { role, startedAt, outcomes, why } = report;
  const head = [
    headingOf([report]),
    [formatDateTime(startedAt), roleName(role)].join(' · '),
    '',
    l10n.t({
      message: '{0}.',
      args: [summarize(report)],
      comment: ['{0} is a summary such as “3 invited to Lab and 1 rejected”.'],
    }),
    ...why,
    ...remarkOnLinks(outcomes),
  ];
  return [...head, '', ...outcomes.map(lineOf), ''].join('\n');
}

function documentOfAll(reports: readonly Report[]): string {
  const [first] = reports;
  const head = [
    headingOf(reports),
    ...(first === undefined ? [] : [formatDateTime(first.startedAt)]),
    '',
    l10n.t('{0}.', summarizeAll(reports)),
    ...remarkOnLinks(reports.flatMap(({ outcomes }) => outcomes)),
  ];
  const sections = reports.flatMap((report) => [
    '',
    [titleOf(report.workspace), roleName(report.role)].join(' · '),
    `  ${l10n.t('{0}.', summarize(report))}`,
    ...report.why.map((sentence) => `  ${sentence}`),
    ...report.outcomes.map((item) => `    ${lineOf(item)}`),
  ]);
  return [...head, ...sections, ''].join('\n');
}

function remarkOnLinks(outcomes: readonly EntryOutcome[]): readonly string[] {
  return outcomes.some((item) => linkOf(item) !== undefined)
    ? [l10n.t('Invite links are personal. Share each link only with the person it belongs to.')]
    : [];
}

/** Joins the non-empty parts, such as `ada@x.org · Ada · rejected · Prolific says: “Enter a valid address.”` */
function lineOf(item: EntryOutcome): string {
  const name = inSentence(nameOf(item.entry) ?? '');
  const message = messageOf(item);
  const link = linkOf(item);
  return [
    inSentence(textOfEntry(item)),
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

/** Returns the reports as a table for the clipboard. */
export function reportTable(reports: readonly Report[]): string {
  return tableForClipboard(rowsOf(reports));
}

/** Returns the reports as a CSV file. */
export function reportCsv(reports: readonly Report[]): string {
  return tableAsCsv(rowsOf(reports));
}

/** Returns the rows of the table, with each row's workspace if there are several. */
function rowsOf(reports: readonly Report[]): readonly (readonly string[])[] {
  const isOfSeveral = reports.length > 1;
  const header = [
    ...(isOfSeveral ? [l10n.t('Workspace'), l10n.t('Role')] : []),
    l10n.t('Email address'),
    l10n.t('Name'),
    l10n.t('Outcome'),
    l10n.t('Message from Prolific'),
    l10n.t('Invite link'),
  ];
  const rows = reports.flatMap(({ workspace, role, outcomes }) =>
    outcomes.map((item) => [
      ...(isOfSeveral ? [titleOf(workspace), roleName(role)] : []),
      textOfEntry(item),
      sanitize(nameOf(item.entry) ?? ''),
      outcomeText(item),
      sanitize(messageOf(item) ?? ''),
      linkOf(item) ?? '',
    ]),
  );
  return [header, ...rows];
}

function messageOf(item: EntryOutcome): string | undefined {
  return 'serverMessage' in item ? item.serverMessage : undefined;
}
