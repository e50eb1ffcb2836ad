import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Workspace } from '../../api';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import { counted } from '../../text/plural';
import { quoted } from '../../text/sanitize';
import { cancelled, done, failed, type Cancelled, type CommandEnd, type Done } from '../../prompts/commandResult';
import { chooseWorkspace, workspaceOfArgument, type WorkspaceParts } from '../../workspaces/commands/chooseWorkspace';
import { roleName } from '../../workspaces/roleText';
import { copyLinks } from './copyLinks';
import { asBoxText } from '../../addresses/boxText';
import { askWhomToInvite, type WizardInput } from '../wizard/inviteWizard';
import type { Ledger } from '../ledger/ledger';
import { invitedBefore, isWeighty, type InvitationPlan } from '../plan/plan';
import { entryEnds, rest, type EntryEnd } from '../report/outcomes';
import { showReport, type ReportDocuments } from '../report/reportDocuments';
import { runInvitations, type Order } from '../send/runInvitations';
import type { SendingEnd } from '../send/sendInvitations';
import { describeEnd } from '../report/summary';

export interface InvitationParts extends WorkspaceParts {
  readonly ledger: Ledger;
  readonly reports: ReportDocuments;
}

/** "Invite Users": workspace, addresses, role, check, sent. */
export async function inviteUsers(parts: InvitationParts, argument: unknown): Promise<CommandEnd> {
  const isPicked = workspaceOfArgument(argument, parts.store) === undefined;
  for (;;) {
    const step = isPicked ? { number: 1, of: 4 } : undefined;
    const chosen = await chooseWorkspace(parts, argument, l10n.t('Invite Users'), step);
    if (chosen.kind !== 'chosen') {
      return chosen;
    }
    const end = await inviteTo(parts, chosen.session, chosen.workspace, {
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
export async function inviteRest(parts: InvitationParts, argument: unknown): Promise<CommandEnd> {
  const run = parts.reports.runOf(argument);
  const left = run === undefined ? [] : rest(entryEnds(run.plan, run.end.people));
  if (run === undefined || left.length === 0) {
    return failed({ message: l10n.t('Open a report first in which somebody was not sent or refused.'), remedies: [] });
  }
  const session = await requireSession(parts.sessions);
  if (session.kind !== 'signedIn') {
    return session;
  }
  const end = await inviteTo(parts, session, run.workspace, {
    text: asBoxText(left),
    startAt: 'addresses',
    stepsBefore: 0,
  });
  return end === 'back' ? cancelled : end;
}

/** What came of inviting, for whoever has to know more than that it is done. */
export interface Invited extends Done {
  readonly ends: readonly EntryEnd[];
}

/** The wizard for one workspace, and what it leads to. */
export async function inviteTo(
  parts: InvitationParts,
  session: SignedIn,
  workspace: Workspace,
  start: Pick<WizardInput, 'text' | 'startAt' | 'stepsBefore'>,
): Promise<Invited | Cancelled | 'back'> {
  await parts.ledger.whenRead();
  const answer = await askWhomToInvite({
    workspace,
    fresh: session.client.getWorkspace(workspace.id),
    invitedBefore: invitedBefore(parts.ledger.entriesOf(workspace.id), Date.now()),
    ...start,
  });
  if (answer.kind !== 'given') {
    return answer.kind === 'back' ? 'back' : cancelled;
  }
  if (!(await confirmIfWeighty(workspace, answer.value))) {
    return cancelled;
  }
  const plan = answer.value;
  const end = await carryOut(parts, { session, workspace, plan });
  return { ...done, ends: entryEnds(plan, end.people) };
}

/** Sends, keeps the report, and tells the end in one message, which nobody waits for. */
export async function carryOut(parts: InvitationParts, order: Order): Promise<SendingEnd> {
  const startedAt = new Date();
  const end = await runInvitations(parts.ledger, order);
  void tellEnd(parts, order, end, startedAt);
  return end;
}

async function confirmIfWeighty(workspace: Workspace, plan: InvitationPlan): Promise<boolean> {
  if (!isWeighty(plan)) {
    return true;
  }
  const invite = l10n.t('Invite');
  const chosen = await vscode.window.showWarningMessage(
    counted(
      l10n.t('{0, plural, one {Invite # person to {1} as {2}?} other {Invite # people to {1} as {2}?}}'),
      plan.toInvite.length,
      quoted(workspace.title),
      roleName(plan.role),
    ),
    { modal: true, detail: l10n.t('Each gets a mail from Prolific. An invitation cannot be withdrawn from here.') },
    invite,
  );
  return chosen === invite;
}

/** Links that were given are offered even if the run was stopped. */
async function tellEnd(parts: InvitationParts, order: Order, end: SendingEnd, startedAt: Date): Promise<void> {
  const { workspace, plan } = order;
  const links = end.people.flatMap(({ address, link }) => (link === undefined ? [] : [{ address, link }]));
  const report = parts.reports.keep({ workspace, workspaceTitle: workspace.title, startedAt, plan, end });
  const copy = links.length === 1 ? l10n.t('Copy Link') : l10n.t('Copy Links');
  const show = l10n.t('Show Report');
  const inviteOthers = l10n.t('Invite the Rest');
  const hasRest = rest(entryEnds(plan, end.people)).length > 0;
  const buttons = [...(links.length > 0 ? [copy] : []), show, ...(hasRest ? [inviteOthers] : [])];
  const message = describeEnd(workspace.title, plan, end);
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
