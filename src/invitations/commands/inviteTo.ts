import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import { cancelled, done, failed, type Cancelled, type CommandResult, type Done } from '../../prompts/commandResult';
import { detached } from '../../prompts/detached';
import type { SignedIn } from '../../session/session';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import { workspacePage } from '../../platform/webPages';
import { isSameAccount } from '../ledger/recordStore';
import type { Run } from '../ledger/run';
import { type InvitationPlan, needsConfirmation } from '../plan/plan';
import { type EntryOutcome, linkOf, remainingEntries } from '../report/outcomes';
import { type Report, reportOf, reportOfRun } from '../report/report';
import { describeReport } from '../report/summary';
import { type InvitationRun, runInvitations } from '../send/runInvitations';
import { askWhomToInvite, type WizardStart } from '../wizard/inviteWizard';
import { GivenPeople } from '../wizard/people/givenPeople';
import { copyLinks } from './copyLinks';
import type { InvitationDependencies } from './invitationDependencies';

/** The result of inviting, with the outcomes for callers that need them. */
export interface Invited extends Done {
  readonly outcomes: readonly EntryOutcome[];
}

/** Runs the wizard for one workspace, sends, and reports. */
export async function inviteTo(
  dependencies: InvitationDependencies,
  session: SignedIn,
  workspace: Workspace,
  start: WizardStart,
): Promise<Invited | Cancelled | 'back'> {
  await dependencies.ledger.whenRead();
  const answer = await askWhomToInvite(dependencies, session, workspace, start);
  if (answer.kind !== 'answered') {
    return answer.kind === 'back' ? 'back' : cancelled;
  }
  const { plan } = answer.value;
  if (!(await confirmIfNeeded(dependencies, workspace, plan))) {
    return cancelled;
  }
  const report = await sendAndReport(dependencies, { session, workspace, ...answer.value });
  return { ...done, outcomes: report.outcomes };
}

/** Opens the wizard with the people of a report who weren't invited. */
export async function inviteRemainingOf(
  dependencies: InvitationDependencies,
  session: SignedIn,
  { workspace: { id }, outcomes }: Report,
): Promise<CommandResult> {
  const { workspaces } = await dependencies.store.whenRead();
  const workspace = workspaces.get(id);
  const remaining = remainingEntries(outcomes);
  if (workspace === undefined || remaining.length === 0) {
    const message =
      workspace === undefined
        ? l10n.t('This workspace is no longer in the list. Refresh the list.')
        : l10n.t("Open a report with people who weren't invited.");
    return failed({ message, remedies: [] });
  }
  const start = { people: new GivenPeople(remaining), stepsBefore: 0 };
  const result = await inviteTo(dependencies, session, workspace, start);
  return result === 'back' ? cancelled : result;
}

/** Sends, keeps the report, and shows the outcome in one notification. Doesn't wait for the user to close it. */
export async function sendAndReport(dependencies: InvitationDependencies, run: InvitationRun): Promise<Report> {
  const startedAt = new Date(dependencies.clock.now());
  const outcome = await runInvitations(dependencies, run);
  const report = reportOf(run.workspace, run.plan, outcome, startedAt);
  const isAsMeant = outcome.stoppedBy === undefined || outcome.stoppedBy.kind === 'cancelled';
  const told = tellReport(dependencies, run.session, report, outcome.runId, isAsMeant ? 'info' : 'warning');
  detached(told, dependencies.log);
  return report;
}

/**
 * Shows what became of a run. Offers the links it has, even if it was stopped, but offers nothing once its account is no
 * longer signed in.
 */
async function tellReport(
  dependencies: InvitationDependencies,
  session: SignedIn,
  report: Report,
  runId: string | undefined,
  severity: 'info' | 'warning',
): Promise<void> {
  const { prompts, reports, account } = dependencies;
  const message = describeReport(report);
  if (!isSameAccount(account.owner, session)) {
    await prompts.notify({ severity, message });
    return;
  }
  const path = reports.keep(report, runId);
  const links = report.outcomes.flatMap((item) => {
    const link = item.outcome === 'alreadyInvited' ? undefined : linkOf(item);
    return item.entry.kind === 'valid' && link !== undefined ? [{ address: item.entry.address, link }] : [];
  });
  const copy = {
    label: links.length === 1 ? l10n.t('Copy Link') : l10n.t('Copy Links'),
    value: () => copyLinks(dependencies, links),
  };
  const show = { label: l10n.t('Show Report'), value: () => reports.show(path) };
  const inviteOthers = {
    label: l10n.t('Invite Remaining'),
    value: () => inviteRemainingFrom(dependencies, session, report),
  };
  const openTeamPage = {
    label: l10n.t('Open in Prolific'),
    value: () => prompts.openExternal(workspacePage(report.workspace.id)),
  };
  const hasUnknown = report.outcomes.some(({ outcome }) => outcome === 'unknown');
  const chosen = await prompts.notify({
    severity,
    message,
    choices: [
      ...(links.length > 0 ? [copy] : []),
      show,
      ...(remainingEntries(report.outcomes).length > 0 ? [inviteOthers] : []),
      ...(hasUnknown ? [openTeamPage] : []),
    ],
  });
  await chosen?.();
}

/** Reports a run that another window, or this one before a reload, didn't finish. */
export function tellInterruptedRun(dependencies: InvitationDependencies, run: Run): void {
  const { owner } = dependencies.account;
  if (owner !== undefined) {
    detached(tellReport(dependencies, owner, reportOfRun(run), run.id, 'warning'), dependencies.log);
  }
}

/** Checks the account again, because another one may have signed in since the notification appeared. */
async function inviteRemainingFrom(
  dependencies: InvitationDependencies,
  session: SignedIn,
  report: Report,
): Promise<void> {
  const { account, prompts } = dependencies;
  const current = account.owner;
  const result =
    current !== undefined && isSameAccount(current, session)
      ? await inviteRemainingOf(dependencies, current, report)
      : failed({ message: l10n.t('The account that sent these invitations is no longer signed in.'), remedies: [] });
  if (result.kind === 'failed') {
    await prompts.notify({ severity: 'warning', message: result.problem.message });
  }
}

async function confirmIfNeeded(
  { prompts }: InvitationDependencies,
  workspace: Workspace,
  plan: InvitationPlan,
): Promise<boolean> {
  if (!needsConfirmation(plan)) {
    return true;
  }
  const agreed = await prompts.confirm({
    message: plural(
      l10n.t('{0, plural, one {Invite # person to {1} as {2}?} other {Invite # people to {1} as {2}?}}'),
      plan.toInvite.length,
      titleOf(workspace),
      roleName(plan.role),
    ),
    detail: l10n.t("Prolific emails each person. You can't withdraw invitations from VS Code."),
    choices: [{ label: l10n.t('Invite'), value: true }],
  });
  return agreed === true;
}
