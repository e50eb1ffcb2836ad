import * as l10n from '@vscode/l10n';
import type { Project, ProjectChange } from '../../api';
import type { CommandResult } from '../../prompts/commandResult';
import type { ChosenProject, ProjectDependencies } from '../commands/chooseProject';
import { editText, type EditDependencies, type TextEdit } from './editText';

export type ProjectEditDependencies = ProjectDependencies & EditDependencies;

export interface ProjectEdit extends Pick<TextEdit<Project>, 'title' | 'prompt' | 'check' | 'textOf'> {
  readonly changedElsewhere: string;
  readonly isUnknown: string;
  /** What is sent for the text that is wanted, from the project as it was read just before. */
  readonly changeTo: (wanted: string, now: Project) => ProjectChange;
}

/** Edits one text of a project. */
export function editProject(
  dependencies: ProjectEditDependencies,
  { session, workspaceId, project }: ChosenProject,
  { changeTo, changedElsewhere, isUnknown, ...edit }: ProjectEdit,
): Promise<CommandResult> {
  const { client } = session;
  return editText(dependencies, {
    ...edit,
    target: { workspaceId, projectId: project.id },
    thing: project,
    read: () => client.getProject(project.id),
    write: (wanted, now) => client.updateProject(project.id, changeTo(wanted, now)),
    keep: (now) => dependencies.details.putProject(workspaceId, now, session),
    words: {
      changedElsewhere,
      isUnknown,
      rightIsMissing: l10n.t(
        'Only workspace members can change this project, or it no longer exists. Refresh the list.',
      ),
    },
  });
}
