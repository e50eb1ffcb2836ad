import * as l10n from '@vscode/l10n';
import type { ProjectId, StudyId, WorkspaceId } from '../../api';
import { done, failed, type CommandResult } from '../../prompts/commandResult';
import { showWaits } from '../../prompts/showWaits';
import { describeFailure } from '../../text/failureText';
import { chooseStudy, noStudies, type StudyDependencies } from './chooseStudy';
import { openStudy } from './openStudy';

/** Where a study is in the tree. */
export interface StudyTarget {
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
  readonly studyId: StudyId;
}

export interface FindStudyDependencies extends StudyDependencies {
  readonly revealStudy: (target: StudyTarget) => void;
}

/** "Find Study": picks a study of any workspace by typing, and shows it in the tree. */
export async function findStudy(dependencies: FindStudyDependencies): Promise<CommandResult> {
  const { prompts, store, studies, revealStudy } = dependencies;
  const chosen = await chooseStudy(
    dependencies,
    { kind: 'palette' },
    { title: l10n.t('Find Study'), needsAll: true, isOffered: () => true, nothingOffered: noStudies },
  );
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  // Lists rarely say where a study is.
  const read = await studies.readStudy(chosen.session, chosen.study.id, { onWait: showWaits(prompts) });
  if (!read.ok) {
    return failed(describeFailure(read.failure));
  }
  const { id, workspace, project } = read.value;
  if (workspace !== undefined && project !== undefined && store.get(workspace) !== undefined) {
    revealStudy({ workspaceId: workspace, projectId: project, studyId: id });
    return done;
  }
  const isOpened = await prompts.notify({
    severity: 'info',
    message: l10n.t("Prolific doesn't say which project this study is in."),
    choices: [{ label: l10n.t('Open in Browser'), value: true }],
  });
  return isOpened === true ? openStudy(dependencies, id) : done;
}
