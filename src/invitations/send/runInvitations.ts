import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Workspace } from '../../api';
import type { SignedIn } from '../../session/session';
import { plural, formatCount } from '../../text/plural';
import { titleOf } from '../../text/title';
import type { Ledger } from '../ledger/ledger';
import type { InvitationPlan } from '../plan/plan';
import { joinOutcomes, leftToTry, sendInvitations, type RunOutcome } from './sendInvitations';
import { whyStopped } from '../report/summary';

/** What is to be sent, by whom and where to. */
export interface InvitationRun {
  readonly session: SignedIn;
  readonly workspace: Workspace;
  readonly plan: InvitationPlan;
}

interface SendObserver {
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number) => void;
  readonly onWait: (ms: number) => void;
}

/** Sends what a plan says, with progress; where a refusal names nobody, asks whether to go on one address at a time. */
export async function runInvitations(ledger: Ledger, order: InvitationRun): Promise<RunOutcome> {
  const { toInvite } = order.plan;
  const end = await withSendingProgress(order, toInvite.length, (watch) =>
    send(ledger, order, toInvite, 'batches', watch),
  );
  if (end.stoppedBy?.kind !== 'refusedNamingNobody' || toInvite.length === 1 || !(await wantsOneByOne(end))) {
    return end;
  }
  const left = leftToTry(end);
  const second = await withSendingProgress(order, left.length, (watch) => send(ledger, order, left, 'oneByOne', watch));
  return joinOutcomes(end, second);
}

function send(
  ledger: Ledger,
  { session, workspace, plan: { role } }: InvitationRun,
  addresses: readonly string[],
  mode: 'batches' | 'oneByOne',
  watch: SendObserver,
): Promise<RunOutcome> {
  return sendInvitations(
    { workspace, role, addresses, mode },
    {
      send: (batch) => session.client.createInvitation({ workspace: workspace.id, addresses: batch, role }),
      keep: (batch) => ledger.write(session, batch),
      ...watch,
    },
  );
}

async function wantsOneByOne(end: RunOutcome): Promise<boolean> {
  const goOn = l10n.t('Send One at a Time');
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('Prolific rejected a batch of invitations without saying which addresses are the problem.'),
    {
      modal: true,
      detail: [
        ...whyStopped(end),
        l10n.t(
          "You can try the addresses one at a time. As far as we know, nobody in this batch was invited. If that's wrong, someone may get a second email.",
        ),
      ].join('\n\n'),
    },
    goOn,
  );
  return chosen === goOn;
}

/** Always a message with Cancel: even a single call may have to wait for minutes when Prolific limits requests. */
function withSendingProgress(
  { workspace }: InvitationRun,
  total: number,
  run: (watch: SendObserver) => Promise<RunOutcome>,
): Promise<RunOutcome> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Sending invitations to {0}', titleOf(workspace)),
    cancellable: true,
  };
  const task = vscode.window.withProgress(options, (progress, cancellation) => {
    const controller = new AbortController();
    cancellation.onCancellationRequested(() => controller.abort());
    let before = 0;
    return run({
      signal: controller.signal,
      onProgress: (sent) => {
        progress.report({
          message: l10n.t('{0} of {1}', formatCount(sent), formatCount(total)),
          increment: ((sent - before) / total) * 100,
        });
        before = sent;
      },
      onWait: (ms) => progress.report({ message: askedToWait(ms) }),
    });
  });
  return Promise.resolve(task);
}

function askedToWait(ms: number): string {
  return plural(
    l10n.t(
      '{0, plural, one {Waiting # second, as requested by Prolific} other {Waiting # seconds, as requested by Prolific}}',
    ),
    Math.ceil(ms / 1000),
  );
}
