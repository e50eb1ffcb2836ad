import * as l10n from '@vscode/l10n';
import type { Study, SubmissionCounts, WorkspaceId } from '../../../api';
import { earliestApproval, isActive, optionsOf, type StudyOption } from '../../../studies/studyState';
import { placesText, reviewText, stateIcon, stateText, studyName } from '../../../studies/studyText';
import { formatSince } from '../../../text/dates';
import { describeFailure } from '../../../text/failureText';
import { formatMoney, formatReward } from '../../../text/money';
import { plural } from '../../../text/plural';
import { inSentence } from '../../../text/sanitize';
import type { Cached } from '../../../workspaces/store/keyedCache';
import { busyIcon, savingText, type Appearance } from '../../appearance';
import type { Sources } from '../../sources';

export interface StudyFacts {
  readonly counts: Cached<SubmissionCounts>;
  readonly currency: string | undefined;
  readonly isBusy: boolean;
  /** Workspace and project, if the row isn't below them. */
  readonly location?: string | undefined;
}

/** The currency of a workspace, if its balance is known. Lists of studies don't say. */
export function currencyIn(workspaceId: WorkspaceId, { details }: Sources): string | undefined {
  return details.balance(workspaceId).value?.currency;
}

export function studyAppearance(study: Study, { counts, currency, isBusy, location }: StudyFacts): Appearance {
  const label = studyName(study);
  const facts = [
    isBusy ? savingText() : stateText(study),
    placesText(study),
    reviewText(counts.value),
    location,
  ].filter((fact) => fact !== undefined);
  return {
    label,
    description: facts.join(' · '),
    tooltip: [
      label,
      ...publicName(study, label),
      ...facts,
      ...submissionLines(counts),
      ...reviewLines(study, counts.value),
      ...moneyLines(study, currency),
      ...dateLines(study),
      l10n.t('ID: {0}', inSentence(study.id)),
    ],
    icon: isBusy ? busyIcon : stateIcon(study),
    isExpandable: false,
    contextValue: ['study', ...(isActive(study) ? ['watch'] : []), ...optionsOf(study).map(contextWord)].join(';'),
    accessibleLabel: [
      label,
      l10n.t({ message: 'study', comment: ['What a row of the tree is, for screen readers.'] }),
      ...facts,
    ].join(', '),
  };
}

/** Returns the name participants see, if it's a different one. */
function publicName({ name }: Study, label: string): readonly string[] {
  const shown = inSentence(name);
  return shown === '' || shown === label ? [] : [l10n.t('Public name: {0}', shown)];
}

function submissionLines({ value, failure }: Cached<SubmissionCounts>): readonly string[] {
  if (value === undefined) {
    return failure === undefined ? [] : [l10n.t("Couldn't count submissions: {0}", describeFailure(failure).message)];
  }
  return [
    plural(l10n.t({ message: 'In progress: {0}', comment: ['{0} is a number of submissions.'] }), value.active),
    plural(l10n.t({ message: 'Approved: {0}', comment: ['{0} is a number of submissions.'] }), value.approved),
  ];
}

function reviewLines(study: Study, counts: SubmissionCounts | undefined): readonly string[] {
  const earliest = earliestApproval(study, counts);
  return earliest === undefined
    ? []
    : [
        l10n.t({
          message: 'Unreviewed submissions are approved after 21 days (for this study, not before {0})',
          args: [formatSince(earliest)],
          comment: ['{0} is a date and time.'],
        }),
      ];
}

function moneyLines({ reward, rewardPerHour, minutes, totalCost }: Study, currency: string | undefined) {
  const perHour = rewardPerHour ?? (reward !== undefined && minutes ? (reward * 60) / minutes : undefined);
  return [
    reward === undefined ? undefined : l10n.t('Reward: {0}', formatReward(reward, currency)),
    perHour === undefined ? undefined : l10n.t('Reward per hour: {0}', formatMoney(perHour, currency)),
    minutes === undefined
      ? undefined
      : plural(
          l10n.t({
            message: '{0, plural, one {Time: # minute} other {Time: # minutes}}',
            comment: ['ICU plural: # is how long a study takes.'],
          }),
          minutes,
        ),
    totalCost === undefined ? undefined : l10n.t('Cost including fees: {0}', formatMoney(totalCost, currency)),
  ].filter((line) => line !== undefined);
}

function dateLines({ createdAt, publishedAt, publishAt, state }: Study): readonly string[] {
  return [
    createdAt && l10n.t('Created: {0}', formatSince(createdAt)),
    publishedAt && l10n.t('Published: {0}', formatSince(publishedAt)),
    publishAt && state === 'SCHEDULED' ? l10n.t('Starts: {0}', formatSince(publishAt)) : undefined,
  ].filter((line) => line !== undefined);
}

/** The word in when-clauses of menus. */
function contextWord(option: StudyOption): string {
  switch (option) {
    case 'PAUSE':
      return 'pause';
    case 'START':
      return 'start';
    case 'STOP':
      return 'stop';
    case 'ADD_PLACES':
      return 'addPlaces';
  }
}
