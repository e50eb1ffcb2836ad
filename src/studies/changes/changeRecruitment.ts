import * as l10n from '@vscode/l10n';
import type { Study } from '../../api';
import { showWaits } from '../../prompts/showWaits';
import { inSession } from '../../session/inSession';
import { describeFailure } from '../../text/failureText';
import type { Problem } from '../../text/problem';
import type { ChangeQueue } from '../../workspaces/store/changeQueue';
import type { ChosenStudy } from '../commands/chooseStudy';
import { studyName } from '../studyText';
import { changeStudy, type RecruitmentChange, type StudyAccess } from './changeStudy';
import { describeOutcome, obstacleTo, stateAndPlaces } from './outcomeText';
import { recruitmentQuestion } from './recruitmentQuestion';
import { readNumbers, type NumbersDependencies, type StudyNumbers } from './studyNumbers';

export interface RecruitmentDependencies extends NumbersDependencies {
  readonly changes: ChangeQueue;
}

export type Agreed =
  | { readonly kind: 'changed' }
  /** The user didn't agree. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Reads the study, shows its numbers, and makes the change if the user agrees and the study is still the same then. */
export async function changeRecruitment(
  dependencies: RecruitmentDependencies,
  chosen: ChosenStudy,
  change: RecruitmentChange,
): Promise<Agreed> {
  const { prompts, store } = dependencies;
  const numbers = await prompts.withProgress({ location: 'view' }, () => readNumbers(dependencies, chosen, change));
  if (!numbers.ok) {
    return { kind: 'problem', problem: describeFailure(numbers.failure) };
  }
  const { study } = numbers.value;
  const obstacle = obstacleTo(change, study);
  if (obstacle !== undefined) {
    return { kind: 'problem', problem: obstacle };
  }
  const workspace = study.workspace && store.get(study.workspace);
  const agrees = await prompts.confirm(recruitmentQuestion(change, numbers.value, workspace));
  return agrees === true ? send(dependencies, chosen, change, numbers.value) : { kind: 'declined' };
}

async function send(
  dependencies: RecruitmentDependencies,
  chosen: ChosenStudy,
  change: RecruitmentChange,
  { study: seen }: StudyNumbers,
): Promise<Agreed> {
  const { prompts, changes, details } = dependencies;
  const access = accessTo(dependencies, chosen, change);
  const outcome = await prompts.withProgress({ location: 'view' }, () =>
    changes.inTurn({ studyId: seen.id }, () => changeStudy(access, change, seen)),
  );
  if (outcome.kind !== 'changed') {
    return { kind: 'problem', problem: describeOutcome(outcome, seen) };
  }
  prompts.statusMessage(newState(outcome.study));
  if (change.kind === 'ADD_PLACES' && seen.workspace !== undefined) {
    await details.readBalance(seen.workspace);
  }
  return { kind: 'changed' };
}

function accessTo(
  { account, prompts, studies }: RecruitmentDependencies,
  { session, study: { id } }: ChosenStudy,
  change: RecruitmentChange,
): StudyAccess {
  const options = { onWait: showWaits(prompts) };
  return {
    read: () => inSession(account, session, (now) => studies.readStudy(now, id, options)),
    write: () =>
      inSession(account, session, ({ client }) =>
        change.kind === 'ADD_PLACES'
          ? client.updateStudy(id, { places: change.places }, options)
          : client.transitionStudy(id, change.kind, options),
      ),
  };
}

/** Returns a message about the change, because the study's row may not be visible. */
function newState(study: Study): string {
  return l10n.t({
    message: '“{0}”: {1}',
    args: [studyName(study), stateAndPlaces(study)],
    comment: ['{0} is the name of a study, {1} its state and places, such as “Paused · 32 of 40 places”.'],
  });
}
