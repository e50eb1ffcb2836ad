import type { Behavior } from '../behavior';
import { activate, settle } from './simulation';
import { hasStatus, type Study, type StudyStatus } from './study';

/** Publishing is left out: this project never publishes a study. */
export const transitionActions = ['PAUSE', 'START', 'STOP'] as const;

export type TransitionAction = (typeof transitionActions)[number];

const startingStatuses: Readonly<Record<TransitionAction, readonly StudyStatus[]>> = {
  PAUSE: ['ACTIVE'],
  START: ['PAUSED'],
  STOP: ['ACTIVE', 'PAUSED'],
};

export function canTransition(study: Study, action: TransitionAction): boolean {
  return hasStatus(study, ...startingStatuses[action]);
}

interface TransitionOptions {
  readonly now: number;
  readonly statusAfterStop: Behavior['statusAfterStop'];
}

/** Participants who have started can still finish, whatever becomes of the study. */
export function transition(study: Study, action: TransitionAction, { now, statusAfterStop }: TransitionOptions): void {
  switch (action) {
    case 'PAUSE':
      study.status = 'PAUSED';
      break;
    case 'START':
      activate(study, now);
      break;
    case 'STOP':
      study.status = statusAfterStop === 'COMPLETED' ? 'COMPLETED' : 'AWAITING REVIEW';
      break;
  }
  settle(study);
}

/** More places make a finished study active again. */
export function addPlaces(study: Study, places: number, now: number): void {
  const hadFinished = hasStatus(study, 'AWAITING REVIEW', 'COMPLETED');
  const hasMore = study.places !== null && places > study.places;
  study.places = places;
  if (hadFinished && hasMore) {
    activate(study, now);
    settle(study);
  }
}
