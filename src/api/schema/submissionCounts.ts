import * as v from 'valibot';
import { indivisible, optionalNumber } from './fields';
import type { ParsedBy } from './response';

const count = v.pipe(
  optionalNumber,
  v.transform((value) => value ?? 0),
);

/** OpenAPI: SubmissionsCountResponse. Its keys contain blanks and a hyphen. A count that is missing or null is 0. */
export const submissionCounts = indivisible(
  v.pipe(
    v.object({
      RESERVED: count,
      ACTIVE: count,
      'AWAITING REVIEW': count,
      APPROVED: count,
      'PARTIALLY APPROVED': count,
      REJECTED: count,
      'SCREENED OUT': count,
      RETURNED: count,
      'TIMED-OUT': count,
    }),
    v.transform((counts) => ({
      reserved: counts.RESERVED,
      active: counts.ACTIVE,
      awaitingReview: counts['AWAITING REVIEW'],
      approved: counts.APPROVED,
      partiallyApproved: counts['PARTIALLY APPROVED'],
      rejected: counts.REJECTED,
      screenedOut: counts['SCREENED OUT'],
      returned: counts.RETURNED,
      timedOut: counts['TIMED-OUT'],
    })),
  ),
);
export type SubmissionCounts = ParsedBy<typeof submissionCounts>;
