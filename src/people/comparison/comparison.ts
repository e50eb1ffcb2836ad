import type { DoubtReason, InvalidReason } from '../../addresses/entry';
import type { InvitationRole, Member, Workspace } from '../../api';
import type { Earlier } from '../../invitations/plan/earlier';
import type { WorkspaceName } from '../roster/roster';

/** Somebody on the roster who isn't in the workspace. */
export interface MissingPerson {
  readonly address: string;
  readonly name: string | undefined;
  readonly role: InvitationRole;
  readonly row: number;
}

/** Somebody on the roster who was invited from this computer and isn't a member yet. */
export interface PendingPerson extends MissingPerson {
  readonly invitation: Pick<Earlier, 'startedAt' | 'certainty'>;
}

/** A member whose role differs from the roster. */
export interface OtherRole {
  readonly member: Member;
  readonly wanted: readonly string[];
  readonly row: number;
}

/** A member whose address has different letter case on the roster. Prolific may treat the two as different people. */
export interface OtherCase {
  readonly member: Member;
  readonly address: string;
  readonly row: number;
}

/** What differs between a workspace and the roster. */
export interface WorkspaceComparison {
  readonly workspace: Workspace;
  /** Whether the account is known to be unable to invite people. */
  readonly isNotAdmin: boolean;
  readonly missing: readonly MissingPerson[];
  readonly pending: readonly PendingPerson[];
  readonly unlisted: readonly Member[];
  readonly otherRoles: readonly OtherRole[];
  readonly otherCases: readonly OtherCase[];
  /** Members whose address Prolific doesn't show and whose name isn't on the roster. */
  readonly unchecked: readonly Member[];
  /** The number of members who are on the roster. */
  readonly found: number;
}

export type IncomparableReason =
  | { readonly kind: 'address'; readonly reason: DoubtReason | InvalidReason }
  | { readonly kind: 'noWorkspace' }
  | { readonly kind: 'unknownRole'; readonly text: string }
  /** Different rows give one person different roles in one workspace. */
  | { readonly kind: 'severalRoles' }
  /** A role that members have but nobody can be invited as. */
  | { readonly kind: 'notInvitable'; readonly role: string };

/** Something on the roster that can't be compared. Nobody is invited because of it. */
export interface IncomparableRow {
  readonly rows: readonly number[];
  readonly text: string;
  readonly why: IncomparableReason;
}

/** `notRead` means that it may be among the workspaces that weren't read. */
export type UnmatchedReason = 'notFound' | 'ambiguous' | 'notRead';

/** A workspace name on the roster that can't be resolved. */
export interface UnmatchedWorkspace {
  readonly name: WorkspaceName;
  readonly rows: readonly number[];
  readonly why: UnmatchedReason;
}

export interface Comparison {
  readonly fileName: string;
  readonly workspaces: readonly WorkspaceComparison[];
  readonly unmatched: readonly UnmatchedWorkspace[];
  readonly incomparable: readonly IncomparableRow[];
  readonly isListWhole: boolean;
  /** Whether all invitations sent from this computer could be read. If not, missing people may have been invited. */
  readonly isLedgerWhole: boolean;
}

/** The number of people of each kind, in one workspace or in all. */
export interface PeopleCounts {
  readonly missing: number;
  readonly pending: number;
  readonly unlisted: number;
  readonly otherRoles: number;
  readonly otherCases: number;
  readonly unchecked: number;
  readonly found: number;
}

export interface ComparisonCounts extends PeopleCounts {
  readonly unmatched: number;
  readonly incomparable: number;
}

export function countsOfWorkspace(comparison: WorkspaceComparison): PeopleCounts {
  const { missing, pending, unlisted, otherRoles, otherCases, unchecked, found } = comparison;
  return {
    missing: missing.length,
    pending: pending.length,
    unlisted: unlisted.length,
    otherRoles: otherRoles.length,
    otherCases: otherCases.length,
    unchecked: unchecked.length,
    found,
  };
}

export function countsOf({ workspaces, unmatched, incomparable }: Comparison): ComparisonCounts {
  const counts = workspaces.map(countsOfWorkspace);
  const sum = (kind: keyof PeopleCounts) => counts.reduce((total, each) => total + each[kind], 0);
  return {
    missing: sum('missing'),
    pending: sum('pending'),
    unlisted: sum('unlisted'),
    otherRoles: sum('otherRoles'),
    otherCases: sum('otherCases'),
    unchecked: sum('unchecked'),
    found: sum('found'),
    unmatched: unmatched.length,
    incomparable: incomparable.length,
  };
}

/** Returns whether everything could be compared and nothing differs. */
export function isEqual({ workspaces, unmatched, incomparable }: Comparison): boolean {
  return workspaces.length > 0 && !workspaces.some(differs) && unmatched.length === 0 && incomparable.length === 0;
}

export function differs({
  missing,
  pending,
  unlisted,
  otherRoles,
  otherCases,
  unchecked,
}: WorkspaceComparison): boolean {
  return [missing, pending, unlisted, otherRoles, otherCases, unchecked].some(({ length }) => length > 0);
}
