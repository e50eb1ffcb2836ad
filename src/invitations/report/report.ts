import type { InvitationRole, ServerText } from '../../api';
import type { Run } from '../ledger/run';
import type { InvitationPlan } from '../plan/plan';
import type { RunOutcome } from '../send/sendInvitations';
import { entryOutcomes, type EntryOutcome, outcomesOfRun } from './outcomes';
import { describeInterruption, whyStopped } from './summary';

/** What became of everybody whom somebody meant to invite. */
export interface Report {
  readonly workspace: { readonly id: string; readonly title: ServerText };
  readonly role: InvitationRole;
  readonly startedAt: Date;
  readonly outcomes: readonly EntryOutcome[];
  /** Why the run ended before its end, in sentences. */
  readonly why: readonly string[];
}

/** The report of a run that this window sent, with the entries that were not to be sent too. */
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
    why: whyStopped(outcome),
  };
}

/** The report of a run as the ledger has it. */
export function reportOfRun(run: Run): Report {
  return {
    workspace: { id: run.workspaceId, title: run.workspaceTitle },
    role: run.role,
    startedAt: new Date(run.startedAt),
    outcomes: outcomesOfRun(run),
    why: run.state.kind === 'lost' ? describeInterruption(run.total - run.entries.length) : [],
  };
}
