import type { Member, Workspace } from '../api/schema';
import type { Ledger, LedgerEntry } from '../invitations/ledger';
import type { Session } from '../session/session';
import { sortByTitle, repeatedTitles, titleOf } from '../workspaces/workspaceText';
import type { WorkspaceList } from '../workspaces/workspaceStore';

/**
 * The rows of the tree as plain data. An id is the path from the root, so it stays over a refresh and VS Code keeps what
 * is open and selected. `workspaceId`, `batchId` and `address` are what commands look for in a row they are called on.
 */
export type Node =
  | {
      readonly kind: 'problem';
      readonly id: string;
      readonly failure: NonNullable<WorkspaceList['failure']>;
      /** Whether the rows beside it come from an earlier, whole reading. */
      readonly wasReadBefore: boolean;
    }
  | { readonly kind: 'cutShort'; readonly id: string; readonly count: number }
  | WorkspaceNode
  | { readonly kind: 'members'; readonly id: string; readonly workspaceId: string; readonly workspace: Workspace }
  | MemberNode
  | { readonly kind: 'invitations'; readonly id: string; readonly workspaceId: string; readonly count: number }
  | InvitationNode;

export interface WorkspaceNode {
  readonly kind: 'workspace';
  readonly id: string;
  readonly workspaceId: string;
  readonly workspace: Workspace;
  /** Whether other workspaces have the same title. */
  readonly isTitleRepeated: boolean;
  readonly myId: string;
}

export interface MemberNode {
  readonly kind: 'member';
  readonly id: string;
  readonly workspaceId: string;
  readonly member: Member;
  readonly isOwner: boolean;
}

export interface InvitationNode {
  readonly kind: 'invitation';
  readonly id: string;
  readonly workspaceId: string;
  readonly batchId: string;
  readonly address: string;
  readonly entry: LedgerEntry;
}

/** What the tree is drawn from. */
export interface Sources {
  readonly session: Session;
  readonly list: WorkspaceList;
  readonly ledger: Pick<Ledger, 'entriesOf'>;
}

/** The rows below a row, or at the root. */
export function childrenOf(node: Node | undefined, sources: Sources): readonly Node[] {
  switch (node?.kind) {
    case undefined:
      return rootNodes(sources);
    case 'workspace': {
      const { id, workspaceId, workspace } = node;
      const count = sources.ledger.entriesOf(workspaceId).length;
      const members: Node = { kind: 'members', id: `${id}/members`, workspaceId, workspace };
      return [members, ...(count === 0 ? [] : [invitationsNode(id, workspaceId, count)])];
    }
    case 'members':
      return memberNodes(node.id, node.workspace);
    case 'invitations':
      return sources.ledger
        .entriesOf(node.workspaceId)
        .map((entry) => invitationNode(node.id, node.workspaceId, entry));
    case 'problem':
    case 'cutShort':
    case 'member':
    case 'invitation':
      return [];
  }
}

function rootNodes({ session, list }: Sources): readonly Node[] {
  const { failure, readAt } = list;
  const problem: readonly Node[] =
    failure === undefined ? [] : [{ kind: 'problem', id: 'problem', failure, wasReadBefore: readAt !== undefined }];
  const cutShort: readonly Node[] = list.complete
    ? []
    : [{ kind: 'cutShort', id: 'cutShort', count: list.workspaces.size }];
  const myId = session.kind === 'signedIn' ? session.account.id : '';
  const sorted = sortByTitle(list.workspaces.values());
  const repeated = repeatedTitles(sorted);
  const rows = sorted.map((workspace) => workspaceNode(workspace, repeated.has(titleOf(workspace)), myId));
  return [...problem, ...rows, ...cutShort];
}

export function workspaceNode(workspace: Workspace, isTitleRepeated: boolean, myId: string): WorkspaceNode {
  return {
    kind: 'workspace',
    id: `workspace/${workspace.id}`,
    workspaceId: workspace.id,
    workspace,
    isTitleRepeated,
    myId,
  };
}

function memberNodes(parentId: string, workspace: Workspace): readonly Node[] {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return [...workspace.members]
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map((member) => ({
      kind: 'member',
      id: `${parentId}/${member.id}`,
      workspaceId: workspace.id,
      member,
      isOwner: member.id === workspace.owner,
    }));
}

function invitationsNode(parentId: string, workspaceId: string, count: number): Node {
  return { kind: 'invitations', id: `${parentId}/invitations`, workspaceId, count };
}

function invitationNode(parentId: string, workspaceId: string, entry: LedgerEntry): Node {
  const batchId = entry.batch.id;
  const { address } = entry.person;
  return { kind: 'invitation', id: `${parentId}/${batchId}/${address}`, workspaceId, batchId, address, entry };
}
