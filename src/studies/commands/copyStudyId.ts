import * as l10n from '@vscode/l10n';
import { done, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { chooseStudy, noStudies, type StudyDependencies } from './chooseStudy';

/** "Copy Study ID", from a row or with a picker. */
export async function copyStudyId(dependencies: StudyDependencies, target: CommandTarget): Promise<CommandResult> {
  const chosen = await chooseStudy(dependencies, target, {
    title: l10n.t('Copy Study ID'),
    needsAll: true,
    isOffered: () => true,
    nothingOffered: noStudies,
  });
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  await dependencies.prompts.writeClipboard(chosen.study.id);
  dependencies.prompts.statusMessage(l10n.t('Study ID copied'));
  return done;
}
