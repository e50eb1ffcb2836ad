import type { Study, SubmissionCounts } from '../../api';
import { isIn } from '../studyState';

/** A study as it was when it was last read. */
export interface Sighting {
  readonly study: Study;
  readonly counts: SubmissionCounts | undefined;
}

/** Something about a watched study that the user is told once. */
export type WatchNews = 'full' | 'paused' | 'toReview';

const isTrue: Readonly<Record<WatchNews, (sighting: Sighting) => boolean>> = {
  full: ({ study: { places, placesTaken, state } }) =>
    places === undefined || placesTaken === undefined ? state === 'AWAITING REVIEW' : placesTaken >= places,
  paused: ({ study }) => isIn(study, 'PAUSED'),
  toReview: ({ counts }) => counts !== undefined && counts.awaitingReview > 0,
};

/** What has become true since a study was last read. What was true already isn't news. */
export function newsOf(before: Sighting, now: Sighting): readonly WatchNews[] {
  const kinds: readonly WatchNews[] = ['full', 'paused', 'toReview'];
  return kinds.filter((kind) => isTrue[kind](now) && !isTrue[kind](before));
}
