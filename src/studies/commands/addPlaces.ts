import * as l10n from '@vscode/l10n';
import type { Study } from '../../api';
import { canceled, done, failed, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import type { Note } from '../../prompts/prompts';
import { formatCount, plural } from '../../text/plural';
import { changeRecruitment, type RecruitmentDependencies } from '../changes/changeRecruitment';
import { notPossible } from '../changes/outcomeText';
import { optionsOf } from '../studyState';
import { studyName } from '../studyText';
import { chooseStudy, type ChosenStudy } from './chooseStudy';

/** "Add Places", from a row or with a picker: asks for the new total. */
export async function addPlaces(dependencies: RecruitmentDependencies, target: CommandTarget): Promise<CommandResult> {
  const chosen = await chooseStudy(dependencies, target, {
    title: l10n.t('Add Places'),
    needsAll: true,
    isOffered: canAddPlaces,
    nothingOffered: () => l10n.t('No studies can take more places.'),
  });
  return chosen.kind === 'chosen' ? askForPlaces(dependencies, chosen) : chosen;
}

async function askForPlaces(
  dependencies: RecruitmentDependencies,
  chosen: ChosenStudy,
  typed?: string,
): Promise<CommandResult> {
  const { study } = chosen;
  const places = () => (dependencies.studies.get(study.id) ?? study).places;
  if (!canAddPlaces(study)) {
    return failed(notPossible(study, 'ADD_PLACES'));
  }
  const result = await dependencies.prompts.input<undefined>({
    title: l10n.t({
      message: 'Add Places to “{0}”',
      args: [studyName(study)],
      comment: ['{0} is the name of a study.'],
    }),
    prompt: plural(
      l10n.t({
        message:
          '{0, plural, one {New total number of places. The study now has # place.} other {New total number of places. The study now has # places.}}',
        comment: ['ICU plural: # is the number of places of a study.'],
      }),
      places() ?? 0,
    ),
    value: typed ?? '',
    check: (text) => problemWith(text, places()),
    continuesAfterClose: true,
    submit: async (text) => {
      const agreed = await changeRecruitment(dependencies, chosen, { kind: 'ADD_PLACES', places: Number(text) });
      switch (agreed.kind) {
        case 'changed':
          return { accepted: undefined };
        case 'declined':
          return { declined: l10n.t('Nothing was sent.') };
        case 'problem':
          return { refused: agreed.problem };
      }
    },
  });
  switch (result.kind) {
    case 'answered':
    case 'answeredAfterClose':
      return done;
    case 'refusedAfterClose':
      return failed(result.problem, () => askForPlaces(dependencies, chosen, result.typed));
    case 'back':
    case 'canceled':
      return canceled;
  }
}

function canAddPlaces(study: Study): boolean {
  return optionsOf(study).includes('ADD_PLACES');
}

/** A published study can only get more places. */
function problemWith(text: string, now = 0): Note | undefined {
  if (!/^\s*\d{1,6}\s*$/.test(text)) {
    return { message: l10n.t('Enter a whole number.'), severity: 'error' };
  }
  return Number(text) > now
    ? undefined
    : {
        message: l10n.t({
          message: 'Enter more than {0}. You can only add places.',
          args: [formatCount(now)],
          comment: ['{0} is the number of places that the study has.'],
        }),
        severity: 'error',
      };
}
