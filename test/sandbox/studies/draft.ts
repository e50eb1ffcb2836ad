import { dayMs, hourMs, minuteMs } from '../clock';
import {
  type SettledStatus,
  type Study,
  type StudyStatus,
  type SubmissionInProgress,
  type SubmissionStatus,
} from './study';

/** What a lab or a test specifies of a study. The rest has defaults. */
export interface StudyDraft {
  readonly name: string;
  readonly internalName?: string;
  /** By default, a draft. */
  readonly status?: StudyStatus | { readonly other: string };
  readonly places?: number | null;
  readonly reward?: number;
  readonly minutes?: number;
  readonly createdDaysAgo?: number;
  readonly publishedDaysAgo?: number;
  readonly publishInHours?: number;
  readonly submissions?: Readonly<Partial<Record<SubmissionStatus, number>>>;
  /** The age of the oldest submission that awaits review. */
  readonly oldestReviewDaysAgo?: number;
  /** By default, no participants arrive. */
  readonly participantEverySeconds?: number;
  readonly returnEvery?: number;
  readonly approvesAutomatically?: boolean;
  readonly pausesAt?: number;
}

interface Origin {
  readonly id: string;
  readonly owner: string;
  readonly now: number;
}

export function studyFrom(draft: StudyDraft, { id, owner, now }: Origin): Study {
  const { status = 'UNPUBLISHED', minutes = 10, createdDaysAgo = 14 } = draft;
  const isPublished = status !== 'UNPUBLISHED' && status !== 'SCHEDULED';
  const publishedDaysAgo = draft.publishedDaysAgo ?? (isPublished ? createdDaysAgo / 2 : undefined);
  return {
    id,
    name: draft.name,
    internalName: draft.internalName ?? null,
    status: typeof status === 'string' ? status : status.other,
    owner,
    places: draft.places === undefined ? 20 : draft.places,
    reward: draft.reward ?? 150,
    minutes,
    createdAt: now - createdDaysAgo * dayMs,
    publishedAt: publishedDaysAgo === undefined ? null : now - publishedDaysAgo * dayMs,
    publishAt: draft.publishInHours === undefined ? null : now + draft.publishInHours * hourMs,
    inProgress: inProgress(draft.submissions?.ACTIVE ?? 0, minutes, now),
    awaitingReview: awaitingReview(draft, now),
    settled: settled(draft),
    recruitment: recruitment(draft, now),
    approvesAutomatically: draft.approvesAutomatically ?? false,
    pausesAt: draft.pausesAt,
  };
}

/** Their ends are spread evenly over the time that a submission takes. */
function inProgress(count: number, minutes: number, now: number): SubmissionInProgress[] {
  return Array.from({ length: count }, (_, index) => ({
    endsAt: now + Math.round(((index + 1) / count) * minutes * minuteMs),
    isReturned: false,
  }));
}

/** Their ages are spread evenly. */
function awaitingReview({ submissions, oldestReviewDaysAgo = 1 }: StudyDraft, now: number): number[] {
  const count = submissions?.['AWAITING REVIEW'] ?? 0;
  return Array.from({ length: count }, (_, index) =>
    Math.round(now - ((count - index) / count) * oldestReviewDaysAgo * dayMs),
  );
}

function settled({ submissions = {} }: StudyDraft): Record<SettledStatus, number> {
  return {
    APPROVED: submissions.APPROVED ?? 0,
    REJECTED: submissions.REJECTED ?? 0,
    RESERVED: submissions.RESERVED ?? 0,
    RETURNED: submissions.RETURNED ?? 0,
    'TIMED-OUT': submissions['TIMED-OUT'] ?? 0,
    'PARTIALLY APPROVED': submissions['PARTIALLY APPROVED'] ?? 0,
    'SCREENED OUT': submissions['SCREENED OUT'] ?? 0,
  };
}

function recruitment({ participantEverySeconds: seconds, returnEvery }: StudyDraft, now: number): Study['recruitment'] {
  if (seconds === undefined) {
    return undefined;
  }
  const everyMs = seconds * 1000;
  return { everyMs, returnEvery, nextAt: now + everyMs, arrived: 0 };
}
