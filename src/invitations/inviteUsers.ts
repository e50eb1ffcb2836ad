import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addressesPerCall } from '../api/client';
import type { Failure } from '../api/failure';
import type { Workspace } from '../api/schema';
import { describeStorageFailure } from '../session/describeSession';
import type { SignedIn } from '../session/session';
import type { StorageFailure } from '../session/tokenVault';
import { quoted } from '../ui/escape';
import { describeFailure } from '../ui/failureText';
import { cancelled, done, type CommandEnd } from '../ui/problem';
import { withViewProgress } from '../ui/progress';
import { chooseWorkspace, workspaceOfArgument, type WorkspaceParts } from '../workspaces/chooseWorkspace';
import { roleName } from '../workspaces/roleText';
import { outcomeNow, type Person } from './batch';
import { copyLinks } from './clipboard';
import { askWhomToInvite, type Invitees } from './inviteWizard';
import type { Ledger } from './ledger';
import { sendInvitations, type SendingEnd } from './sendInvitations';
import { summarise } from './summary';

/** From this many people on, and for more than one admin, a question has to be answered before anything is sent. */
const manyPeople = 100;

export interface InvitationParts extends WorkspaceParts {
  readonly ledger: Ledger;
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
    const { session, workspace } = chosen;
    await parts.ledger.whenRead();
    const answer = await askWhomToInvite({
      workspace,
      fresh: session.client.getWorkspace(workspace.id),
      invitedBefore: invitedBefore(parts.ledger, workspace),
      stepsBefore: isPicked ? 1 : 0,
    });
    if (answer.kind === 'given') {
      const isSure = await confirmIfWeighty(workspace, answer.value);
      return isSure ? send(parts, session, workspace, answer.value) : cancelled;
    }
    if (answer.kind === 'cancelled') {
      return cancelled;
    }
  }
}

function invitedBefore(ledger: Ledger, workspace: Workspace): ReadonlySet<string> {
  const now = Date.now();
  const mayHaveMail = ledger.entriesOf(workspace.id).filter(({ batch, person }) => {
    const outcome = outcomeNow(batch, person, now);
    return outcome === 'invited' || outcome === 'unknown' || outcome === 'sending';
  });
  return new Set(mayHaveMail.map(({ person }) => person.address));
}

async function confirmIfWeighty(workspace: Workspace, { role, plan }: Invitees): Promise<boolean> {
  const count = plan.toInvite.length;
  if (count <= (role === 'WORKSPACE_ADMIN' ? 1 : manyPeople)) {
    return true;
  }
  const invite = l10n.t('Invite');
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('Invite {0} people to {1} as {2}?', count, quoted(workspace.title), roleName(role)),
    { modal: true, detail: l10n.t('Each gets a mail from Prolific. An invitation cannot be withdrawn from here.') },
    invite,
  );
  return chosen === invite;
}

async function send(
  parts: InvitationParts,
  session: SignedIn,
  workspace: Workspace,
  { role, plan }: Invitees,
): Promise<CommandEnd> {
  const addresses = plan.toInvite;
  const end = await withSendingProgress(workspace, addresses.length, (isCancelled, onProgress) =>
    sendInvitations(
      { workspace, role, addresses },
      {
        send: (batch) => session.client.createInvitation({ workspace: workspace.id, addresses: batch, role }),
        keep: (batch) => parts.ledger.write(session, batch),
        isCancelled,
        onProgress,
      },
    ),
  );
  void tellEnd(summarise(quoted(workspace.title), plan, end.people), end);
  return done;
}

/** One batch cannot be stopped half-way, so only a run of several gets a message with Cancel. */
function withSendingProgress(
  workspace: Workspace,
  total: number,
  run: (isCancelled: () => boolean, onProgress: (sent: number) => void) => Promise<SendingEnd>,
): Promise<SendingEnd> {
  if (total <= addressesPerCall) {
    return withViewProgress(() =>
      run(
        () => false,
        () => undefined,
      ),
    );
  }
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Inviting to {0}', quoted(workspace.title)),
    cancellable: true,
  };
  let before = 0;
  const task = vscode.window.withProgress(options, (progress, cancellation) =>
    run(
      () => cancellation.isCancellationRequested,
      (sent) => {
        progress.report({ message: l10n.t('{0} of {1}', sent, total), increment: ((sent - before) / total) * 100 });
        before = sent;
      },
    ),
  );
  return Promise.resolve(task);
}

/** The one message at the end. Links that were given are offered even if the run was stopped. */
async function tellEnd(summary: string, end: SendingEnd): Promise<void> {
  const links = end.people.flatMap(({ address, link }) => (link === undefined ? [] : [{ address, link }]));
  const copy = links.length === 1 ? l10n.t('Copy Link') : l10n.t('Copy Links');
  const buttons = links.length === 0 ? [] : [copy];
  const chosen =
    end.stoppedBy === undefined
      ? await vscode.window.showInformationMessage(summary, ...buttons)
      : await vscode.window.showErrorMessage(describeStop(summary, end.stoppedBy, end.people), ...buttons);
  if (chosen !== undefined) {
    await copyLinks(links);
  }
}

function describeStop(summary: string, cause: Failure | StorageFailure, people: readonly Person[]): string {
  if (cause.kind === 'storage') {
    return l10n.t('{0}. Nothing more was sent: {1}', summary, describeStorageFailure(cause).message);
  }
  const why =
    cause.kind === 'forbidden' || cause.kind === 'notFound'
      ? l10n.t('Only admins of a workspace may invite: Prolific refused this account.')
      : describeFailure(cause).message;
  const isUnknown = people.some(({ outcome }) => outcome === 'unknown');
  return isUnknown
    ? l10n.t(
        '{0}. {1} The answer was lost, so mail may have gone out: look at the Team page of Prolific before you invite them again.',
        summary,
        why,
      )
    : l10n.t('{0}. {1}', summary, why);
}
