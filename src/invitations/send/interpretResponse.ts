import { type Failure, type Invitation, isHttpFailure, type HttpFailure, type Result } from '../../api';
import type { StorageFailure } from '../../session/tokenStore';
import { serverMessage } from '../../text/failureText';
import type { SettledOutcome, SettledPerson } from '../ledger/batch';
import { matchResponse } from './matchResponse';
import { refusedPeople } from './refusedPeople';

/** Why a run stopped before its end. */
export type StoppedBy =
  | { readonly kind: 'cancelled' }
  /** The ledger could not be written, so nothing more may be sent. */
  | { readonly kind: 'storage'; readonly failure: StorageFailure }
  /** What became of the last call is unknown: mail may have gone out. */
  | { readonly kind: 'lostAnswer'; readonly failure: Failure }
  /** This account may not invite to this workspace. */
  | { readonly kind: 'noRight'; readonly failure: HttpFailure }
  /** `people`: those of the call. They may be tried again one at a time, if the user says so. */
  | { readonly kind: 'refusedNamingNobody'; readonly failure: HttpFailure; readonly people: readonly string[] }
  /** Still, after the call had been sent again as often as may be. */
  | { readonly kind: 'rateLimited'; readonly failure: HttpFailure }
  /** Anything else that certainly invited nobody, such as no network, or a token that is not accepted any more. */
  | { readonly kind: 'failure'; readonly failure: Failure };

/** What one call came to. */
export interface CallOutcome {
  /** Each person of the call. */
  readonly people: readonly SettledPerson[];
  /** Why nothing may follow as if nothing had happened. */
  readonly stoppedBy: StoppedBy | undefined;
  /** Those of a call that was refused because of others: nobody has anything against them. */
  readonly notNamed: readonly string[];
}

/** Tells from the answer to one call what became of each person. Only an `effect` of `none` allows to say that nobody was invited. */
export function interpretResponse(
  addresses: readonly string[],
  result: Result<readonly Invitation[], Failure>,
): CallOutcome {
  if (result.ok) {
    return { people: matchResponse(addresses, result.value), stoppedBy: undefined, notNamed: [] };
  }
  const { failure } = result;
  if (failure.effect === 'unknown') {
    return allAs(addresses, 'unknown', { kind: 'lostAnswer', failure });
  }
  if (!isHttpFailure(failure)) {
    return allAs(addresses, 'notSent', { kind: 'failure', failure });
  }
  switch (failure.kind) {
    case 'invalid':
      return interpretRefusal(addresses, failure);
    case 'forbidden':
    case 'notFound':
      return allAs(addresses, 'notSent', { kind: 'noRight', failure });
    case 'rateLimited':
      return allAs(addresses, 'notSent', { kind: 'rateLimited', failure });
    case 'unauthorized':
    case 'conflict':
    case 'server':
    case 'unexpectedStatus':
      return allAs(addresses, 'notSent', { kind: 'failure', failure });
  }
}

/** A refusal is one of the whole call, as far as is known of Prolific: no source describes one that was carried out in part. */
function interpretRefusal(addresses: readonly string[], failure: HttpFailure): CallOutcome {
  const named = refusedPeople(failure, addresses);
  if (named.size === 0) {
    const words = serverMessage(failure);
    return {
      people: addresses.map((address) => refused(address, words)),
      stoppedBy: { kind: 'refusedNamingNobody', failure, people: addresses },
      notNamed: [],
    };
  }
  return {
    people: addresses.map((address) =>
      named.has(address) ? refused(address, named.get(address)) : { address, outcome: 'notSent' },
    ),
    stoppedBy: undefined,
    notNamed: addresses.filter((address) => !named.has(address)),
  };
}

function refused(address: string, words: string | undefined): SettledPerson {
  return words === undefined ? { address, outcome: 'refused' } : { address, outcome: 'refused', words };
}

function allAs(addresses: readonly string[], outcome: SettledOutcome, stoppedBy: StoppedBy): CallOutcome {
  return { people: addresses.map((address) => ({ address, outcome })), stoppedBy, notNamed: [] };
}
