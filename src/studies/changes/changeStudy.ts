import type { Failure, Result, Study, StudyAction } from '../../api';
import { isIn } from '../studyState';

/** A change to how a study recruits: a transition, or a new total of places. */
export type RecruitmentChange =
  { readonly kind: StudyAction } | { readonly kind: 'ADD_PLACES'; readonly places: number };

/** Reads and writes a study. */
export interface StudyAccess {
  /** Reads the study and updates its rows. */
  readonly read: () => Promise<Result<Study, Failure>>;
  readonly write: () => Promise<Result<unknown, Failure>>;
}

export type StudyOutcome =
  /** Prolific has what was wanted. */
  | { readonly kind: 'changed'; readonly study: Study }
  /** Nothing was sent: the study isn't what the user agreed to change. */
  | { readonly kind: 'changedMeanwhile'; readonly study: Study }
  /** Nothing was sent: the study couldn't be read. */
  | { readonly kind: 'notRead'; readonly failure: Failure }
  /** Accepted, but the study now has another state or number of places. */
  | { readonly kind: 'different'; readonly study: Study }
  /** Accepted, but couldn't be read back. */
  | { readonly kind: 'unseen'; readonly failure: Failure }
  /** Rejected, or the response was lost. What was read after that is undefined if it failed, too. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly before: Study; readonly after: Study | undefined };

/**
 * Reads the study again, sends the change once unless the study has changed since the user saw it, and reads it back.
 * The API has no versions, so this narrows the window for a surprise but doesn't close it.
 */
export async function changeStudy(
  { read, write }: StudyAccess,
  change: RecruitmentChange,
  seen: Study,
): Promise<StudyOutcome> {
  const before = await read();
  if (!before.ok) {
    return { kind: 'notRead', failure: before.failure };
  }
  if (isDifferent(before.value, seen)) {
    return { kind: 'changedMeanwhile', study: before.value };
  }
  const written = await write();
  const after = await read();
  if (written.ok) {
    return after.ok ? outcomeOf(after.value, change) : { kind: 'unseen', failure: after.failure };
  }
  const study = after.ok ? after.value : undefined;
  // A request whose response was lost may have been carried out.
  return written.failure.effect === 'unknown' && study !== undefined && hasHappened(study, change)
    ? { kind: 'changed', study }
    : { kind: 'failed', failure: written.failure, before: before.value, after: study };
}

/** Returns whether what the user agreed to change is different. Places may be taken in the meantime. */
export function isDifferent(one: Study, other: Study): boolean {
  return one.state !== other.state || one.places !== other.places;
}

function outcomeOf(study: Study, change: RecruitmentChange): StudyOutcome {
  return { kind: hasHappened(study, change) ? 'changed' : 'different', study };
}

function hasHappened(study: Study, change: RecruitmentChange): boolean {
  switch (change.kind) {
    case 'PAUSE':
      return isIn(study, 'PAUSED');
    case 'START':
      return isIn(study, 'ACTIVE');
    case 'STOP':
      return isIn(study, 'AWAITING REVIEW', 'COMPLETED');
    case 'ADD_PLACES':
      return study.places === change.places;
  }
}
