import type { Workspace } from '../api';
import { sentInvitations } from '../invitations/ledger/sentInvitation';
import { sorted } from '../text/sorted';
import type { Target } from '../workspaces/store/changeQueue';
import { sortProjects } from '../workspaces/projectText';
import type { Cached } from '../workspaces/store/keyedCache';
import { repeatedTitles, sortByTitle } from '../workspaces/workspaceText';
import type {
  BalanceNode,
  BalancePart,
  DetailProblemNode,
  InvitationsNode,
  MembersNode,
  Node,
  ProjectsNode,
  Sources,
  WorkspaceNode,
} from './nodes';
import { titleOf } from '../text/title';

/** The rows below a row, or at the root. */
export function childrenOf(node: Node | undefined, sources: Sources): readonly Node[] {
  switch (node?.kind) {
    case undefined:
      return rootNodes(sources);
    case 'workspace':
      return groupNodes(node, sources);
    case 'members':
      return memberNodes(node);
    case 'invitations':
      return invitationNodes(node);
    case 'projects':
      return projectNodes(node, sources);
    case 'balance':
      return balancePartNodes(node);
    case 'problem':
    case 'cutShort':
    case 'member':
    case 'invitation':
    case 'teamPage':
    case 'project':
    case 'balancePart':
    case 'detailProblem':
      return [];
  }
}

/** A row as it is now, where VS Code still holds one that was made before something changed. */
export function asItIsNow(node: Node, sources: Sources): Node {
  if (node.kind !== 'workspace') {
    return node;
  }
  const workspace = sources.list.workspaces.get(node.workspaceId);
  return workspace === undefined ? node : workspaceNode(workspace, node.isTitleRepeated, sources);
}

/** The row above a row; undefined for those at the root. */
export function parentOf(node: Node, sources: Sources): Node | undefined {
  if (node.kind === 'workspace' || !('workspaceId' in node)) {
    return undefined;
  }
  const workspace = rowOf({ workspaceId: node.workspaceId }, sources);
  if (workspace === undefined) {
    return undefined;
  }
  const groups = childrenOf(workspace, sources);
  const isIt = ({ id }: Node) => id === node.id;
  return groups.some(isIt) ? workspace : groups.find((group) => childrenOf(group, sources).some(isIt));
}

/** The row of a workspace or a project; undefined where there is none. */
export function rowOf({ workspaceId, projectId }: Target, sources: Sources): Node | undefined {
  const workspace = sources.list.workspaces.get(workspaceId);
  const row = workspace === undefined ? undefined : workspaceNode(workspace, false, sources);
  if (row === undefined || projectId === undefined) {
    return row;
  }
  return childrenOf(row, sources)
    .flatMap((group) => childrenOf(group, sources))
    .find((node) => node.kind === 'project' && node.projectId === projectId);
}

function rootNodes(sources: Sources): readonly Node[] {
  const { list } = sources;
  const cutShort: readonly Node[] = list.complete
    ? []
    : [{ kind: 'cutShort', id: 'cutShort', count: list.workspaces.size }];
  const sorted = sortByTitle(list.workspaces.values());
  const repeated = repeatedTitles(sorted);
  const rows = sorted.map((workspace) => workspaceNode(workspace, repeated.has(titleOf(workspace)), sources));
  return [...problemNodes(sources), ...rows, ...cutShort];
}

/** While Prolific is out of reach and nothing was read yet, the view has a welcome text instead. */
function problemNodes({ session, list: { failure, readAt, workspaces } }: Sources): readonly Node[] {
  if (failure !== undefined) {
    const since = readAt === undefined ? undefined : failure.since;
    return [{ kind: 'problem', id: 'problem', cause: failure.cause, since }];
  }
  return session.kind === 'unreachable' && workspaces.size > 0
    ? [{ kind: 'problem', id: 'problem', cause: session.cause, since: readAt }]
    : [];
}

