import * as l10n from '@vscode/l10n';
import type { CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { chooseProject } from './chooseProject';
import { checkDescription, descriptionPrompt } from '../editing/description';
import { editProject, type ProjectEditDependencies } from '../editing/editProject';
import { titleOf } from '../../text/title';

/** "Edit Project Description", from a row or with pickers; writes a first one as well. */
export async function editProjectDescription(
  dependencies: ProjectEditDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseProject(dependencies, target, l10n.t('Edit Project Description'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  return editProject(dependencies, chosen, {
    title: l10n.t('Edit Description of Project “{0}”', titleOf(chosen.project)),
    prompt: descriptionPrompt(),
    check: checkDescription,
    textOf: ({ description }) => description,
    changeTo: (description, { title }) => ({ title, description }),
    changedElsewhere: l10n.t('Someone else changed the description in the meantime.'),
    isUnknown: l10n.t("Couldn't confirm whether the description was saved. Refresh before trying again."),
  });
}
