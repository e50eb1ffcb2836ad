import * as l10n from '@vscode/l10n';
import type { Member } from '../../api';
import type { ShownComparison } from '../../people/comparison/comparisonDocuments';
import {
  countsOf,
  countsOfWorkspace,
  isEqual,
  type Comparison,
  type MissingPerson,
  type WorkspaceComparison,
} from '../../people/comparison/comparison';
import type { Documents } from '../../prompts/documents/documents';
import { plural } from '../../text/plural';
import { sanitize } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { listOfAccount, type AccountDependencies } from '../account';
import { busy, isBusy, type AskingDependencies } from '../askingUser';
import { asData } from '../data';
import { toolInputs, type ToolInput } from '../inputs';
import { canceled, type AgentTool } from '../tool';

export interface ReadComparisonDependencies extends AccountDependencies, AskingDependencies {
  readonly comparisons: Pick<Documents<ShownComparison>, 'newest'>;
}

/** How many workspaces, and how many people of each kind in one, a result lists. */
const maxListed = 100;

const noComparison = `The user hasn't compared a roster in this window. Ask them to run the command "Prolific: Compare with Roster" and choose the file.`;

/** Reads the comparison that the user made last: numbers, and people only after the user has agreed. */
export function readComparison(
  dependencies: ReadComparisonDependencies,
): AgentTool<ToolInput<'prolific_readComparison'>> {
  return {
    input: toolInputs.prolific_readComparison,
    describe: () => ({ progress: l10n.t('Reading the roster comparison') }),
    run: async ({ includePeople = false }, signal) => {
      const found = await listOfAccount(dependencies);
      if (found.kind === 'not') {
        return found.why;
      }
      const comparison = dependencies.comparisons.newest()?.comparison;
      if (comparison === undefined) {
        return noComparison;
      }
      if (includePeople) {
        if (isBusy(dependencies)) {
          return busy;
        }
        if (!(await userShares(dependencies, comparison))) {
          return "The user didn't agree to share the people in this comparison.";
        }
        if (signal.aborted) {
          return canceled;
        }
      }
      return asData(outline(comparison, includePeople));
    },
  };
}

/** Asks in our own dialog, whatever VS Code approves by itself. Enter shares nothing. */
async function userShares({ prompts }: AskingDependencies, comparison: Comparison): Promise<boolean> {
  const { missing, pending, unlisted, otherRoles, otherCases, unchecked } = countsOf(comparison);
  const shares = await prompts.confirm({
    message: l10n.t('Share people from this comparison with the language model?'),
    detail: plural(
      l10n.t(
        "The model is asking for the names, email addresses, and roles of the people who don't match the roster ({0}). Chats may be stored on this computer.",
      ),
      missing + pending + unlisted + otherRoles + otherCases + unchecked,
    ),
    choices: [
      { label: l10n.t("Don't Share"), value: false },
      { label: l10n.t('Share'), value: true },
    ],
    isUnexpected: true,
  });
  return shares === true;
}

function outline(comparison: Comparison, includePeople: boolean) {
  const { workspaces, isListWhole, isLedgerWhole } = comparison;
  return {
    isRosterEqualToReality: isEqual(comparison),
    wereAllWorkspacesRead: isListWhole,
    areAllEarlierInvitationsKnown: isLedgerWhole,
    counts: countsOf(comparison),
    workspacesCompared: workspaces.length,
    workspaces: workspaces.slice(0, maxListed).map((each) => ({
      workspaceId: each.workspace.id,
      title: titleOf(each.workspace),
      counts: countsOfWorkspace(each),
      ...(includePeople ? { people: people(each) } : {}),
    })),
  };
}

function people({ missing, pending, unlisted, otherRoles, otherCases, unchecked }: WorkspaceComparison) {
  return {
    missing: missing.slice(0, maxListed).map(wanted),
    invitedButNotAcceptedYet: pending.slice(0, maxListed).map(wanted),
    notOnTheRoster: unlisted.slice(0, maxListed).map(known),
    differentRole: otherRoles
      .slice(0, maxListed)
      .map(({ member, wanted: roles }) => ({ ...known(member), rolesOnTheRoster: roles.map(sanitize) })),
    differentCapitalization: otherCases
      .slice(0, maxListed)
      .map(({ member, address }) => ({ ...known(member), addressOnTheRoster: sanitize(address) })),
    withoutVisibleAddress: unchecked.slice(0, maxListed).map(known),
  };
}

function wanted({ address, name, role }: MissingPerson) {
  return { address: sanitize(address), name: name === undefined ? undefined : sanitize(name), role };
}

function known({ name, email, roles }: Member) {
  return {
    name: sanitize(name),
    address: email === undefined ? undefined : sanitize(email),
    roles: roles.map((role) => sanitize(role)),
  };
}
