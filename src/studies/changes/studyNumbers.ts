import {
  type Balance,
  type Failure,
  type Result,
  type Study,
  type StudyCost,
  type SubmissionCounts,
  succeed,
} from '../../api';
import { showWaits } from '../../prompts/showWaits';
import { inSession } from '../../session/inSession';
import type { WorkspaceDetails } from '../../workspaces/store/workspaceDetails';
import type { ChosenStudy, StudyDependencies } from '../commands/chooseStudy';
import type { RecruitmentChange } from './changeStudy';

export interface NumbersDependencies extends StudyDependencies {
  readonly details: WorkspaceDetails;
}

/** What the user should know before a change, read a moment ago. What couldn't be read is undefined. */
export interface StudyNumbers {
  readonly study: Study;
  readonly counts: SubmissionCounts | undefined;
  /** What the study will cost. Only read for a change that costs money. */
  readonly cost: StudyCost | undefined;
  readonly balance: Balance | undefined;
}

/** Reads a study, its counts, and for a change that costs money its cost and the balance of its workspace. */
export async function readNumbers(
  { account, prompts, studies, details }: NumbersDependencies,
  { session, study: { id, workspace } }: ChosenStudy,
  { kind }: Pick<RecruitmentChange, 'kind'>,
): Promise<Result<StudyNumbers, Failure>> {
  const costs = kind === 'START' || kind === 'ADD_PLACES';
  const [study, counts, cost] = await Promise.all([
    inSession(account, session, (now) => studies.readStudy(now, id, { onWait: showWaits(prompts) })),
    studies.readCounts(id),
    costs ? inSession(account, session, ({ client }) => client.getStudyCost(id, { isProjected: true })) : undefined,
  ]);
  if (!study.ok) {
    return study;
  }
  const home = study.value.workspace ?? workspace;
  const balance = costs && home !== undefined ? await details.readBalance(home) : undefined;
  return succeed({
    study: { ...study.value, workspace: home },
    counts: counts.failure === undefined ? counts.value : undefined,
    cost: cost?.ok === true ? cost.value : undefined,
    balance: balance?.failure === undefined ? balance?.value : undefined,
  });
}
