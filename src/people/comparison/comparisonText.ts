import * as l10n from '@vscode/l10n';
import type { Work } from '../../addresses/cooperative';
import type { Member } from '../../api';
import { workspacePage } from '../../platform/webPages';
import { plural } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { memberName } from '../../workspaces/rights';
import { roleName } from '../../workspaces/roleText';
import { countsOf, differs, type Comparison, type WorkspaceComparison } from './comparison';
import { invitationText, nameOfUnmatched, unmatchedText, rolesText, rowsText, incomparableText } from './findingText';
import { summarize } from './summary';

/** Returns the comparison as a read-only document: numbers first, then each workspace with differences. */
export function* comparisonDocument(comparison: Comparison): Work<string> {
  const lines = [
    l10n.t({
      message: 'Comparison with {0}',
      args: [inSentence(comparison.fileName)],
      comment: ['Heading of a document. {0} is the name of a file.'],
    }),
    '',
    summarize(comparison),
    ...remarks(comparison),
  ];
  for (const workspace of comparison.workspaces.filter(differs)) {
    lines.push('', ...linesOf(workspace));
    yield;
  }
  const { unmatched, incomparable } = comparison;
  lines.push(
    ...section(
      plural(
        l10n.t({
          message: 'Workspaces not compared ({0})',
          comment: ['Heading of a list. {0} is how many workspaces are in it.'],
        }),
        unmatched.length,
      ),
      unmatched.map((each) => [nameOfUnmatched(each), unmatchedText(each), rowsText(each.rows)]),
    ),
    ...section(
      plural(
        l10n.t({ message: 'Rows not compared ({0})', comment: ['Heading of a list. {0} is how many rows are in it.'] }),
        incomparable.length,
      ),
      incomparable.map(({ rows, text, why }) => [inSentence(text), incomparableText(why), rowsText(rows)]),
    ),
    '',
  );
  return lines.join('\n');
}

function remarks(comparison: Comparison): readonly string[] {
  const { found, missing, unlisted, otherRoles } = countsOf(comparison);
  return [
    ...(comparison.isListWhole
      ? []
      : [
          l10n.t(
            "Some workspaces couldn't be loaded, so they weren't compared, and workspaces were matched by ID only, not by title. Refresh the list, then compare again.",
          ),
        ]),
    ...(comparison.isLedgerWhole || missing === 0
      ? []
      : [l10n.t("Earlier invitations couldn't all be read. People listed as missing may already have been invited.")]),
    ...(found === 0 && missing > 0
      ? [l10n.t('Nobody on the roster is in these workspaces. Check that this is the right file.')]
      : []),
    ...(unlisted + otherRoles > 0
      ? [l10n.t("Prolific's API can't remove people or change roles. Use the links below to do it in the browser.")]
      : []),
  ];
}

function linesOf(comparison: WorkspaceComparison): readonly string[] {
  const { workspace, isNotAdmin, missing, pending, unlisted, otherRoles, otherCases, unchecked } = comparison;
  return [
    titleOf(workspace),
    ...(isNotAdmin && missing.length > 0
      ? [`  ${l10n.t("This account isn't an admin here, so it can't invite anyone.")}`]
      : []),
    ...group(
      plural(
        l10n.t({ message: 'Missing ({0})', comment: ['Heading of a list. {0} is how many people are in it.'] }),
        missing.length,
      ),
      missing.map(({ address, name = '', role, row }) => [
        inSentence(address),
        inSentence(name),
        roleName(role),
        rowsText([row]),
      ]),
    ),
    ...group(
      plural(
        l10n.t({
          message: 'Invited, not accepted yet ({0})',
          comment: ['Heading of a list. {0} is how many people are in it.'],
        }),
        pending.length,
      ),
      pending.map((person) => [
        inSentence(person.address),
        inSentence(person.name ?? ''),
        roleName(person.role),
        invitationText(person),
        rowsText([person.row]),
      ]),
    ),
    ...group(
      plural(
        l10n.t({
          message: 'Not on the roster ({0})',
          comment: ['Heading of a list. {0} is how many people are in it.'],
        }),
        unlisted.length,
      ),
      unlisted.map(partsOfMember),
    ),
    ...group(
      plural(
        l10n.t({ message: 'Different role ({0})', comment: ['Heading of a list. {0} is how many people are in it.'] }),
        otherRoles.length,
      ),
      otherRoles.map(({ member, wanted, row }) => [
        inSentence(member.email ?? ''),
        memberName(member),
        l10n.t({
          message: '{0} in Prolific, {1} on the roster',
          args: [rolesText(member.roles), rolesText(wanted)],
          comment: ['{0} and {1} are roles, or email addresses in different capitalization.'],
        }),
        rowsText([row]),
      ]),
    ),
    ...group(
      plural(
        l10n.t({
          message: 'Different capitalization ({0})',
          comment: ['Heading of a list. {0} is how many people are in it.'],
        }),
        otherCases.length,
      ),
      otherCases.map(({ member, address, row }) => [
        l10n.t({
          message: '{0} in Prolific, {1} on the roster',
          args: [inSentence(member.email ?? ''), inSentence(address)],
          comment: ['{0} and {1} are roles, or email addresses in different capitalization.'],
        }),
        rowsText([row]),
      ]),
    ),
    ...group(
      plural(
        l10n.t({
          message: "Can't be compared: Prolific doesn't show their email address ({0})",
          comment: ['Heading of a list. {0} is how many people are in it.'],
        }),
        unchecked.length,
      ),
      unchecked.map(partsOfMember),
    ),
    ...(unlisted.length + otherRoles.length > 0
      ? [`  ${l10n.t('Open in Browser: {0}', workspacePage(workspace.id))}`]
      : []),
  ];
}

function partsOfMember(member: Member): readonly string[] {
  return [inSentence(member.email ?? ''), memberName(member), rolesText(member.roles)];
}

function group(title: string, items: readonly (readonly string[])[]): readonly string[] {
  return items.length === 0 ? [] : [`  ${title}`, ...items.map((parts) => `    ${joined(parts)}`)];
}

function section(title: string, items: readonly (readonly string[])[]): readonly string[] {
  return items.length === 0 ? [] : ['', title, ...items.map((parts) => `  ${joined(parts)}`)];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
