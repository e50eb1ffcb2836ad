import { maxAddressesPerRequest } from '../../api';
import type { StorageFailure } from '../../session/tokenStore';
import { serverMessage } from '../../text/failureText';
import type { FinishedPerson } from '../ledger/person';
import type { CallFailure } from './interpretResponse';
import { sendBatch, type SendOptions, type RunStop } from './sendBatch';
import { splitIntoBatches } from './splitIntoBatches';

/**
 * `oneByOne`: one address per request, after a rejection that named nobody. Only if the user chose it, knowing that someone may
 * get a second email: it's likely but not documented that a rejected request invites nobody.
 */
export type SendMode = 'batches' | 'oneByOne';

export interface SendInvitationsOptions extends SendOptions {
  readonly mode: SendMode;
  /** Called after each batch. */
  readonly onProgress: () => void;
}

export interface RunOutcome {
  /** The run's id in the ledger. Undefined if it wasn't reserved. */
  readonly runId: string | undefined;
  /** What became of each person, in their original order. */
  readonly people: readonly FinishedPerson[];
  /** Why the run ended early, if it did. */
  readonly stoppedBy: RunStop | undefined;
  /** Why a response couldn't be stored, if so. What it says, including links, is then only in `people`. */
  readonly notSaved: StorageFailure | undefined;
}

/** Whether everything was sent except what the user canceled. */
export function wentAsPlanned({ stoppedBy }: Pick<RunOutcome, 'stoppedBy'>): boolean {
  return stoppedBy === undefined || stoppedBy.kind === 'canceled';
}

/** How one pass of sending ended. */
export type SendResult = Pick<RunOutcome, 'stoppedBy' | 'notSaved'>;

/**
 * Sends invitations to everyone who is still planned, in batches of at most ten, one after another. Stops after anything that
 * leaves open what happened.
 */
export async function sendInvitations(options: SendInvitationsOptions): Promise<SendResult> {
  const { mode, ownRun } = options;
  const isRepeated = repeatedRejections();
  for (const batch of splitIntoBatches(ownRun.planned, mode === 'oneByOne' ? 1 : maxAddressesPerRequest)) {
    const { stoppedBy, notSaved } = await sendBatch(batch, options);
    options.onProgress();
    const continues = mode === 'oneByOne' && stoppedBy?.kind === 'rejectedNamingNobody' && !isRepeated(stoppedBy);
    if (notSaved !== undefined || (stoppedBy !== undefined && !continues)) {
      return { stoppedBy, notSaved };
    }
  }
  return { stoppedBy: undefined, notSaved: undefined };
}

type RejectedNamingNobody = Extract<CallFailure, { kind: 'rejectedNamingNobody' }>;

/** Recognizes the second rejection with the same status and message, which then isn't about a single address. */
function repeatedRejections(): (rejection: RejectedNamingNobody) => boolean {
  const seen = new Set<string>();
  return ({ failure }) => {
    const rejection = `${failure.status} ${serverMessage(failure) ?? ''}`;
    const isKnown = seen.has(rejection);
    seen.add(rejection);
    return isKnown;
  };
}
