import * as l10n from '@vscode/l10n';
import type { Balance, Project, Workspace } from '../../api';
import { sanitize } from '../../text/sanitize';
import { formatMoney } from '../../text/money';
import type { Cached } from '../../workspaces/store/keyedCache';
import { projectKind, sortProjects } from '../../workspaces/projectText';
import type { WorkspaceDetails } from '../../workspaces/store/workspaceDetails';
import { titleOf } from '../../text/title';
import { workspaceOfAccount, type AccountDependencies } from '../account';
import { canceled, type AgentTool } from '../tool';
import { busy, isBusy, type AskingDependencies } from '../askingUser';
import { asData } from '../data';
import { failureForModel } from '../failureForModel';
import { toolInputs, type ToolInput } from '../inputs';
import { outline } from './listWorkspaces';

export interface ReadWorkspaceDependencies extends AccountDependencies, AskingDependencies {
  readonly details: WorkspaceDetails;
}

/** How many projects and people one result lists. */
const maxListed = 200;

/** Reads a workspace: title, projects, balance. Includes its description and people only after the user has agreed. */
export function readWorkspace(dependencies: ReadWorkspaceDependencies): AgentTool<ToolInput<'prolific_readWorkspace'>> {
  return {
    input: toolInputs.prolific_readWorkspace,
    describe: ({ workspaceId }) => {
      const workspace = dependencies.store.get(workspaceId);
      return {
        progress:
          workspace === undefined
            ? l10n.t('Reading a Prolific workspace')
            : l10n.t('Reading the Prolific workspace “{0}”', titleOf(workspace)),
      };
    },
    run: async ({ workspaceId, includePeople = false }, signal) => {
      const found = await workspaceOfAccount(dependencies, workspaceId);
      if (found.kind === 'not') {
        return found.why;
      }
      const { session, workspace } = found;
      if (includePeople) {
        if (isBusy(dependencies)) {
          return busy;
        }
        if (!(await userShares(dependencies, workspace))) {
          return "The user didn't agree to share the members of this workspace.";
        }
        if (signal.aborted) {
          return canceled;
        }
      }
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

/** Asks in our own dialog, whatever VS Code approves by itself. Enter shares nothing. */
async function userShares({ prompts }: AskingDependencies, workspace: Workspace): Promise<boolean> {
  const shares = await prompts.confirm({
    message: l10n.t('Share workspace members with the language model?'),
    detail: l10n.t(
      'The model is asking for the names, email addresses, and roles of the members of “{0}”, and its description. Chats may be stored on this computer.',
      titleOf(workspace),
    ),
    choices: [
      { label: l10n.t("Don't Share"), value: false },
      { label: l10n.t('Share'), value: true },
    ],
    isUnexpected: true,
  });
  return shares === true;
}

function known<T>({ value, failure }: Cached<T>, show: (value: T) => unknown): unknown {
  return value === undefined ? { notKnown: failure && failureForModel(failure) } : show(value);
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
