import * as l10n from '@vscode/l10n';
import type { Balance, Project, Workspace } from '../api';
import { sanitize } from '../text/sanitize';
import { describeFailure } from '../text/failureText';
import { formatMoney } from '../text/money';
import type { Cached } from '../workspaces/store/keyedCache';
import { projectKind, sortProjects } from '../workspaces/projectText';
import type { WorkspaceDetails } from '../workspaces/store/workspaceDetails';
import { workspaceOfAccount, type AccountDependencies } from './account';
import type { AgentTool } from './agentTool';
import { asData } from './data';
import { toolInputs, type ToolInput } from './inputs';
import { outline } from './listWorkspaces';
import { titleOf } from '../text/title';

export interface ReadWorkspaceDependencies extends AccountDependencies {
  readonly details: WorkspaceDetails;
}

/** How many projects and people one result lists. */
const maxListed = 200;

/** Reads a workspace: title, projects, balance. Includes its description and people only after the user has agreed. */
export function readWorkspace(dependencies: ReadWorkspaceDependencies): AgentTool<ToolInput<'prolific_readWorkspace'>> {
  return {
    input: toolInputs.prolific_readWorkspace,
    prepare: async ({ workspaceId, includePeople = false }) => {
      // The question must name the workspace, so this waits for its title.
      const found = await workspaceOfAccount(dependencies, workspaceId);
      const title = found.kind === 'found' ? titleOf(found.workspace) : undefined;
      return {
        progress:
          title === undefined
            ? l10n.t('Reading a Prolific workspace')
            : l10n.t('Reading the Prolific workspace “{0}”', title),
        ...(includePeople ? { question: questionAboutPeople(title) } : {}),
      };
    },
    run: async ({ workspaceId, includePeople = false }) => {
      const found = await workspaceOfAccount(dependencies, workspaceId);
      if (found.kind === 'not') {
        return found.why;
      }
      const { session, workspace } = found;
      const [projects, balance] = await Promise.all([
        dependencies.details.whenProjectsRead(workspace.id),
        dependencies.details.whenBalanceRead(workspace.id),
      ]);
      return asData({
        ...outline(workspace, session.account.id),
        projects: known(projects, outlineProjects),
        balance: known(balance, outlineBalance),
        ...(includePeople ? { description: sanitize(workspace.description), people: people(workspace) } : {}),
      });
    },
  };
}

/** Asked even if nothing was found: that may change before the tool runs. */
function questionAboutPeople(title: string | undefined) {
  return {
    title: l10n.t('Share workspace members with the language model?'),
    detail:
      title === undefined
        ? l10n.t('The model is asking for the names, email addresses, and roles of the members, and the description.')
        : l10n.t(
            'The model is asking for the names, email addresses, and roles of the members of “{0}”, and its description.',
            title,
          ),
  };
}

function known<T>({ value, failure }: Cached<T>, tell: (value: T) => unknown): unknown {
  return value === undefined ? { notKnown: failure && describeFailure(failure.cause).message } : tell(value);
}

function outlineProjects(projects: readonly Project[]) {
  const listed = sortProjects(projects).slice(0, maxListed);
  return {
    count: projects.length,
    listed: listed.map((project) => ({ id: project.id, title: sanitize(project.title), kind: projectKind(project) })),
  };
}

function outlineBalance({ currency, available, total, availableParts, totalParts }: Balance) {
  const money = (amount: number | undefined) => (amount === undefined ? undefined : formatMoney(amount, currency));
  return {
    available: money(available),
    total: money(total),
    ofTheTotal: { rewards: money(totalParts.rewards), fees: money(totalParts.fees), vat: money(totalParts.vat) },
    ofTheAvailable: {
      rewards: money(availableParts.rewards),
      fees: money(availableParts.fees),
      vat: money(availableParts.vat),
    },
  };
}

function people({ members, owner }: Workspace) {
  return members.slice(0, maxListed).map(({ id, name, email, roles }) => ({
    name: sanitize(name),
    address: email === undefined ? undefined : sanitize(email),
    roles: roles.map(sanitize),
    isOwner: id === owner,
  }));
}
