import { maxAddressesPerRequest } from '../../api';
import type { StorageFailure } from '../../session/tokenStore';
import { serverMessage } from '../../text/failureText';
import type { FinishedPerson } from '../ledger/person';
import type { CallFailure } from './interpretResponse';
import { sendBatch, type SendOptions, type StoppedBy } from './sendBatch';
import { splitIntoBatches } from './splitIntoBatches';

/**
 * `oneByOne`: one address a call, for when a refusal named nobody. Only when the person asked for it, told that somebody might
 * get a second email: that a refused call invited nobody is likely, but not documented.
 */
export type SendMode = 'batches' | 'oneByOne';

export interface SendInvitationsOptions extends SendOptions {
  readonly mode: SendMode;
  /** Called after each batch. */
  readonly onProgress: () => void;
}

export interface RunOutcome {
  /** What the ledger has the run by; undefined where it was not reserved. */
  readonly runId: string | undefined;
  /** What became of each address, in the order given. */
  readonly people: readonly FinishedPerson[];
  /** Why the run stopped before its end, if it did. */
  readonly stoppedBy: StoppedBy | undefined;
  /** A response came that the ledger could not store: what it says, links included, stands in `people` alone. */
  readonly notSaved: StorageFailure | undefined;
}

/** How sending ended, so far. */
export type SendResult = Pick<RunOutcome, 'stoppedBy' | 'notSaved'>;

/**
 * Sends invitations to all who are still planned, in batches of at most ten, one after another. After anything that leaves open
 * what happened nothing more is sent.
 */
export async function sendInvitations(options: SendInvitationsOptions): Promise<SendResult> {
  const { mode, record } = options;
  const isRepeated = repeatedRefusals();
  for (const batch of splitIntoBatches(record.planned, mode === 'oneByOne' ? 1 : maxAddressesPerRequest)) {
    const { stoppedBy, notSaved } = await sendBatch(batch, options);
    options.onProgress();
    const goesOn = mode === 'oneByOne' && stoppedBy?.kind === 'refusedNamingNobody' && !isRepeated(stoppedBy);
    if (notSaved !== undefined || (stoppedBy !== undefined && !goesOn)) {
      return { stoppedBy, notSaved };
    }
  }
  return { stoppedBy: undefined, notSaved: undefined };
}

type RefusedNamingNobody = Extract<CallFailure, { kind: 'refusedNamingNobody' }>;

/** Tells at the second refusal with the same status and words: then it is not about the one address. */
function repeatedRefusals(): (refusal: RefusedNamingNobody) => boolean {
  const seen = new Set<string>();
  return ({ failure }) => {
    const refusal = `${failure.status} ${serverMessage(failure) ?? ''}`;
    const isKnown = seen.has(refusal);
    seen.add(refusal);
    return isKnown;
  };
}
