import type { InvitationRole, ServerText } from '../../api';
import type { Run } from '../ledger/run';
import type { InvitationPlan } from '../plan/plan';
import type { RunOutcome } from '../send/sendInvitations';
import { entryOutcomes, type EntryOutcome, outcomesOfRun } from './outcomes';
import { describeInterruption, explainOutcome } from './summary';

/** What became of each person the user wanted to invite. */
export interface Report {
  readonly workspace: { readonly id: string; readonly title: ServerText };
  readonly role: InvitationRole;
  readonly startedAt: Date;
  readonly outcomes: readonly EntryOutcome[];
  /** Why the run ended early, in sentences. */
  readonly why: readonly string[];
}

/** Returns the report of a run of this window, including the entries that weren't meant to be sent. */
export function reportOf(
  workspace: Report['workspace'],
  plan: InvitationPlan,
  outcome: RunOutcome,
  startedAt: Date,
): Report {
  return {
    workspace,
    role: plan.role,
    startedAt,
    outcomes: entryOutcomes(plan, outcome.people),
    why: explainOutcome(outcome),
  };
}

/** Returns the report of a run from the ledger. */
export function reportOfRun(run: Run): Report {
  return {
    workspace: { id: run.workspaceId, title: run.workspaceTitle },
    role: run.role,
    startedAt: new Date(run.startedAt),
    outcomes: outcomesOfRun(run),
    why: run.state.kind === 'interrupted' ? describeInterruption(run.total - run.people.length) : [],
  };
}
