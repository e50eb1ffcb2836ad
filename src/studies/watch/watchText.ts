import * as l10n from '@vscode/l10n';
import { formatSince } from '../../text/dates';
import { describeFailure } from '../../text/failureText';
import { plural } from '../../text/plural';
import { placesText, reviewText, stateIcon, stateText, studyName } from '../studyText';
import type { WatchView } from './studyWatch';
import type { Sighting, WatchNews } from './watchNews';

/** How the watched study looks in the status bar. */
export interface WatchLook {
  /** Name of a codicon. */
  readonly icon: string;
  readonly text: string;
  readonly tooltip: string;
  readonly accessibleLabel: string;
}

export function watchLook({ sighting, failure, readAt }: WatchView): WatchLook {
  const problem = failure && describeFailure(failure).message;
  if (sighting === undefined) {
    const text = problem ?? l10n.t('Loading the watched study…');
    return { icon: problem === undefined ? 'eye' : 'warning', text: '…', tooltip: text, accessibleLabel: text };
  }
  const { study, counts } = sighting;
  const review = reviewText(counts);
  const facts = [stateText(study), placesText(study), review].filter((fact) => fact !== undefined);
  return {
    icon: problem === undefined ? stateIcon(study) : 'warning',
    text: [placesInShort(sighting), review].filter((fact) => fact !== undefined).join(' · '),
    tooltip: [
      studyName(study),
      ...facts,
      readAt === undefined
        ? undefined
        : l10n.t({
            message: 'Updated: {0}',
            args: [formatSince(readAt)],
            comment: ['{0} is a time of day, or a day and a time.'],
          }),
      problem === undefined
        ? undefined
        : l10n.t({
            message: "Couldn't update: {0}",
            args: [problem],
            comment: ['{0} is one or more whole sentences that say what went wrong.'],
          }),
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
    accessibleLabel: l10n.t({
      message: 'Watched study {0}: {1}',
      args: [studyName(study), facts.join(', ')],
      comment: ['{0} is the name of a study, {1} its state and numbers, separated by commas.'],
    }),
  };
}

/** Such as "32/40". */
function placesInShort({ study }: Sighting): string {
  const { places, placesTaken } = study;
  return places === undefined || placesTaken === undefined
    ? (placesText(study) ?? stateText(study))
    : plural(
        l10n.t({ message: '{0}/{1}', comment: ['{0} of {1} places of a study are taken.'] }),
        placesTaken,
        plural('{0}', places),
      );
}

export function newsText(news: WatchNews, { study, counts }: Sighting): string {
  const name = studyName(study);
  switch (news) {
    case 'full':
      return l10n.t({
        message: 'All places of “{0}” are taken.',
        args: [name],
        comment: ['{0} is the name of a study.'],
      });
    case 'paused':
      return l10n.t({ message: '“{0}” is now paused.', args: [name], comment: ['{0} is the name of a study.'] });
    case 'toReview':
      return plural(
        l10n.t({
          message: '{0, plural, one {“{1}” has # submission to review.} other {“{1}” has # submissions to review.}}',
          comment: ['ICU plural: # is a number of submissions, {1} the name of a study.'],
        }),
        counts?.awaitingReview ?? 0,
        name,
      );
  }
}

export function completedText({ study }: Sighting): string {
  return l10n.t({
    message: "“{0}” is completed, so it's no longer watched.",
    args: [studyName(study)],
    comment: ['{0} is the name of a study.'],
  });
}

export function goneText(sighting: Sighting | undefined): string {
  return sighting === undefined
    ? l10n.t("The watched study no longer exists, or this account doesn't have access.")
    : l10n.t({
        message: "“{0}” no longer exists, or this account doesn't have access, so it's no longer watched.",
        args: [studyName(sighting.study)],
        comment: ['{0} is the name of a study.'],
      });
}
