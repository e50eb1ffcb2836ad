import * as l10n from '@vscode/l10n';
import type { Work } from '../../addresses/cooperative';
import type { Member } from '../../api';
import { sanitize } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { memberName } from '../../workspaces/rights';
import { roleName } from '../../workspaces/roleText';
import type { Comparison, WorkspaceComparison } from './comparison';
import { nameOfUnmatched, unmatchedText, rolesText, rowsText, incomparableText } from './findingText';

export function comparisonHeader(): readonly string[] {
  return [
    l10n.t('Workspace'),
    l10n.t('Workspace ID'),
    l10n.t({ message: 'Finding', comment: ['Heading of a column: what a comparison found out about a person.'] }),
    l10n.t('Email address'),
    l10n.t('Name'),
    l10n.t('Role in Prolific'),
    l10n.t('Role on the roster'),
    l10n.t('Roster rows'),
  ];
}

/** Returns the rows of a comparison as a table, one for each finding. */
export function* comparisonRows({
  workspaces,
  unmatched,
  incomparable,
}: Comparison): Work<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const workspace of workspaces) {
    rows.push(...rowsOf(workspace));
    yield;
  }
  rows.push(
    ...unmatched.map((each) => [nameOfUnmatched(each), '', unmatchedText(each), '', '', '', '', rowsText(each.rows)]),
    ...incomparable.map(({ text, why, rows: numbers }) => [
      '',
      '',
      incomparableText(why),
      sanitize(text),
      '',
      '',
      '',
      rowsText(numbers),
    ]),
  );
  return rows;
}

function rowsOf(comparison: WorkspaceComparison): readonly (readonly string[])[] {
  const { workspace, missing, pending, unlisted, otherRoles, otherCases, unchecked } = comparison;
  const workspaceCells = [titleOf(workspace), sanitize(workspace.id)];
  const memberCells = (member: Member) => [sanitize(member.email ?? ''), memberName(member), rolesText(member.roles)];
  return [
    ...missing.map(({ address, name = '', role, row }) => [
      ...workspaceCells,
      l10n.t({
        message: 'missing',
        comment: ['Finding about a person who is on the roster but not in the workspace.'],
      }),
      sanitize(address),
      sanitize(name),
      '',
      roleName(role),
      rowsText([row]),
    ]),
    ...pending.map((person) => [
      ...workspaceCells,
      l10n.t({ message: 'invited, not accepted yet', comment: ['Finding about a person.'] }),
      sanitize(person.address),
      sanitize(person.name ?? ''),
      '',
      roleName(person.role),
      rowsText([person.row]),
    ]),
    ...unlisted.map((member) => [
      ...workspaceCells,
      l10n.t({ message: 'not on the roster', comment: ['Finding about a person.'] }),
      ...memberCells(member),
      '',
      '',
    ]),
    ...otherRoles.map(({ member, wanted, row }) => [
      ...workspaceCells,
      l10n.t({
        message: 'different role',
        comment: ['Finding about a person: another role in Prolific than on the roster.'],
      }),
      ...memberCells(member),
      rolesText(wanted),
      rowsText([row]),
    ]),
    ...otherCases.map(({ member, address, row }) => [
      ...workspaceCells,
      l10n.t({
        message: 'on the roster as {0}',
        args: [sanitize(address)],
        comment: ['Finding about a person. {0} is their email address in other capitalization.'],
      }),
      ...memberCells(member),
      '',
      rowsText([row]),
    ]),
    ...unchecked.map((member) => [
      ...workspaceCells,
      l10n.t("can't be compared: Prolific doesn't show the email address"),
      ...memberCells(member),
      '',
      '',
    ]),
  ];
}
