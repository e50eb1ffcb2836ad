export const studyStatuses = [
  'UNPUBLISHED',
  'SCHEDULED',
  'PUBLISHING',
  'ACTIVE',
  'PAUSED',
  'AWAITING REVIEW',
  'COMPLETED',
] as const;

export type StudyStatus = (typeof studyStatuses)[number];

/** As the counts of submissions spell them. */
export const submissionStatuses = [
  'ACTIVE',
  'APPROVED',
  'AWAITING REVIEW',
  'REJECTED',
  'RESERVED',
  'RETURNED',
  'TIMED-OUT',
  'PARTIALLY APPROVED',
  'SCREENED OUT',
] as const;

export type SubmissionStatus = (typeof submissionStatuses)[number];
export type SubmissionCounts = Record<SubmissionStatus, number>;

/** How participants arrive while a study is active. */
export interface Recruitment {
  readonly everyMs: number;
  /** Every nth participant returns the submission instead of completing it. */
  readonly returnEvery: number | undefined;
  nextAt: number;
  arrived: number;
}

/** All times are in ms since the epoch. */
export interface Study {
  readonly id: string;
  name: string;
  internalName: string | null;
  /** Any text, because the service may know more statuses than its file lists. */
  status: string;
  readonly owner: string;
  /** Null if Prolific calculates the places. */
  places: number | null;
  /** Per submission, in the smallest unit of the currency, perhaps with a fraction. */
  readonly reward: number;
  readonly minutes: number;
  readonly createdAt: number;
  publishedAt: number | null;
  publishAt: number | null;
  /** When each submission in progress ends. */
  inProgress: SubmissionInProgress[];
  /** When each submission awaiting review was completed. */
  awaitingReview: number[];
  readonly settled: Record<SettledStatus, number>;
  recruitment: Recruitment | undefined;
  /** Approves submissions as they are completed, so that none awaits review. */
  readonly approvesAutomatically: boolean;
  /** The number of taken places at which the study pauses by itself. */
  pausesAt: number | undefined;
}

export type SettledStatus = Exclude<SubmissionStatus, 'ACTIVE' | 'AWAITING REVIEW'>;

export interface SubmissionInProgress {
  readonly endsAt: number;
  readonly isReturned: boolean;
}

export function hasStatus({ status }: Study, ...statuses: readonly StudyStatus[]): boolean {
  return statuses.some((candidate) => candidate === status);
}

export function countsOf(study: Study): SubmissionCounts {
  return { ...study.settled, ACTIVE: study.inProgress.length, 'AWAITING REVIEW': study.awaitingReview.length };
}

export function totalOf(study: Study): number {
  return Object.values(countsOf(study)).reduce((sum, count) => sum + count, 0);
}

/** Leaves out submissions whose place is free again: see `places-taken` in deviations. */
export function placesTaken(study: Study): number {
  const { RETURNED: returned, 'TIMED-OUT': timedOut, REJECTED: rejected } = study.settled;
  return totalOf(study) - returned - timedOut - rejected;
}

export function hasFreePlace(study: Study): boolean {
  return study.places === null || placesTaken(study) < study.places;
}
