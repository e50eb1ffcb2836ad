import * as l10n from '@vscode/l10n';
import { done, failed, type CommandResult } from '../../../prompts/commandResult';
import { rowIsMissing, type CommandTarget } from '../../../prompts/commandTarget';
import { savePersonalData } from '../../../prompts/savePersonalData';
import { requireSession } from '../../../session/requireSession';
import { reportOfRun } from '../../report/report';
import { reportCsv, reportTable } from '../../report/reportText';
import type { InvitationDependencies } from '../invitationDependencies';
import { inviteRemainingOf } from '../inviteRemaining';

/**
 * "Show Last Report", of the row's workspace or, from the palette, of any. It comes from the ledger, so it outlives
 * the window.
 */
export async function showLastReport(
  dependencies: InvitationDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const { ledger, reports } = dependencies;
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  if (target.kind === 'redrawnRow') {
    return rowIsMissing(target);
  }
  await ledger.whenRead();
  const workspaceId = target.kind === 'row' ? target.row.workspaceId : undefined;
  const run = ledger.runs.find((candidate) => workspaceId === undefined || candidate.workspaceId === workspaceId);
  if (run === undefined) {
    return failed({ message: l10n.t('No invitations are stored on this computer.'), remedies: [] });
  }
  // The report kept when the run ended also has the entries that weren't meant to be sent.
  const kept = run.state.kind === 'ended' ? reports.pathOf(run.id) : undefined;
  await reports.show(kept ?? reports.keep([reportOfRun(run)], [run.id]));
  return done;
}

/** "Invite Remaining": opens the wizard with the people of the active report who weren't invited. */
export async function inviteRemaining(
  dependencies: InvitationDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  // Checked first, because reports are gone once another account is signed in.
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  const shown = dependencies.reports.valueOf(target);
  return shown === undefined ? noReport() : inviteRemainingOf(dependencies, session, shown);
}

/** "Copy Report as Table", for pasting into a spreadsheet. */
export async function copyReport(
  { reports, prompts }: InvitationDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const shown = reports.valueOf(target);
  if (shown === undefined) {
    return noReport();
  }
  await prompts.writeClipboard(reportTable(shown));
  prompts.statusMessage(l10n.t('Report copied as a table'));
  return done;
}

/** "Save Report as CSV". */
export async function saveReport(dependencies: InvitationDependencies, target: CommandTarget): Promise<CommandResult> {
  const { reports, prompts } = dependencies;
  const shown = reports.valueOf(target);
  if (shown === undefined) {
    return noReport();
  }
  return savePersonalData(prompts, {
    title: l10n.t('Save Report as CSV'),
    suggestedName: 'prolific-invitations.csv',
    csv: reportCsv(shown),
    saved: l10n.t('Report saved'),
  });
}

function noReport(): CommandResult {
  return failed({
    message: l10n.t('Open a report first: run Show Last Report.'),
    remedies: [],
  });
}
