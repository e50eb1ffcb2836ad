import * as l10n from '@vscode/l10n';
import { isHttpFailure } from '../../api';
import type { Progress } from '../../prompts/prompts';
import type { SignedIn } from '../../session/session';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { type Report, reportOf } from '../report/report';
import { type InvitationRun, type RunDependencies, runInvitations } from '../send/runInvitations';
import type { RunStop } from '../send/sendBatch';
import { type RunOutcome, wentAsPlanned } from '../send/sendInvitations';
import type { SeveralPlan } from './severalPlan';

/** The number of runs reserved in the ledger ahead of the one being sent, so that none waits for its reservation. */
const reservedAhead = 8;

/** The result of sending to several workspaces. */
export interface SentToSeveral {
  readonly reports: readonly Report[];
  /** The ids of the runs in the ledger. */
  readonly runIds: readonly string[];
  /** Whether everything was sent except what the user canceled. */
  readonly wentAsPlanned: boolean;
}

/**
 * Sends a plan as one run for each workspace and role, one after another, with one progress notification and one Cancel
 * button. A failure that concerns only one workspace doesn't stop the others.
 */
export async function sendSeveral(
  dependencies: RunDependencies,
  session: SignedIn,
  plan: SeveralPlan,
  sendsDespiteGap: boolean,
): Promise<SentToSeveral> {
  const startedAt = new Date(dependencies.clock.now());
  const runs = plan.workspaces.flatMap(({ workspace, plans }) =>
    plans.map((each): InvitationRun => ({ session, workspace, plan: each, sendsDespiteGap })),
  );
  const title = plural(
    l10n.t({
      message: '{0, plural, one {Sending invitations to # workspace} other {Sending invitations to # workspaces}}',
      comment: ['ICU plural: # is a number of workspaces.'],
    }),
    plan.workspaces.length,
  );
  const outcomes = await dependencies.prompts.withProgress({ location: 'notification', title }, (progress) =>
    runInTurn(dependencies, runs, progress),
  );
  return {
    reports: runs.flatMap((run, index) => {
      const outcome = outcomes[index];
      return outcome === undefined ? [] : [reportOf(run.workspace, run.plan, outcome, startedAt)];
    }),
    runIds: outcomes.flatMap(({ runId }) => runId ?? []),
    wentAsPlanned: outcomes.every(wentAsPlanned),
  };
}

async function runInTurn(
  dependencies: RunDependencies,
  runs: readonly InvitationRun[],
  progress: Progress,
): Promise<readonly RunOutcome[]> {
  const stop = new AbortController();
  const shared = new SharedProgress(progress, runs);
  const sent: Promise<RunOutcome>[] = [];
  let before: Promise<void> = Promise.resolve();
  for (const [index, run] of runs.entries()) {
    await sent[index - reservedAhead];
    const turn = before.then(() => shared.begin(index));
    const slot = { turn, progress: shared.of(index), stopped: stop.signal };
    const sending = nobodyToInvite(run)
      ? Promise.resolve(nothingSent)
      : runInvitations(dependencies, { ...run, slot }).then((outcome) => {
          if (outcome.stoppedBy !== undefined && wouldStopOthers(outcome.stoppedBy)) {
            stop.abort();
          }
          return outcome;
        });
    sent.push(sending);
    before = Promise.allSettled([turn, sending]).then(() => undefined);
  }
  return Promise.all(sent);
}

const nothingSent: RunOutcome = { runId: undefined, people: [], stoppedBy: undefined, notSaved: undefined };

function nobodyToInvite({ plan }: InvitationRun): boolean {
  return plan.toInvite.length === 0;
}

/** Returns whether the reason concerns every workspace, such as no network, a lost response, or a failed ledger write. */
function wouldStopOthers(stoppedBy: RunStop): boolean {
  switch (stoppedBy.kind) {
    case 'noRight':
    case 'rejectedNamingNobody':
    case 'forgotten':
    case 'stoppedBefore':
      return false;
    case 'failure':
      return !isHttpFailure(stoppedBy.failure);
    case 'canceled':
    case 'sessionEnded':
    case 'storage':
    case 'interrupted':
    case 'lostResponse':
    case 'rateLimited':
      return true;
  }
}

/** The combined progress of several runs. Shows the one being sent. */
class SharedProgress {
  readonly #total: number;
  #current = 0;
  #doneBefore = 0;

  constructor(
    private readonly progress: Progress,
    private readonly runs: readonly InvitationRun[],
  ) {
    this.#total = peopleOf(runs);
  }

  /** Called when a run starts. */
  begin(index: number): void {
    this.#current = index;
    this.#doneBefore = peopleOf(this.runs.slice(0, index));
  }

  of(index: number): Progress {
    const run = this.runs[index];
    return {
      signal: this.progress.signal,
      report: ({ message, done = 0 }) => {
        if (index === this.#current && run !== undefined) {
          this.progress.report({
            ...(message === undefined
              ? {}
              : {
                  message: l10n.t({
                    message: '{0}: {1}',
                    args: [titleOf(run.workspace), message],
                    comment: ['{0} is the title of a workspace, {1} what is being done for it, such as “3 of 40”.'],
                  }),
                }),
            done: this.#total === 0 ? 1 : (this.#doneBefore + done * peopleOf([run])) / this.#total,
          });
        }
      },
    };
  }
}

function peopleOf(runs: readonly InvitationRun[]): number {
  return runs.reduce((sum, { plan }) => sum + plan.toInvite.length, 0);
}
