/** What can be said of a person once a run has ended. */
export const finalOutcomes = ['invited', 'alreadyMember', 'refused', 'notConfirmed', 'unknown', 'notSent'] as const;
export type FinalOutcome = (typeof finalOutcomes)[number];

/** `planned`: reserved for a call that has not begun. `sending`: in a call that may leave any moment, or has left. */
export const outcomes = ['planned', 'sending', ...finalOutcomes] as const;
export type Outcome = (typeof outcomes)[number];

/** Why somebody was not sent, where that is not about the request itself. */
export const notSentReasons = [
  'cancelled',
  'signedOut',
  'tokenRejected',
  'accountChanged',
  /** Another run, here or in another window, had invited them meanwhile or was about to. */
  'invitedElsewhere',
  'interrupted',
  'noRight',
] as const;
export type NotSentReason = (typeof notSentReasons)[number];

/** One person of a run. */
export interface Person {
  /** As it was given. */
  readonly address: string;
  readonly name?: string | undefined;
  readonly outcome: Outcome;
  readonly reason?: NotSentReason | undefined;
  /** The status that Prolific returned, where it is none that we know. */
  readonly status?: string | undefined;
  readonly link?: string | undefined;
  /** What Prolific said of somebody it refused, as it came. It may name people: never logged. */
  readonly serverMessage?: string | undefined;
}

export interface FinishedPerson extends Person {
  readonly outcome: FinalOutcome;
}

export function isFinished(person: Person): person is FinishedPerson {
  return person.outcome !== 'planned' && person.outcome !== 'sending';
}

/** Whether Prolific may have sent them an email. */
export function mayHaveEmail({ outcome }: Person): boolean {
  return outcome === 'sending' || outcome === 'invited' || outcome === 'notConfirmed' || outcome === 'unknown';
}

/** Somebody of a run that has ended who was in no call, or in one that was refused as a whole. */
export function asNotSent(person: Person, reason: NotSentReason | undefined): FinishedPerson {
  return person.serverMessage === undefined
    ? { ...person, outcome: 'notSent', reason }
    : { ...person, outcome: 'refused' };
}

/** Somebody of a run that ended without a word since its window died. The window itself may know better. */
export function asInterrupted(person: Person): Person {
  if (person.outcome === 'planned') {
    return asNotSent(person, 'interrupted');
  }
  return person.outcome === 'sending' ? { ...person, outcome: 'unknown', serverMessage: undefined } : person;
}
