import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import type { Clock } from '../../platform/clock';
import type { Progress, Prompts } from '../../prompts/prompts';
import type { SignedIn } from '../../session/session';
import { formatCount, plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { askedToWait } from '../../text/waiting';
import type { Ledger } from '../ledger/ledger';
import { asNotSent, isFinished, type NotSentReason } from '../ledger/person';
import { reserve } from '../ledger/reserve';
import { type Agreement, OwnRun } from '../ledger/ownRun';
import type { NewRun } from '../ledger/runWriter';
import { type InvitationPlan, peopleToInvite } from '../plan/plan';
import { explainOutcome } from '../report/summary';
import { Brake, type SessionDependencies } from './brake';
import type { RunQueue, Turn } from './runQueue';
import type { RunStop } from './sendBatch';
import { whenAborted } from './whenAborted';
import { type RunOutcome, sendInvitations, type SendMode, type SendResult } from './sendInvitations';

export interface RunDependencies extends SessionDependencies {
  readonly prompts: Prompts;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly runs: RunQueue;
}

/** What to send, in which session, to which workspace. */
export interface InvitationRun {
  readonly session: SignedIn;
  readonly workspace: Workspace;
  readonly plan: InvitationPlan;
  /** Whether the user chose to send even though earlier invitations couldn't be read. */
  readonly sendsDespiteGap: boolean;
  /** Its slot among runs that are sent together. */
  readonly slot?: SequenceSlot;
}

/** Runs that are sent one after the other are reserved ahead, and share one progress. */
export interface SequenceSlot {
  /** Resolves when the run before it has ended. */
  readonly turn: Promise<void>;
  readonly progress: Progress;
  /** Aborted when an earlier run stopped for a reason that would stop this one too. */
  readonly stopped: AbortSignal;
}

/**
 * Sends the invitations of a plan: reserves everyone in the ledger, waits for its turn, and sends. After a rejection that names
 * nobody, asks whether to continue one address at a time.
 */
export async function runInvitations(dependencies: RunDependencies, run: InvitationRun): Promise<RunOutcome> {
  const brake = new Brake(dependencies, run.session);
  try {
    await brake.whenCertain();
    return brake.stopped === undefined
      ? await reserveAndSend(dependencies, run, brake)
      : nobodySent(run, brake.stopped);
  } finally {
    brake.dispose();
  }
}

async function reserveAndSend(dependencies: RunDependencies, run: InvitationRun, brake: Brake): Promise<RunOutcome> {
  const ownRun = new OwnRun(dependencies, run.session, newRun(run));
  brake.stopOn(ownRun.forgotten, 'forgotten');
  if (run.slot !== undefined) {
    brake.stopOn(run.slot.stopped, 'stoppedBefore');
  }
  const turn = dependencies.runs.add({ workspaceId: run.workspace.id, people: ownRun.people });
  try {
    const first = await withSendingProgress(dependencies, run, brake, async (progress) => {
      const stopped = await waitForTurn(dependencies, run, ownRun, turn, brake, progress);
      return stopped === undefined
        ? send(dependencies, run, ownRun, brake, 'batches', progress)
        : { stoppedBy: stopped, notSaved: undefined };
    });
    const result = (await askToContinue(dependencies.prompts, ownRun, first))
      ? await withSendingProgress(dependencies, run, brake, (progress) =>
          send(dependencies, run, ownRun, brake, 'oneByOne', progress),
        )
      : first;
    const failure = await ownRun.end(reasonOf(result.stoppedBy));
    const notSaved = result.notSaved === undefined ? undefined : failure;
    return { runId: ownRun.id, people: ownRun.people.filter(isFinished), stoppedBy: result.stoppedBy, notSaved };
  } finally {
    turn.dispose();
  }
}

async function waitForTurn(
  dependencies: RunDependencies,
  { session, slot }: InvitationRun,
  ownRun: OwnRun,
  turn: Turn,
  brake: Brake,
  { report }: Progress,
): Promise<RunStop | undefined> {
  report({ message: l10n.t('Checking earlier invitations…') });
  const ledgerStop = await reserve(dependencies, session, ownRun, brake.signal);
  if (ledgerStop !== undefined) {
    return brake.stopped ?? ledgerStop;
  }
  if (turn.mustWait) {
    report({ message: l10n.t('Waiting for other invitations to this workspace…') });
  }
  await turn.wait(brake.signal);
  await Promise.race([slot?.turn, whenAborted(brake.signal)]);
  return undefined;
}

function send(
  { clock }: RunDependencies,
  { workspace, plan: { role } }: InvitationRun,
  ownRun: OwnRun,
  brake: Brake,
  mode: SendMode,
  { report }: Progress,
): Promise<SendResult> {
  const total = ownRun.people.length;
  const showProgress = () => {
    const known = ownRun.people.filter(isFinished).length;
    report({
      message: l10n.t({
        message: '{0} of {1}',
        args: [formatCount(known), formatCount(total)],
        comment: ['Progress: {0} of {1} people.'],
      }),
      done: known / total,
    });
  };
  showProgress();
  return sendInvitations({
    ownRun,
    brake,
    mode,
    clock,
    send: (addresses) =>
      brake.client.createInvitation(
        { workspace: workspace.id, addresses, role },
        {
          signal: brake.signal,
          beforeSend: async () => {
            const reason = await ownRun.reasonNotToSend();
            if (reason !== undefined) {
              brake.stop(reason);
            }
            // Checked last, because the session can end at any moment.
            await brake.whenCertain();
          },
        },
      ),
    onWait: (ms) => report({ message: askedToWait(ms) }),
    onProgress: showProgress,
  });
}

function newRun({ workspace, plan, sendsDespiteGap }: InvitationRun): NewRun & Agreement {
  const { role, agreedTo } = plan;
  return { workspace, role, people: peopleToInvite(plan), agreedTo, sendsDespiteGap };
}

function nobodySent({ plan }: InvitationRun, stoppedBy: RunStop): RunOutcome {
  const people = peopleToInvite(plan).map((person) =>
    asNotSent({ ...person, outcome: 'planned' }, reasonOf(stoppedBy)),
  );
  return { runId: undefined, people, stoppedBy, notSaved: undefined };
}

function reasonOf(stoppedBy: RunStop | undefined): NotSentReason | undefined {
  switch (stoppedBy?.kind) {
    case 'canceled':
    case 'noRight':
      return stoppedBy.kind;
    case 'sessionEnded':
      return stoppedBy.end;
    case 'interrupted':
      return 'interrupted';
    case undefined:
    case 'storage':
    case 'stoppedBefore':
    case 'forgotten':
    case 'lostResponse':
    case 'rejectedNamingNobody':
    case 'rateLimited':
    case 'failure':
      return undefined;
  }
}

/** Asks whether to continue after a rejection that named nobody. Enter never presses "Send One at a Time". */
async function askToContinue(prompts: Prompts, ownRun: OwnRun, result: SendResult): Promise<boolean> {
  if (result.stoppedBy?.kind !== 'rejectedNamingNobody' || ownRun.planned.length === 0) {
    return false;
  }
  const answer = await prompts.confirm({
    message: l10n.t('Prolific rejected a batch of invitations without saying which addresses caused the problem.'),
    detail: [
      ...explainOutcome({ ...result, runId: ownRun.id, people: ownRun.people.filter(isFinished) }),
      plural(
        l10n.t(
          'You can try the {0} remaining addresses one at a time. Most likely nobody in this batch was invited; anyone who was may get a second email.',
        ),
        ownRun.planned.length,
      ),
    ].join('\n\n'),
    choices: [
      { label: l10n.t('Stop Sending'), value: false },
      { label: l10n.t('Send One at a Time'), value: true },
    ],
  });
  return answer === true;
}

/**
 * Always shows a notification with Cancel, because even one request may wait for minutes while Prolific limits
 * requests.
 */
function withSendingProgress<T>(
  { prompts }: RunDependencies,
  { workspace, slot }: InvitationRun,
  brake: Brake,
  task: (progress: Progress) => Promise<T>,
): Promise<T> {
  const stoppable = (progress: Progress) => {
    brake.stopOn(progress.signal, 'canceled');
    return task(progress);
  };
  const title = l10n.t({
    message: 'Sending invitations to {0}',
    args: [titleOf(workspace)],
    comment: ['{0} is the title of a workspace.'],
  });
  return slot === undefined
    ? prompts.withProgress({ location: 'notification', title }, stoppable)
    : stoppable(slot.progress);
}
