import { detached } from '../../prompts/detached';
import { type Report, reportOf } from '../report/report';
import { type InvitationRun, runInvitations } from '../send/runInvitations';
import { wentAsPlanned } from '../send/sendInvitations';
import type { InvitationDependencies } from './invitationDependencies';
import { showReports } from './reports/showReports';

/** Sends, keeps the report, and shows the outcome in one notification. Doesn't wait for the user to close it. */
export async function sendAndReport(dependencies: InvitationDependencies, run: InvitationRun): Promise<Report> {
  const startedAt = new Date(dependencies.clock.now());
  const outcome = await runInvitations(dependencies, run);
  const report = reportOf(run.workspace, run.plan, outcome, startedAt);
  const runIds = outcome.runId === undefined ? [] : [outcome.runId];
  const shown = showReports(dependencies, run.session, [report], runIds, wentAsPlanned(outcome) ? 'info' : 'warning');
  detached(shown, dependencies.log);
  return report;
}
