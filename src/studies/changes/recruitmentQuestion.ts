import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import type { ConfirmQuestion } from '../../prompts/prompts';
import { formatMoney } from '../../text/money';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { studyName } from '../studyText';
import type { RecruitmentChange } from './changeStudy';
import { costOfPlaces, freePlaces } from './cost';
import { stateAndPlaces } from './outcomeText';
import type { StudyNumbers } from './studyNumbers';

/**
 * Returns the modal question before a change: which study, where, its numbers, and the consequences. Enter never does
 * anything that costs money or may be final.
 */
export function recruitmentQuestion(
  change: RecruitmentChange,
  numbers: StudyNumbers,
  workspace: Workspace | undefined,
): ConfirmQuestion<boolean> {
  return {
    message: messageOf(change, studyName(numbers.study)),
    detail: [[...situation(numbers, workspace), ...money(change, numbers)].join('\n'), consequence(change)].join(
      '\n\n',
    ),
    choices: choicesOf(change),
  };
}

function messageOf(change: RecruitmentChange, name: string): string {
  switch (change.kind) {
    case 'PAUSE':
      return l10n.t({ message: 'Pause “{0}”?', args: [name], comment: ['{0} is the name of a study.'] });
    case 'START':
      return l10n.t({ message: 'Start “{0}” again?', args: [name], comment: ['{0} is the name of a study.'] });
    case 'STOP':
      return l10n.t({ message: 'Stop “{0}”?', args: [name], comment: ['{0} is the name of a study.'] });
    case 'ADD_PLACES':
      return plural(
        l10n.t({
          message:
            '{0, plural, one {Increase “{1}” to # place in total?} other {Increase “{1}” to # places in total?}}',
          comment: ['ICU plural: # is the new total of places of a study, {1} its name.'],
        }),
        change.places,
        name,
      );
  }
}

function situation({ study, counts }: StudyNumbers, workspace: Workspace | undefined): readonly string[] {
  return [
    workspace &&
      l10n.t({ message: 'Workspace: {0}', args: [titleOf(workspace)], comment: ['{0} is the title of a workspace.'] }),
    stateAndPlaces(study),
    counts === undefined
      ? l10n.t("Submissions in progress and to review couldn't be counted.")
      : plural(
          l10n.t({
            message: 'In progress: {0} · To review: {1}',
            comment: ['{0} and {1} are numbers of submissions.'],
          }),
          counts.active,
          plural('{0}', counts.awaitingReview),
        ),
  ].filter((line) => line !== undefined);
}

function money(change: RecruitmentChange, numbers: StudyNumbers): readonly string[] {
  if (change.kind === 'PAUSE' || change.kind === 'STOP') {
    return [];
  }
  const { study, cost, balance } = numbers;
  const places = change.kind === 'ADD_PLACES' ? change.places - (study.places ?? change.places) : freePlaces(study);
  const most = places === undefined ? undefined : costOfPlaces(places, study, cost);
  const currency = study.currency ?? balance?.currency ?? cost?.rewards.currency;
  const available = balance?.available;
  return [
    places === undefined || most === undefined
      ? l10n.t("The maximum cost isn't known.")
      : plural(
          l10n.t({
            message:
              '{0, plural, one {Costs up to {1} including fees, for # place} other {Costs up to {1} including fees, for # places}}',
            comment: ['ICU plural: # is a number of places of a study, {1} an amount of money.'],
          }),
          places,
          formatMoney(most, currency),
        ),
    available === undefined
      ? l10n.t("The available balance isn't known.")
      : l10n.t({
          message: 'Available balance: {0}',
          args: [formatMoney(available, balance?.currency ?? currency)],
          comment: ['{0} is an amount of money.'],
        }),
    ...(change.kind === 'ADD_PLACES' && most !== undefined && available !== undefined && most > available
      ? [l10n.t('The available balance may not be enough.')]
      : []),
  ];
}

function consequence({ kind }: RecruitmentChange): string {
  switch (kind) {
    case 'PAUSE':
      return l10n.t(
        'Nobody else can take part until you start it again. Participants who have already started can finish.',
      );
    case 'START':
      return l10n.t('New participants can take the remaining places.');
    case 'STOP':
      return l10n.t(
        'Nobody else can take part. You may not be able to undo this: a stopped study recruits again only if you add places. Participants who have already started can finish.',
      );
    case 'ADD_PLACES':
      return l10n.t("You can't remove places later. A finished study starts recruiting again.");
  }
}

function choicesOf({ kind }: RecruitmentChange): ConfirmQuestion<boolean>['choices'] {
  switch (kind) {
    case 'PAUSE':
      return [
        {
          label: l10n.t({ message: 'Pause', comment: ['A verb, on a button: what to do with a study.'] }),
          value: true,
        },
      ];
    case 'START':
      return [
        {
          label: l10n.t({ message: "Don't Start", comment: ['On a button: leaves the study as it is.'] }),
          value: false,
        },
        {
          label: l10n.t({ message: 'Start', comment: ['A verb, on a button: what to do with a study.'] }),
          value: true,
        },
      ];
    case 'STOP':
      return [
        {
          label: l10n.t({ message: "Don't Stop", comment: ['On a button: leaves the study as it is.'] }),
          value: false,
        },
        { label: l10n.t({ message: 'Stop', comment: ['A verb, on a button: what to do with a study.'] }), value: true },
      ];
    case 'ADD_PLACES':
      return [
        { label: l10n.t({ message: "Don't Add", comment: ['On a button: leaves the study as it is.'] }), value: false },
        { label: l10n.t('Add Places'), value: true },
      ];
  }
}
