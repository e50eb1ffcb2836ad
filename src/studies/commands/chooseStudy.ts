import * as l10n from '@vscode/l10n';
import type { Failure, Study, StudyId } from '../../api';
import { canceled, failed, type Canceled, type Failed } from '../../prompts/commandResult';
import { mayPick, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import type { Choice, Prompts } from '../../prompts/prompts';
import { showWaits } from '../../prompts/showWaits';
import type { CurrentAccount } from '../../session/currentAccount';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import type { SessionManager } from '../../session/sessionManager';
import { describeFailure } from '../../text/failureText';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import type { WorkspaceStore } from '../../workspaces/store/workspaceStore';
import type { StudyStore } from '../store/studyStore';
import { groupOf, type StudyGroup } from '../studyState';
import { newestFirst, placesText, reviewText, sortCurrent, stateIcon, stateText, studyName } from '../studyText';

export interface StudyDependencies {
  readonly prompts: Prompts;
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly store: WorkspaceStore;
  readonly studies: StudyStore;
}

export interface ChosenStudy {
  readonly kind: 'chosen';
  readonly session: SignedIn;
  readonly study: Study;
}

export interface StudyQuestion {
  readonly title: string;
  /**
   * Whether studies in any state are read first, instead of the active ones.
   *
   * @default false
   */
  readonly needsAll?: boolean;
  /** Whether a study is among the choices. */
  readonly isOffered: (study: Study) => boolean;
  /** The message if no study is. */
  readonly nothingOffered: () => string;
}

/** Returns the study of the row. Without a row, reads the active studies and asks the user to choose. */
export async function chooseStudy(
  dependencies: StudyDependencies,
  target: CommandTarget,
  question: StudyQuestion,
): Promise<ChosenStudy | Canceled | Failed> {
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  if (mayPick(target)) {
    return pickStudy(dependencies, session, question);
  }
  const id = target.kind === 'row' ? target.row.studyId : undefined;
  const study = id === undefined ? undefined : await findStudy(dependencies, session, id);
  return study === undefined ? rowIsMissing(target) : { kind: 'chosen', session, study };
}

/** Finds the study even if its data was dropped after the row was drawn. */
async function findStudy(
  { prompts, studies }: StudyDependencies,
  session: SignedIn,
  id: StudyId,
): Promise<Study | undefined> {
  const study = studies.get(id);
  if (study !== undefined) {
    return study;
  }
  const result = await studies.readStudy(session, id, { onWait: showWaits(prompts) });
  return result.ok ? result.value : undefined;
}

async function pickStudy(
  { prompts, studies, store }: StudyDependencies,
  session: SignedIn,
  { title, needsAll = false, isOffered, nothingOffered }: StudyQuestion,
): Promise<ChosenStudy | Canceled | Failed> {
  const [, failure] = await prompts.withProgress({ location: 'view' }, () =>
    Promise.all([store.whenRead(), needsAll ? readAll(studies) : readActive(studies)]),
  );
  const offered = sortForPicker(studies.known.filter(isOffered));
  if (offered.length === 0) {
    return failed(failure === undefined ? { message: nothingOffered(), remedies: [] } : describeFailure(failure));
  }
  const answer = await prompts.pick({
    title,
    placeholder: l10n.t('Select a study (search by name, workspace, or ID)'),
    choices: offered.map((study) => studyChoice(study, { studies, store })),
  });
  return answer.kind === 'answered' ? { kind: 'chosen', session, study: answer.value } : canceled;
}

async function readAll(studies: StudyStore): Promise<Failure | undefined> {
  return (await studies.whenAllRead()).failure;
}

async function readActive(studies: StudyStore): Promise<Failure | undefined> {
  await studies.refreshActiveIfStale();
  return studies.active.list.failure;
}

/** Sorts as below a project: current studies first, then drafts, then completed ones. */
function sortForPicker(studies: readonly Study[]): readonly Study[] {
  const inGroup = (group: StudyGroup) => studies.filter((study) => groupOf(study) === group);
  return [
    ...sortCurrent(inGroup('current')),
    ...inGroup('drafts').sort(newestFirst),
    ...inGroup('completed').sort(newestFirst),
  ];
}

function studyChoice(study: Study, { studies, store }: Pick<StudyDependencies, 'studies' | 'store'>): Choice<Study> {
  const workspace = study.workspace && store.get(study.workspace);
  const facts = [stateText(study), placesText(study), reviewText(studies.counts(study.id).value)];
  return {
    icon: stateIcon(study),
    label: studyName(study),
    description: facts.filter((fact) => fact !== undefined).join(' · '),
    detail: [workspace && titleOf(workspace), inSentence(study.name), inSentence(study.id)].filter(Boolean).join(' · '),
    value: study,
  };
}

/** Returns what a picker of any study says if there is none. */
export function noStudies(): string {
  return l10n.t('This account has no studies yet.');
}
