import * as l10n from '@vscode/l10n';
import type { CommandResult } from '../../prompts/commandResult';
import { revealOptions, type CommandTarget } from '../../prompts/commandTarget';
import { editField, type EditDependencies } from '../editing/editField';
import { projectEntity, workspaceEntity, type EntityDependencies } from '../editing/entities';
import { descriptionField, titleField, type Field } from '../editing/fields';
import { chooseProject, type ProjectDependencies } from './chooseProject';
import { chooseWorkspace } from './chooseWorkspace';

export interface EditCommandDependencies extends ProjectDependencies, EditDependencies, EntityDependencies {}

type EditCommand = (dependencies: EditCommandDependencies, target: CommandTarget) => Promise<CommandResult>;

/** "Rename Workspace", from a row or with a picker. */
export const renameWorkspace = editsWorkspace(titleField, () => l10n.t('Rename Workspace'));

/** "Edit Workspace Description", from a row or with a picker. Also adds a first description. */
export const editWorkspaceDescription = editsWorkspace(descriptionField, () => l10n.t('Edit Workspace Description'));

/** "Rename Project", from a row or with pickers. */
export const renameProject = editsProject(titleField, () => l10n.t('Rename Project'));

/** "Edit Project Description", from a row or with pickers. Also adds a first description. */
export const editProjectDescription = editsProject(descriptionField, () => l10n.t('Edit Project Description'));

function editsWorkspace(field: Field, pickerTitle: () => string): EditCommand {
  return async (dependencies, target) => {
    const chosen = await chooseWorkspace(dependencies, target, pickerTitle());
    return chosen.kind === 'chosen'
      ? editField(dependencies, workspaceEntity(dependencies, chosen), field, revealOptions(target))
      : chosen;
  };
}

function editsProject(field: Field, pickerTitle: () => string): EditCommand {
  return async (dependencies, target) => {
    const chosen = await chooseProject(dependencies, target, pickerTitle());
    return chosen.kind === 'chosen'
      ? editField(dependencies, projectEntity(dependencies, chosen), field, revealOptions(target))
      : chosen;
  };
}
