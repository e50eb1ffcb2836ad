import { type Failure, type Invitation, isHttpFailure, type HttpFailure, type Result } from '../../api';
import { serverMessage } from '../../text/failureText';
import type { FinishedPerson } from '../ledger/person';
import { matchResponse } from './matchResponse';
import { refusedPeople } from './refusedPeople';

/** Why nothing may follow a call as if nothing had happened. */
export type CallFailure =
  /** What became of the call is unknown: emails may have been sent. */
  | { readonly kind: 'lostResponse'; readonly failure: Failure }
  /** This account may not invite to this workspace. */
  | { readonly kind: 'noRight'; readonly failure: HttpFailure }
  /** The people of the call may be tried again one at a time, if the person says so. */
  | { readonly kind: 'refusedNamingNobody'; readonly failure: HttpFailure }
  /** Still, after the call had been sent again as often as may be. */
  | { readonly kind: 'rateLimited'; readonly failure: HttpFailure }
  /** Anything else that certainly invited nobody, such as no network. */
  | { readonly kind: 'failure'; readonly failure: Failure };

/** What one call came to. */
export interface CallOutcome {
  /** Those of whom it is known, or known to be unknown, what became of them. */
  readonly finished: readonly FinishedPerson[];
  /** Those who were certainly not invited, and may be in another call. */
  readonly again: readonly Again[];
  readonly failure: CallFailure | undefined;
}

/** Somebody of a call that invited nobody, with what Prolific said of the whole of it. */
export interface Again {
  readonly address: string;
  readonly serverMessage?: string | undefined;
}

/** Tells from the response to one call what became of each person. Only an `effect` of `none` allows to say that nobody was invited. */
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
      return interpretRefusal(addresses, failure);
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

/** A refusal is one of the whole call, as far as is known of Prolific: no source describes one that was carried out in part. */
function interpretRefusal(addresses: readonly string[], failure: HttpFailure): CallOutcome {
  const named = refusedPeople(failure, addresses);
  if (named.size > 0) {
    return {
      finished: [...named].map(([address, message]) => refused(address, message)),
      again: addresses.filter((address) => !named.has(address)).map((address) => ({ address })),
      failure: undefined,
    };
  }
  const message = serverMessage(failure);
  const [only, ...others] = addresses;
  const isAboutOne = only !== undefined && others.length === 0;
  return {
    finished: isAboutOne ? [refused(only, message)] : [],
    again: isAboutOne ? [] : addresses.map((address) => ({ address, serverMessage: message })),
    failure: { kind: 'refusedNamingNobody', failure },
  };
}

function refused(address: string, message: string | undefined): FinishedPerson {
  return { address, outcome: 'refused', serverMessage: message };
}

function nobody(addresses: readonly string[], failure: CallFailure): CallOutcome {
  return { finished: [], again: addresses.map((address) => ({ address })), failure };
}
