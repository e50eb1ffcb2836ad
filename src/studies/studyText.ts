import * as l10n from '@vscode/l10n';
import type { Study, SubmissionCounts } from '../api';
import { plural } from '../text/plural';
import { inSentence } from '../text/sanitize';
import { sorted } from '../text/sorted';
import { titleOf } from '../text/title';
import { rankOf } from './studyState';

/** The researchers' own name of a study, or the one that participants see. */
export function studyName({ id, name, internalName }: Pick<Study, 'id' | 'name' | 'internalName'>): string {
  const isOwn = internalName !== undefined && inSentence(internalName) !== '';
  return titleOf({ id, title: isOwn ? internalName : name });
}

/** The state of a study in words. An unknown one is shown as received. */
export function stateText({ state }: Pick<Study, 'state'>): string {
  switch (state) {
    case 'UNPUBLISHED':
      return l10n.t({ message: 'Draft', comment: ['State of a study.'] });
    case 'SCHEDULED':
      return l10n.t({ message: 'Scheduled', comment: ['State of a study.'] });
    case 'PUBLISHING':
      return l10n.t({ message: 'Publishing', comment: ['State of a study.'] });
    case 'ACTIVE':
      return l10n.t({ message: 'Active', comment: ['State of a study.'] });
    case 'PAUSED':
      return l10n.t({ message: 'Paused', comment: ['State of a study.'] });
    case 'AWAITING REVIEW':
      return l10n.t({ message: 'Awaiting review', comment: ['State of a study.'] });
    case 'COMPLETED':
      return l10n.t({ message: 'Completed', comment: ['State of a study.'] });
    default:
      return inSentence(state) || l10n.t({ message: 'Unknown state', comment: ['State of a study.'] });
  }
}

/** The name of a codicon. */
export function stateIcon({ state }: Pick<Study, 'state'>): string {
  switch (state) {
    case 'UNPUBLISHED':
      return 'edit';
    case 'SCHEDULED':
      return 'calendar';
    case 'PUBLISHING':
      return 'cloud-upload';
    case 'ACTIVE':
      return 'play-circle';
    case 'PAUSED':
      return 'debug-pause';
    case 'AWAITING REVIEW':
      return 'checklist';
    case 'COMPLETED':
      return 'pass';
    default:
      return 'question';
  }
}

/** Such as "32 of 40 places". Undefined if the service says nothing about places. */
export function placesText({ state, places, placesTaken }: Pick<Study, 'state' | 'places' | 'placesTaken'>) {
  const isStarted = state !== 'UNPUBLISHED' && state !== 'SCHEDULED';
  if (places !== undefined && placesTaken !== undefined && isStarted) {
    return plural(
      l10n.t({
        message: '{0, plural, one {{1} of # place} other {{1} of # places}}',
        comment: ['ICU plural: # is the number of places of a study, {1} is how many of them are taken.'],
      }),
      places,
      plural('{0}', placesTaken),
    );
  }
  if (places !== undefined) {
    return plural(
      l10n.t({
        message: '{0, plural, one {# place} other {# places}}',
        comment: ['ICU plural: # is the number of places of a study.'],
      }),
      places,
    );
  }
  return placesTaken === undefined || !isStarted
    ? undefined
    : plural(
        l10n.t({
          message: '{0, plural, one {# place taken} other {# places taken}}',
          comment: ['ICU plural: # is the number of places of a study that are taken.'],
        }),
        placesTaken,
      );
}

/** Such as "5 to review". Undefined if nothing waits, or nothing is known. */
export function reviewText(counts: SubmissionCounts | undefined): string | undefined {
  return counts === undefined || counts.awaitingReview === 0
    ? undefined
    : plural(l10n.t({ message: '{0} to review', comment: ['{0} is a number of submissions.'] }), counts.awaitingReview);
}

/** Current studies by state, and the newest first among those in the same one. */
export function sortCurrent(studies: readonly Study[]): readonly Study[] {
  return [...studies].sort((one, other) => rankOf(one) - rankOf(other) || newestFirst(one, other));
}

export function newestFirst(one: Study, other: Study): number {
  return timeOf(other) - timeOf(one) || (one.id < other.id ? -1 : 1);
}

export function sortByName(studies: readonly Study[]): readonly Study[] {
  return sorted(studies, studyName);
}

function timeOf({ createdAt }: Study): number {
  return createdAt?.getTime() ?? 0;
}
