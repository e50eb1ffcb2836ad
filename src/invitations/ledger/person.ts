/** The outcomes a person can have once a run has ended. */
export const finalOutcomes = ['invited', 'alreadyMember', 'rejected', 'notConfirmed', 'unknown', 'notSent'] as const;
export type FinalOutcome = (typeof finalOutcomes)[number];

/** `planned`: reserved, but in no request yet. `sending`: in a request that is about to be sent or has been sent. */
export const outcomes = ['planned', 'sending', ...finalOutcomes] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Why a person wasn't sent, if that isn't the fault of a request. Stored for each person, so it says less than a
 * `RunStop`.
 */
export const notSentReasons = [
  'canceled',
  'signedOut',
  'tokenRejected',
  'accountChanged',
  /** Another run, here or in another window, had invited them or was about to. */
  'invitedElsewhere',
  'interrupted',
  'noRight',
] as const;
export type NotSentReason = (typeof notSentReasons)[number];

/** One person of a run. */
export interface Person {
  /** As the user spelled it. */
  readonly address: string;
  readonly name?: string | undefined;
  readonly outcome: Outcome;
  readonly reason?: NotSentReason | undefined;
  /** The status Prolific returned, if it's an unknown one. */
  readonly status?: string | undefined;
  readonly link?: string | undefined;
  /** Prolific's message about a rejected person, as received. It may name people, so it's never logged. */
  readonly serverMessage?: string | undefined;
}

export interface FinishedPerson extends Person {
  readonly outcome: FinalOutcome;
}

export function isFinished(person: Person): person is FinishedPerson {
  return person.outcome !== 'planned' && person.outcome !== 'sending';
}

/** Whether Prolific may have sent the person an email. */
export function mayHaveEmail({ outcome }: Person): boolean {
  return outcome === 'sending' || outcome === 'invited' || outcome === 'notConfirmed' || outcome === 'unknown';
}

/**
 * Returns the outcome of a person who was in no request, or in one that was rejected as a whole, when their run ends.
 */
export function asNotSent(person: Person, reason: NotSentReason | undefined): FinishedPerson {
  return person.serverMessage === undefined
    ? { ...person, outcome: 'notSent', reason }
    : { ...person, outcome: 'rejected' };
}

/** Returns the likely outcome of a person whose run was interrupted. The window that sent may know better. */
export function asInterrupted(person: Person): Person {
  if (person.outcome === 'planned') {
    return asNotSent(person, 'interrupted');
  }
  return person.outcome === 'sending' ? { ...person, outcome: 'unknown', serverMessage: undefined } : person;
}
