import { dayMs, minuteMs } from '../clock';
import { hasFreePlace, hasStatus, placesTaken, type Study } from './study';

/** The help centre says that unreviewed submissions are approved automatically after this time. */
export const reviewPeriodMs = 21 * dayMs;

const publishingMs = minuteMs;

/** Something that happens to a study without a request. */
interface Event {
  readonly at: number;
  readonly happen: (study: Study) => void;
}

/** Applies everything that is due by `until`, in order. */
export function advanceStudy(study: Study, until: number): void {
  for (let event = nextEvent(study); event !== undefined && event.at <= until; event = nextEvent(study)) {
    event.happen(study);
    settle(study);
  }
}

/** Moves a study to the status that follows from its places and submissions. */
export function settle(study: Study): void {
  const { inProgress, awaitingReview, pausesAt } = study;
  if (hasStatus(study, 'ACTIVE') && pausesAt !== undefined && placesTaken(study) >= pausesAt) {
    study.status = 'PAUSED';
    study.pausesAt = undefined;
  }
  if (hasStatus(study, 'ACTIVE') && !hasFreePlace(study) && inProgress.length === 0) {
    study.status = 'AWAITING REVIEW';
  }
  if (hasStatus(study, 'AWAITING REVIEW') && inProgress.length === 0 && awaitingReview.length === 0) {
    study.status = 'COMPLETED';
  }
}

function nextEvent(study: Study): Event | undefined {
  const events = [publishing(study), arrival(study), completion(study), approval(study)];
  return events.reduce((first, event) => (event === undefined || (first && first.at <= event.at) ? first : event));
}

function publishing(study: Study): Event | undefined {
  if (study.publishAt === null) {
    return undefined;
  }
  if (hasStatus(study, 'SCHEDULED')) {
    return { at: study.publishAt, happen: () => (study.status = 'PUBLISHING') };
  }
  const at = study.publishAt + publishingMs;
  return hasStatus(study, 'PUBLISHING') ? { at, happen: () => activate(study, at) } : undefined;
}

/** Starts or resumes recruiting. */
export function activate(study: Study, now: number): void {
  study.status = 'ACTIVE';
  study.publishedAt ??= now;
  if (study.recruitment !== undefined) {
    study.recruitment.nextAt = now + study.recruitment.everyMs;
  }
}

function arrival(study: Study): Event | undefined {
  const { recruitment } = study;
  if (recruitment === undefined || !hasStatus(study, 'ACTIVE') || !hasFreePlace(study)) {
    return undefined;
  }
  const at = recruitment.nextAt;
  const happen = (): void => {
    recruitment.nextAt += recruitment.everyMs;
    recruitment.arrived += 1;
    const isReturned = recruitment.returnEvery !== undefined && recruitment.arrived % recruitment.returnEvery === 0;
    study.inProgress.push({ endsAt: at + study.minutes * minuteMs, isReturned });
  };
  return { at, happen };
}

function completion(study: Study): Event | undefined {
  const [first] = [...study.inProgress].sort((one, other) => one.endsAt - other.endsAt);
  if (first === undefined) {
    return undefined;
  }
  const happen = (): void => {
    study.inProgress.splice(study.inProgress.indexOf(first), 1);
    if (first.isReturned) {
      study.settled.RETURNED += 1;
    } else if (study.approvesAutomatically) {
      study.settled.APPROVED += 1;
    } else {
      study.awaitingReview.push(first.endsAt);
    }
  };
  return { at: first.endsAt, happen };
}

function approval(study: Study): Event | undefined {
  if (study.awaitingReview.length === 0) {
    return undefined;
  }
  const oldest = Math.min(...study.awaitingReview);
  const happen = (): void => {
    study.awaitingReview.splice(study.awaitingReview.indexOf(oldest), 1);
    study.settled.APPROVED += 1;
  };
  return { at: oldest + reviewPeriodMs, happen };
}
