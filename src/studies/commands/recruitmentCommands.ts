import * as l10n from '@vscode/l10n';
import type { StudyAction } from '../../api';
import { canceled, done, failed, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { changeRecruitment, type RecruitmentDependencies } from '../changes/changeRecruitment';
import { optionsOf } from '../studyState';
import { chooseStudy, type ChosenStudy } from './chooseStudy';

type RecruitmentCommand = (dependencies: RecruitmentDependencies, target: CommandTarget) => Promise<CommandResult>;

/** "Pause Study", from a row or with a picker. */
export const pauseStudy = makesTransition('PAUSE', {
  title: () => l10n.t('Pause Study'),
  nothingOffered: () => l10n.t('No active studies to pause.'),
});

/** "Start Study", from a row or with a picker: resumes a paused study. */
export const startStudy = makesTransition('START', {
  title: () => l10n.t('Start Study'),
  nothingOffered: () => l10n.t('No paused studies to start.'),
});

/** "Stop Study", from a row or with a picker. */
export const stopStudy = makesTransition('STOP', {
  title: () => l10n.t('Stop Study'),
  nothingOffered: () => l10n.t('No active or paused studies to stop.'),
});

interface Texts {
  readonly title: () => string;
  readonly nothingOffered: () => string;
}

function makesTransition(kind: StudyAction, { title, nothingOffered }: Texts): RecruitmentCommand {
  return async (dependencies, target) => {
    const chosen = await chooseStudy(dependencies, target, {
      title: title(),
      isOffered: (study) => optionsOf(study).includes(kind),
      nothingOffered,
    });
    return chosen.kind === 'chosen' ? transition(dependencies, chosen, kind) : chosen;
  };
}

async function transition(
  dependencies: RecruitmentDependencies,
  chosen: ChosenStudy,
  kind: StudyAction,
): Promise<CommandResult> {
  const result = await changeRecruitment(dependencies, chosen, { kind });
  switch (result.kind) {
    case 'changed':
      return done;
    case 'declined':
      return canceled;
    case 'problem':
      return failed(result.problem, () => transition(dependencies, chosen, kind));
  }
}
