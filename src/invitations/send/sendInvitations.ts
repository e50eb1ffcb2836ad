import { maxAddressesPerRequest } from '../../api';
import type { StorageFailure } from '../../session/tokenStore';
import { serverMessage } from '../../text/failureText';
import type { SettledPerson } from '../ledger/batch';
import type { StoppedBy } from './interpretResponse';
import { sendBatch, type BatchContext, type SendOptions } from './sendBatch';
import { splitIntoBatches } from './splitIntoBatches';

export interface Sending extends BatchContext {
  readonly addresses: readonly string[];
  /**
   * `oneByOne`: one address a call, for when a refusal named nobody. Only when the user asked for it, told that somebody might
   * get a second mail: that a refused call invited nobody is likely, but not documented.
   */
  readonly mode?: 'batches' | 'oneByOne';
}

export interface SendInvitationsOptions extends SendOptions {
  /** Told after each batch of how many people it is known, or known to be unknown, what became of them. */
  readonly onProgress: (done: number) => void;
}

export interface RunOutcome {
  /** What became of each address, in the order given. */
  readonly people: readonly SettledPerson[];
  /** Why the run stopped before its end, if it did. */
  readonly stoppedBy: StoppedBy | undefined;
  /** An answer came that the ledger could not store: what it says, links included, stands in `people` alone. */
  readonly notKept: StorageFailure | undefined;
}

/**
 * Sends invitations in batches of at most ten, one after another. No address is in more than one call that may have sent mail,
 * and after anything that leaves open what happened nothing more is sent.
 */
export async function sendInvitations(sending: Sending, options: SendInvitationsOptions): Promise<RunOutcome> {
  const { mode = 'batches' } = sending;
  const addresses = [...new Set(sending.addresses)];
  const people = new Map<string, SettledPerson>();
  const ended = (stoppedBy?: StoppedBy, notKept?: StorageFailure): RunOutcome => ({
    people: addresses.map((address) => people.get(address) ?? { address, outcome: 'notSent' }),
    stoppedBy,
    notKept,
  });
  const isRepeated = repeatedRefusals();
  for (const batch of splitIntoBatches(addresses, mode === 'oneByOne' ? 1 : maxAddressesPerRequest)) {
    if (options.signal.aborted) {
      return ended({ kind: 'cancelled' });
    }
    const end = await sendBatch(sending, batch, options);
    end.people.forEach((person) => people.set(person.address, person));
    options.onProgress(people.size);
    const goesOn = mode === 'oneByOne' && end.stoppedBy?.kind === 'refusedNamingNobody' && !isRepeated(end.stoppedBy);
    if (end.notKept !== undefined || (end.stoppedBy !== undefined && !goesOn)) {
      return ended(end.stoppedBy, end.notKept);
    }
  }
  return ended();
}

type RefusedNamingNobody = Extract<StoppedBy, { kind: 'refusedNamingNobody' }>;

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

/** Whom a run in batches that was refused without a name leaves to be tried one at a time: not those refused by name. */
export function leftToTry({ people, stoppedBy }: RunOutcome): readonly string[] {
  const together = new Set(stoppedBy?.kind === 'refusedNamingNobody' ? stoppedBy.people : []);
  return people
    .filter(({ address, outcome }) => outcome === 'notSent' || together.has(address))
    .map(({ address }) => address);
}

/** A run and the one that went on with some of its people, told as one. Whom that did not come to stays as they were. */
export function joinOutcomes(first: RunOutcome, second: RunOutcome): RunOutcome {
  const tried = second.people.filter(({ outcome }) => outcome !== 'notSent');
  const later = new Map(tried.map((person) => [person.address, person]));
  return {
    people: first.people.map((person) => later.get(person.address) ?? person),
    stoppedBy: second.stoppedBy,
    notKept: first.notKept ?? second.notKept,
  };
}
