import { type Failure, type HttpFailure, type Invitation, type Result, retryDelayMs } from '../../api';
import type { Clock } from '../../platform/clock';
import type { StorageFailure } from '../../session/tokenStore';
import type { OwnRun } from '../ledger/ownRun';
import type { Brake, BrakeStop } from './brake';
import { type CallFailure, interpretResponse } from './interpretResponse';

/** Why a run ended early: a request failed, or something stopped it between requests, such as the ledger (`LedgerStop`). */
export type RunStop = CallFailure | BrakeStop;

export interface SendOptions {
  /** Keeps what is known of each person, here and in the ledger. */
  readonly ownRun: Pick<OwnRun, 'begin' | 'saveOutcomes' | 'putBack' | 'planned'>;
  readonly brake: Pick<Brake, 'stopped' | 'signal' | 'whenCertain'>;
  /**
   * Sends one request. The brake can stop it until it leaves. After that it isn't aborted, because that would only leave open
   * who was invited.
   */
  readonly send: (addresses: readonly string[]) => Promise<Result<readonly Invitation[], Failure>>;
  /** Called at the start of each pause Prolific asks for (429), with its length in milliseconds. */
  readonly onWait: (ms: number) => void;
  readonly clock: Pick<Clock, 'sleep'>;
}

export interface BatchOutcome {
  readonly stoppedBy: RunStop | undefined;
  /** Why the outcome of this batch couldn't be stored, if so. */
  readonly notSaved: StorageFailure | undefined;
}

/** How often a batch is sent again after a 429, which invites nobody, and the first pause if Prolific names none. */
const maxResends = 3;
const initialRetryDelayMs = 2_000;

/**
 * Sends one batch: one request, one more for the others if a rejection names some, and again after a 429. Before each request
 * the ledger is read again and stores its people as `sending`; after it, their outcomes.
 */
export async function sendBatch(addresses: readonly string[], options: SendOptions): Promise<BatchOutcome> {
  let toSend = addresses;
  let resends = 0;
  let mayFollow = true;
  for (;;) {
    const call = await makeCall(toSend, options);
    if ('stoppedBy' in call) {
      return call;
    }
    const { again, failure } = call;
    if (failure?.kind === 'rateLimited' && resends < maxResends) {
      resends += 1;
      await waitAsAsked(failure.failure, resends, options);
    } else if (failure === undefined && again.length > 0 && mayFollow) {
      mayFollow = false;
    } else if (!hasNeverLeft(failure)) {
      return { stoppedBy: failure, notSaved: undefined };
    }
    toSend = again;
  }
}

interface Called {
  readonly again: readonly string[];
  readonly failure: CallFailure | undefined;
}

async function makeCall(addresses: readonly string[], options: SendOptions): Promise<Called | BatchOutcome> {
  const { ownRun, brake, send } = options;
  const stopped = await whenStopCertain(brake);
  if (stopped !== undefined) {
    return { stoppedBy: stopped, notSaved: undefined };
  }
  const begun = await ownRun.begin(addresses);
  if ('kind' in begun) {
    return { stoppedBy: begun, notSaved: undefined };
  }
  if (begun.length === 0) {
    return { again: [], failure: undefined };
  }
  const { finished, again, failure } = interpretResponse(begun, await send(begun));
  ownRun.putBack(again);
  const notSaved = await ownRun.saveOutcomes(finished);
  const notStored = notSaved && ({ kind: 'storage', failure: notSaved } as const);
  const called = { again: again.map(({ address }) => address), failure };
  if (hasNeverLeft(failure)) {
    const stoppedBy = (await whenStopCertain(brake)) ?? notStored;
    return stoppedBy === undefined ? called : { stoppedBy, notSaved: undefined };
  }
  return notStored === undefined ? called : { stoppedBy: failure ?? notStored, notSaved };
}

async function whenStopCertain(brake: SendOptions['brake']): Promise<BrakeStop | undefined> {
  await brake.whenCertain();
  return brake.stopped;
}

/** Whether the request was stopped while it waited, or its session was replaced by another one of the same account. */
function hasNeverLeft(failure: CallFailure | undefined): boolean {
  return failure?.kind === 'failure' && ['aborted', 'sessionEnded'].includes(failure.failure.kind);
}

function waitAsAsked(failure: HttpFailure, resend: number, { brake, onWait, clock }: SendOptions): Promise<void> {
  const ms = retryDelayMs(failure, resend, initialRetryDelayMs);
  onWait(ms);
  return clock.sleep(ms, brake.signal);
}
