import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Workspace } from '../../api';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { cancelled, done, failed, type Cancelled, type CommandResult, type Done } from '../../prompts/commandResult';
import { mayPick, type CommandTarget } from '../../prompts/commandTarget';
import { chooseWorkspace, type WorkspaceDependencies } from '../../workspaces/commands/chooseWorkspace';
import { roleName } from '../../workspaces/roleText';
import { copyLinks } from './copyLinks';
import { asBoxText } from '../../addresses/boxText';
import { askWhomToInvite, type WizardInput } from '../wizard/inviteWizard';
import type { Ledger } from '../ledger/ledger';
import { invitedBefore, needsConfirmation, type InvitationPlan } from '../plan/plan';
import { entryOutcomes, remaining, type EntryOutcome } from '../report/outcomes';
import { showReport, type ReportDocuments } from '../report/reportDocuments';
import { runInvitations, type InvitationRun } from '../send/runInvitations';
import type { RunOutcome } from '../send/sendInvitations';
import { describeOutcome } from '../report/summary';

export interface InvitationDependencies extends WorkspaceDependencies {
  readonly ledger: Ledger;
  readonly reports: ReportDocuments;
}

/** "Invite Users": workspace, addresses, role, check, sent. */
export async function inviteUsers(dependencies: InvitationDependencies, target: CommandTarget): Promise<CommandResult> {
  const isPicked = mayPick(target);
  for (;;) {
    const step = isPicked ? { number: 1, of: 4 } : undefined;
    const chosen = await chooseWorkspace(dependencies, target, l10n.t('Invite Users'), step);
    if (chosen.kind !== 'chosen') {
      return chosen;
    }
    const end = await inviteTo(dependencies, chosen.session, chosen.workspace, {
      text: '',
      startAt: 'addresses',
      stepsBefore: isPicked ? 1 : 0,
    });
    if (end !== 'back') {
      return end;
    }
    if (!isPicked) {
      return cancelled;
    }
  }
}

/** "Invite the Rest": those of a report that were not sent or refused, back in the wizard. */
export async function inviteRest(dependencies: InvitationDependencies, target: CommandTarget): Promise<CommandResult> {
  const run = dependencies.reports.runOf(target);
  const left = run === undefined ? [] : remaining(entryOutcomes(run.plan, run.end.people));
  if (run === undefined || left.length === 0) {
    return failed({ message: l10n.t("Open a report with people who weren't invited."), remedies: [] });
  }
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  const end = await inviteTo(dependencies, session, run.workspace, {
    text: asBoxText(left),
    startAt: 'addresses',
    stepsBefore: 0,
  });
  return end === 'back' ? cancelled : end;
}

/** What came of inviting, for whoever has to know more than that it is done. */
export interface Invited extends Done {
  readonly outcomes: readonly EntryOutcome[];
}

/** The wizard for one workspace, and what it leads to. */
export async function inviteTo(
  dependencies: InvitationDependencies,
  session: SignedIn,
  workspace: Workspace,
  start: Pick<WizardInput, 'text' | 'startAt' | 'stepsBefore'>,
): Promise<Invited | Cancelled | 'back'> {
  await dependencies.ledger.whenRead();
  const answer = await askWhomToInvite({
    workspace,
    fresh: session.client.getWorkspace(workspace.id),
    invitedBefore: invitedBefore(dependencies.ledger.entriesOf(workspace.id), Date.now()),
    ...start,
  });
  if (answer.kind !== 'answered') {
    return answer.kind === 'back' ? 'back' : cancelled;
  }
  if (!(await confirmIfNeeded(workspace, answer.value))) {
    return cancelled;
  }
  const plan = answer.value;
  const end = await sendAndReport(dependencies, { session, workspace, plan });
  return { ...done, outcomes: entryOutcomes(plan, end.people) };
}

/** Sends, keeps the report, and tells the end in one message, which nobody waits for. */
export async function sendAndReport(dependencies: InvitationDependencies, order: InvitationRun): Promise<RunOutcome> {
  const startedAt = new Date();
  const end = await runInvitations(dependencies.ledger, order);
  void showOutcome(dependencies, order, end, startedAt);
  return end;
}

async function confirmIfNeeded(workspace: Workspace, plan: InvitationPlan): Promise<boolean> {
  if (!needsConfirmation(plan)) {
    return true;
  }
  const invite = l10n.t('Invite');
  const chosen = await vscode.window.showWarningMessage(
    plural(
      l10n.t('{0, plural, one {Invite # person to {1} as {2}?} other {Invite # people to {1} as {2}?}}'),
      plan.toInvite.length,
      titleOf(workspace),
      roleName(plan.role),
    ),
    { modal: true, detail: l10n.t("Prolific emails each person. You can't withdraw invitations from VS Code.") },
    invite,
  );
  return chosen === invite;
}

/** Links that were given are offered even if the run was stopped. */
async function showOutcome(
  dependencies: InvitationDependencies,
  order: InvitationRun,
  end: RunOutcome,
  startedAt: Date,
): Promise<void> {
  const { workspace, plan } = order;
  const links = end.people.flatMap(({ address, link }) => (link === undefined ? [] : [{ address, link }]));
  const report = dependencies.reports.keep({ workspace, startedAt, plan, end });
  const copy = links.length === 1 ? l10n.t('Copy Link') : l10n.t('Copy Links');
  const show = l10n.t('Show Report');
  const inviteOthers = l10n.t('Invite Remaining');
  const hasRest = remaining(entryOutcomes(plan, end.people)).length > 0;
  const buttons = [...(links.length > 0 ? [copy] : []), show, ...(hasRest ? [inviteOthers] : [])];
  const message = describeOutcome(workspace, plan, end);
  const chosen =
    end.stoppedBy === undefined || end.stoppedBy.kind === 'cancelled'
      ? await vscode.window.showInformationMessage(message, ...buttons)
      : await vscode.window.showErrorMessage(message, ...buttons);
  if (chosen === copy) {
    await copyLinks(links);
  } else if (chosen === show) {
    await showReport(report);
  } else if (chosen === inviteOthers) {
    await vscode.commands.executeCommand('prolific.inviteRest', report);
  }
}