function workspaceNode(
  workspace: Workspace,
  isTitleRepeated: boolean,
  { accountId, changes }: Pick<Sources, 'accountId' | 'changes'>,
): WorkspaceNode {
  return {
    kind: 'workspace',
    // Prolific's ids are opaque: one with a slash must not become the id of another row.
    id: `workspace/${encodeURIComponent(workspace.id)}`,
    workspaceId: workspace.id,
    workspace,
    isTitleRepeated,
    isBusy: changes.isBusy({ workspaceId: workspace.id }),
    accountId,
  };
}

function groupNodes({ id, workspaceId, workspace }: WorkspaceNode, sources: Sources): readonly Node[] {
  const { details, ledger, now } = sources;
  const invitations = sentInvitations(ledger.entriesOf(workspaceId), workspace.members, now);
  const projects = details.projects(workspaceId);
  const balance = details.balance(workspaceId);
  const projectsNode: ProjectsNode = { kind: 'projects', id: `${id}/projects`, workspaceId, projects: projects.value };
  const balanceNode: BalanceNode = { kind: 'balance', id: `${id}/balance`, workspaceId, balance: balance.value };
  const nodes: readonly (Node | undefined)[] = [
    { kind: 'members', id: `${id}/members`, workspaceId, workspace },
    invitations.length === 0 ? undefined : { kind: 'invitations', id: `${id}/invitations`, workspaceId, invitations },
    ...withProblem(projectsNode, 'projects', projects),
    ...withProblem(balanceNode, 'balance', balance),
  ];
  return nodes.filter((node) => node !== undefined);
}

/** What could not be read at all gives way to its problem; what was read before stays beside it. */
function withProblem(
  node: ProjectsNode | BalanceNode,
  detail: DetailProblemNode['detail'],
  { failure, value }: Pick<Cached<unknown>, 'failure' | 'value'>,
): readonly Node[] {
  if (failure === undefined) {
    return [node];
  }
  const { id, workspaceId } = node;
  const since = value === undefined ? undefined : failure.since;
  const problem: Node = {
    kind: 'detailProblem',
    id: `${id}Problem`,
    workspaceId,
    detail,
    cause: failure.cause,
    since,
  };
  return value === undefined ? [problem] : [node, problem];
}

function memberNodes({ id, workspaceId, workspace }: MembersNode): readonly Node[] {
  return sorted(workspace.members, ({ name }) => name).map((member) => ({
    kind: 'member',
    id: `${id}/${member.id}`,
    workspaceId,
    member,
    isOwner: member.id === workspace.owner,
  }));
}

function invitationNodes({ id, workspaceId, invitations }: InvitationsNode): readonly Node[] {
  const rows = invitations.map((invitation): Node => {
    const batchId = invitation.batch.id;
    const position = invitation.batch.people.indexOf(invitation.person);
    return { kind: 'invitation', id: `${id}/${batchId}/${position}`, workspaceId, batchId, position, invitation };
  });
  return [...rows, { kind: 'teamPage', id: `${id}/teamPage`, workspaceId }];
}

function projectNodes({ id, workspaceId, projects = [] }: ProjectsNode, { changes }: Sources): readonly Node[] {
  return sortProjects(projects).map((project) => ({
    kind: 'project',
    id: `${id}/${project.id}`,
    workspaceId,
    projectId: project.id,
    project,
    isBusy: changes.isBusy({ workspaceId, projectId: project.id }),
  }));
}

const balanceParts: readonly BalancePart[] = ['rewards', 'fees', 'vat'];

function balancePartNodes({ id, workspaceId, balance }: BalanceNode): readonly Node[] {
  if (balance === undefined) {
    return [];
  }
  const { totalParts, availableParts } = balance;
  return balanceParts
    .filter((part) => totalParts[part] !== undefined || availableParts[part] !== undefined)
    .map((part) => ({ kind: 'balancePart', id: `${id}/${part}`, workspaceId, part, balance }));
}
