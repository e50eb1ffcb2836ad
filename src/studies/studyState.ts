import type { Study, StudyAction, StudyState, SubmissionCounts } from '../api';

/** The states of studies that recruit, are about to, or have submissions to review, in the order they're shown. */
export const activeStates = [
  'ACTIVE',
  'PUBLISHING',
  'PAUSED',
  'SCHEDULED',
  'AWAITING REVIEW',
] as const satisfies readonly StudyState[];

/** How studies are grouped under their project. A state that this version doesn't know counts as current. */
export type StudyGroup = 'current' | 'drafts' | 'completed';

/** What can be done with a study besides renaming it, which always works. */
export type StudyOption = StudyAction | 'ADD_PLACES';

/** How long submissions wait for a review before Prolific approves them. (Help center: articles/360009092394) */
const reviewPeriodMs = 21 * 24 * 60 * 60_000;

type State = Pick<Study, 'state'>;

export function isIn({ state }: State, ...states: readonly StudyState[]): boolean {
  return states.some((candidate) => candidate === state);
}

export function isActive(study: State): boolean {
  return isIn(study, ...activeStates);
}

export function groupOf(study: State): StudyGroup {
  return isIn(study, 'UNPUBLISHED') ? 'drafts' : isIn(study, 'COMPLETED') ? 'completed' : 'current';
}

/** Returns the position of a state among current studies: active ones come first, unknown states last. */
export function rankOf(study: State): number {
  const index = activeStates.findIndex((state) => state === study.state);
  return index === -1 ? activeStates.length : index;
}

/** Whether submissions may be waiting, so that counting them is worth a request. */
export function mayHaveSubmissions({ state, submissions }: Pick<Study, 'state' | 'submissions'>): boolean {
  return isIn({ state }, 'ACTIVE', 'PAUSED', 'AWAITING REVIEW') && submissions !== 0;
}

/**
 * What can be done with a study in its state. Places can be added even to a finished study, which then recruits again,
 * unless Prolific calculates them. (OpenAPI file: publish-study, update-study)
 */
export function optionsOf(study: Pick<Study, 'state' | 'places'>): readonly StudyOption[] {
  const takesPlaces = study.places !== undefined && isIn(study, 'ACTIVE', 'PAUSED', 'AWAITING REVIEW', 'COMPLETED');
  return [
    ...(isIn(study, 'ACTIVE') ? (['PAUSE'] as const) : []),
    ...(isIn(study, 'PAUSED') ? (['START'] as const) : []),
    ...(isIn(study, 'ACTIVE', 'PAUSED') ? (['STOP'] as const) : []),
    ...(takesPlaces ? (['ADD_PLACES'] as const) : []),
  ];
}

/**
 * Returns the earliest time at which Prolific may approve unreviewed submissions: none can be older than the study. Only
 * the list of submissions says when they were really submitted. Undefined if that's unknown or nothing is waiting.
 */
export function earliestApproval(
  { publishedAt }: Pick<Study, 'publishedAt'>,
  counts: SubmissionCounts | undefined,
): Date | undefined {
  return publishedAt === undefined || counts === undefined || counts.awaitingReview === 0
    ? undefined
    : new Date(publishedAt.getTime() + reviewPeriodMs);
}
