import * as l10n from '@vscode/l10n';
import type { Balance, Project, Workspace } from '../api';
import { plain } from '../text/sanitize';
import { describeFailure } from '../text/failureText';
import { formatMoney } from '../text/money';
import type { Reading } from '../workspaces/store/keyedCache';
import { projectKind, sortProjects } from '../workspaces/projectText';
import type { WorkspaceDetails } from '../workspaces/store/workspaceDetails';
import { titleOf } from '../workspaces/workspaceText';
import { workspaceOfAccount, type AccountParts } from './account';
import type { AgentTool } from './agentTool';
import { asData } from './data';
import { toolInputs, type ToolInput } from './inputs';
import { outline } from './listWorkspaces';

export interface ReadingParts extends AccountParts {
  readonly details: WorkspaceDetails;
}

/** The most projects and people that one answer names. */
const mostListed = 200;

/** Reads one workspace: title, projects, balance. Its description and its people only after the person has agreed. */
export function readWorkspace(parts: ReadingParts): AgentTool<ToolInput<'prolific_readWorkspace'>> {
  return {
    input: toolInputs.prolific_readWorkspace,
    prepare: async ({ workspaceId, includePeople = false }) => {
      // Whoever is asked about people has to know of which workspace, so its title is waited for.
      const found = await workspaceOfAccount(parts, workspaceId);
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
      const found = await workspaceOfAccount(parts, workspaceId);
      if (found.kind === 'not') {
        return found.why;
      }
      const { session, workspace } = found;
      const [projects, balance] = await Promise.all([
        parts.details.whenProjectsRead(workspace.id),
        parts.details.whenBalanceRead(workspace.id),
      ]);
      return asData({
        ...outline(workspace, session.account.id),
        projects: known(projects, outlineProjects),
        balance: known(balance, outlineBalance),
        ...(includePeople ? { description: plain(workspace.description), people: people(workspace) } : {}),
      });
    },
  };
}

/** Is asked even where nothing was found: until the tool runs, that may be otherwise. */
function questionAboutPeople(title: string | undefined) {
  return {
    title: l10n.t('Show the people of a Prolific workspace to the language model?'),
    detail:
      title === undefined
        ? l10n.t('It asks for the names, e-mail addresses and roles of the members, and for the description.')
        : l10n.t(
            'It asks for the names, e-mail addresses and roles of the members of “{0}”, and for its description.',
            title,
          ),
  };
}

function known<T>({ value, failure }: Reading<T>, tell: (value: T) => unknown): unknown {
  return value === undefined ? { notKnown: failure && describeFailure(failure.cause).message } : tell(value);
}

function outlineProjects(projects: readonly Project[]) {
  const listed = sortProjects(projects).slice(0, mostListed);
  return {
    count: projects.length,
    listed: listed.map((project) => ({ id: project.id, title: plain(project.title), kind: projectKind(project) })),
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
  return members.slice(0, mostListed).map(({ id, name, email, roles }) => ({
    name: plain(name),
    address: email === undefined ? undefined : plain(email),
    roles: roles.map(plain),
    isOwner: id === owner,
  }));
}
