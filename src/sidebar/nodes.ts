import type { Balance, Failure, Member, Project, UserId, Workspace, WorkspaceId } from '../api';
import type { Ledger } from '../invitations/ledger/ledger';
import type { SentInvitation } from '../invitations/ledger/sentInvitation';
import type { BadApiUrl, Session } from '../session/session';
import type { StorageFailure } from '../session/tokenStore';
import type { ChangeQueue } from '../workspaces/store/changeQueue';
import type { WorkspaceDetails } from '../workspaces/store/workspaceDetails';
import type { WorkspaceList } from '../workspaces/store/workspaceStore';

/**
 * The rows of the tree as plain data. An id is the path from the root, so it stays over a refresh and VS Code keeps what
 * is open and selected. `workspaceId`, `projectId`, `batchId` and `position` are what commands look for in a row they are
 * called on.
 */
export type Node =
  | ProblemNode
  | { readonly kind: 'cutShort'; readonly id: string; readonly count: number }
  | WorkspaceNode
  | MembersNode
  | MemberNode
  | InvitationsNode
  | InvitationNode
  | { readonly kind: 'teamPage'; readonly id: string; readonly workspaceId: WorkspaceId }
  | ProjectsNode
  | ProjectNode
  | BalanceNode
  | BalancePartNode
  | DetailProblemNode;

/** The list could not be read. */
export interface ProblemNode {
  readonly kind: 'problem';
  readonly id: string;
  readonly cause: Failure | StorageFailure | BadApiUrl;
  /** Since when the rows beside it are not up to date; undefined where there are none, or that is not known. */
  readonly since: Date | undefined;
}

export interface WorkspaceNode {
  readonly kind: 'workspace';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly workspace: Workspace;
  /** Whether other workspaces have the same title. */
  readonly isTitleRepeated: boolean;
  readonly isBusy: boolean;
  readonly accountId: UserId | undefined;
}

export interface MembersNode {
  readonly kind: 'members';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly workspace: Workspace;
}

export interface MemberNode {
  readonly kind: 'member';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly member: Member;
  readonly isOwner: boolean;
}

export interface InvitationsNode {
  readonly kind: 'invitations';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly invitations: readonly SentInvitation[];
}

export interface InvitationNode {
  readonly kind: 'invitation';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly batchId: string;
  /** Which person of the batch, counted from zero. */
  readonly position: number;
  readonly invitation: SentInvitation;
}

export interface ProjectsNode {
  readonly kind: 'projects';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  /** Undefined until they were read. */
  readonly projects: readonly Project[] | undefined;
}

export interface ProjectNode {
  readonly kind: 'project';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly projectId: Project['id'];
  readonly project: Project;
  readonly isBusy: boolean;
}

export interface BalanceNode {
  readonly kind: 'balance';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  /** Undefined until it was read. */
  readonly balance: Balance | undefined;
}

/** One of the parts that the balance is made of. */
export interface BalancePartNode {
  readonly kind: 'balancePart';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly part: BalancePart;
  readonly balance: Balance;
}

export type BalancePart = keyof Balance['totalParts'];

/** Something of a workspace could not be read. */
export interface DetailProblemNode {
  readonly kind: 'detailProblem';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly detail: 'projects' | 'balance';
  readonly cause: Failure;
  /** Since when the row beside it is not up to date; undefined where there is none. */
  readonly since: Date | undefined;
}

/** What the tree is drawn from. */
export interface Sources {
  readonly session: Session;
  /** Whose data it is; also while Prolific is out of reach. */
  readonly accountId: UserId | undefined;
  readonly list: WorkspaceList;
  readonly details: Pick<WorkspaceDetails, 'projects' | 'balance'>;
  readonly ledger: Pick<Ledger, 'entriesOf'>;
  readonly changes: Pick<ChangeQueue, 'isBusy'>;
  /** The time in milliseconds. */
  readonly now: number;
}
