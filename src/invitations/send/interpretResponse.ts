import { type Failure, type Invitation, isHttpFailure, type HttpFailure, type Result } from '../../api';
import { serverMessage } from '../../text/failureText';
import type { FinishedPerson } from '../ledger/person';
import { matchResponse } from './matchResponse';
import { rejectedPeople } from './rejectedPeople';

/** Why a run can't simply continue after a request. */
export type CallFailure =
  /** The outcome of the request is unknown; emails may have been sent. */
  | { readonly kind: 'lostResponse'; readonly failure: Failure }
  /** The account can't invite people to this workspace. */
  | { readonly kind: 'noRight'; readonly failure: HttpFailure }
  /** The people in the request can be tried one at a time, if the user chooses to. */
  | { readonly kind: 'rejectedNamingNobody'; readonly failure: HttpFailure }
  /** Prolific asks to send fewer requests, even after the last resend. */
  | { readonly kind: 'rateLimited'; readonly failure: HttpFailure }
  /** Any other failure that certainly invited nobody, such as no network. */
  | { readonly kind: 'failure'; readonly failure: Failure };

/** The outcome of one request. */
export interface CallOutcome {
  /** People with a final outcome, which may be `unknown`. */
  readonly finished: readonly FinishedPerson[];
  /** People who certainly weren't invited and may be in another request. */
  readonly again: readonly Again[];
  readonly failure: CallFailure | undefined;
}

/** A person in a request that invited nobody, with Prolific's message about the whole request. */
export interface Again {
  readonly address: string;
  readonly serverMessage?: string | undefined;
}

/**
 * Decides from the response to one request what became of each person. Only an `effect` of `none` means that nobody
 * was invited.
 */
export function interpretResponse(
  addresses: readonly string[],
  result: Result<readonly Invitation[], Failure>,
): CallOutcome {
  if (result.ok) {
    return { finished: matchResponse(addresses, result.value), again: [], failure: undefined };
  }
  const { failure } = result;
  if (failure.effect === 'unknown') {
    const finished = addresses.map((address): FinishedPerson => ({ address, outcome: 'unknown' }));
    return { finished, again: [], failure: { kind: 'lostResponse', failure } };
  }
  if (!isHttpFailure(failure)) {
    return nobody(addresses, { kind: 'failure', failure });
  }
  switch (failure.kind) {
    case 'invalid':
      return interpretRejection(addresses, failure);
    case 'forbidden':
    case 'notFound':
      return nobody(addresses, { kind: 'noRight', failure });
    case 'rateLimited':
      return nobody(addresses, { kind: 'rateLimited', failure });
    case 'unauthorized':
    case 'conflict':
    case 'server':
    case 'unexpectedStatus':
      return nobody(addresses, { kind: 'failure', failure });
  }
}

/** A rejection applies to the whole request, as far as known: no source describes one that was carried out in part. */
function interpretRejection(addresses: readonly string[], failure: HttpFailure): CallOutcome {
  const named = rejectedPeople(failure, addresses);
  if (named.size > 0) {
    return {
      finished: [...named].map(([address, message]) => rejected(address, message)),
      again: addresses.filter((address) => !named.has(address)).map((address) => ({ address })),
      failure: undefined,
    };
  }
  const message = serverMessage(failure);
  const [only, ...others] = addresses;
  const isAboutOne = only !== undefined && others.length === 0;
  return {
    finished: isAboutOne ? [rejected(only, message)] : [],
    again: isAboutOne ? [] : addresses.map((address) => ({ address, serverMessage: message })),
    failure: { kind: 'rejectedNamingNobody', failure },
  };
}

function rejected(address: string, message: string | undefined): FinishedPerson {
  return { address, outcome: 'rejected', serverMessage: message };
}

function nobody(addresses: readonly string[], failure: CallFailure): CallOutcome {
  return { finished: [], again: addresses.map((address) => ({ address })), failure };
}
