import * as l10n from '@vscode/l10n';
import { done, failed, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { isActive } from '../studyState';
import { stateText, studyName } from '../studyText';
import type { StudyWatch } from '../watch/studyWatch';
import { chooseStudy, type StudyDependencies } from './chooseStudy';

export interface WatchDependencies extends StudyDependencies {
  readonly watch: Pick<StudyWatch, 'start' | 'stop' | 'view'>;
}

/** "Watch Study", from a row or with a picker. */
export async function watchStudy(dependencies: WatchDependencies, target: CommandTarget): Promise<CommandResult> {
  const chosen = await chooseStudy(dependencies, target, {
    title: l10n.t('Watch Study'),
    isOffered: isActive,
    nothingOffered: () => l10n.t('No study is active, paused, scheduled, or awaiting review.'),
  });
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  const { session, study } = chosen;
  if (!isActive(study)) {
    const message = l10n.t({
      message: "Can't watch “{0}” in its current state ({1}).",
      args: [studyName(study), stateText(study)],
      comment: ['{0} is the name of a study, {1} its state, such as “Completed”.'],
    });
    return failed({ message, remedies: [] });
  }
  await dependencies.watch.start(session, study);
  return done;
}

/** "Stop Watching". */
export async function stopWatching({
  watch,
  prompts,
}: Pick<WatchDependencies, 'watch' | 'prompts'>): Promise<CommandResult> {
  if (watch.view === undefined) {
    prompts.statusMessage(l10n.t('No study is being watched'), 'info');
  }
  await watch.stop();
  return done;
}
