import * as l10n from '@vscode/l10n';
import type { CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { chooseProject } from './chooseProject';
import { editProject, type ProjectEditDependencies } from '../editing/editProject';
import { checkTitle } from '../editing/title';
import { titleOf } from '../../text/title';

/** "Rename Project", from a row or with pickers. */
export async function renameProject(
  dependencies: ProjectEditDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseProject(dependencies, target, l10n.t('Rename Project'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  return editProject(dependencies, chosen, {
    title: l10n.t('Rename Project “{0}”', titleOf(chosen.project)),
    prompt: l10n.t('Enter a new title.'),
    check: checkTitle,
    textOf: ({ title }) => title,
    changeTo: (title) => ({ title }),
    changedElsewhere: l10n.t('Someone else renamed the project in the meantime.'),
    isUnknown: l10n.t("Couldn't confirm whether the project was renamed. Refresh before trying again."),
  });
}
