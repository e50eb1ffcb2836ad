import { invitationRoles, type Workspace } from '../../api';
import type { EarlierInvitations } from '../plan/earlier';
import { type InvitationPlan, type InviteAgain, planInvitations, type PlanLists } from '../plan/plan';
import type { Destination } from './readMembers';

/** The plans for one workspace, one for each role. */
export interface WorkspacePlan {
  readonly workspace: Workspace;
  readonly plans: readonly InvitationPlan[];
}

/** The plans for several workspaces. The lists combine those of all plans. */
export interface SeveralPlan extends PlanLists {
  readonly workspaces: readonly WorkspacePlan[];
  readonly closed: readonly Extract<Destination, { readonly kind: 'closed' }>[];
}

export function planSeveral(
  destinations: readonly Destination[],
  earlierTo: (workspaceId: string) => EarlierInvitations,
  inviteAgain: InviteAgain,
): SeveralPlan {
  const workspaces = destinations.flatMap((destination): readonly WorkspacePlan[] => {
    if (destination.kind === 'closed') {
      return [];
    }
    const { workspace, wanted } = destination;
    const earlier = earlierTo(workspace.id);
    const plans = invitationRoles
      .map((role) => ({ role, entries: wanted.people.flatMap((each) => (each.role === role ? [each.entry] : [])) }))
      .filter(({ entries }) => entries.length > 0)
      .map((input) => planInvitations({ ...input, members: workspace.members, earlier, inviteAgain }));
    return [{ workspace, plans }];
  });
  const closed = destinations.filter((destination) => destination.kind === 'closed');
  return { ...joined(workspaces), workspaces, closed };
}

/** Returns the plan without the people who would be invited with a role. */
export function withoutRole(plan: SeveralPlan, role: InvitationPlan['role']): SeveralPlan {
  const workspaces = plan.workspaces.map(({ workspace, plans }) => ({
    workspace,
    plans: plans.filter((each) => each.role !== role),
  }));
  return { ...plan, ...joined(workspaces), workspaces };
}

/** The number of people to invite, and the workspaces they're invited to. */
export interface InvitationCount {
  readonly people: number;
  readonly workspaces: readonly Workspace[];
}

export function countInvitations(
  { workspaces }: Pick<SeveralPlan, 'workspaces'>,
  role?: InvitationPlan['role'],
): InvitationCount {
  const counts = workspaces.map(({ workspace, plans }) => ({
    workspace,
    people: plans
      .filter((plan) => role === undefined || plan.role === role)
      .reduce((sum, { toInvite }) => sum + toInvite.length, 0),
  }));
  return {
    people: counts.reduce((sum, { people }) => sum + people, 0),
    workspaces: counts.flatMap(({ workspace, people }) => (people > 0 ? [workspace] : [])),
  };
}

function joined(workspaces: readonly WorkspacePlan[]): PlanLists {
  const plans = workspaces.flatMap((each) => each.plans);
  const members = workspaces.flatMap(({ plans: [first] }) => (first === undefined ? [] : [first.uncheckedMembers]));
  return {
    toInvite: plans.flatMap(({ toInvite }) => toInvite),
    alreadyMembers: plans.flatMap(({ alreadyMembers }) => alreadyMembers),
    alreadyInvited: plans.flatMap(({ alreadyInvited }) => alreadyInvited),
    repeats: plans.flatMap(({ repeats }) => repeats),
    invalid: plans.flatMap(({ invalid }) => invalid),
    otherSpellings: plans.flatMap(({ otherSpellings }) => otherSpellings),
    memberCaseVariants: plans.flatMap(({ memberCaseVariants }) => memberCaseVariants),
    invitedCaseVariants: plans.flatMap(({ invitedCaseVariants }) => invitedCaseVariants),
    caseVariants: plans.flatMap(({ caseVariants }) => caseVariants),
    uncheckedMembers: members.reduce((sum, count) => sum + count, 0),
  };
}
