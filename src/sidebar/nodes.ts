import type { Member, Workspace } from '../api/schema';
import type { Ledger } from '../invitations/ledger';
import { sentInvitations, type SentInvitation } from '../invitations/sentInvitation';
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
  | InvitationsNode
  | InvitationNode
  | { readonly kind: 'teamPage'; readonly id: string; readonly workspaceId: string };

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

export interface InvitationsNode {
  readonly kind: 'invitations';
  readonly id: string;
  readonly workspaceId: string;
  readonly invitations: readonly SentInvitation[];
}

export interface InvitationNode {
  readonly kind: 'invitation';
  readonly id: string;
  readonly workspaceId: string;
  readonly batchId: string;
  readonly address: string;
  readonly invitation: SentInvitation;
}

/** What the tree is drawn from. */
export interface Sources {
  readonly session: Session;
  readonly list: WorkspaceList;
  readonly ledger: Pick<Ledger, 'entriesOf'>;
  /** The time in milliseconds. */
  readonly now: number;
}

/** The rows below a row, or at the root. */
export function childrenOf(node: Node | undefined, sources: Sources): readonly Node[] {
  switch (node?.kind) {
    case undefined:
      return rootNodes(sources);
    case 'workspace': {
      const { id, workspaceId, workspace } = node;
      const members: Node = { kind: 'members', id: `${id}/members`, workspaceId, workspace };
      const invitations = sentInvitations(sources.ledger.entriesOf(workspaceId), workspace.members, sources.now);
      return invitations.length === 0
        ? [members]
        : [members, { kind: 'invitations', id: `${id}/invitations`, workspaceId, invitations }];
    }
    case 'members':
      return memberNodes(node.id, node.workspace);
    case 'invitations':
      return invitationRows(node);
    case 'problem':
    case 'cutShort':
    case 'member':
    case 'invitation':
    case 'teamPage':
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

function invitationRows({ id, workspaceId, invitations }: InvitationsNode): readonly Node[] {
  const rows = invitations.map((invitation): Node => {
    const batchId = invitation.batch.id;
    const { address } = invitation.person;
    return { kind: 'invitation', id: `${id}/${batchId}/${address}`, workspaceId, batchId, address, invitation };
  });
  return [...rows, { kind: 'teamPage', id: `${id}/teamPage`, workspaceId }];
}
