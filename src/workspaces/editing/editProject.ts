import * as l10n from '@vscode/l10n';
import type { Project, ProjectChange } from '../../api';
import type { CommandEnd } from '../../prompts/commandResult';
import type { ChosenProject, ProjectParts } from '../commands/chooseProject';
import { editText, type EditParts, type TextEdit } from './editText';

export type ProjectEditParts = ProjectParts & EditParts;

export interface ProjectEdit extends Pick<TextEdit<Project>, 'title' | 'prompt' | 'check' | 'textOf'> {
  readonly changedElsewhere: string;
  readonly isUnknown: string;
  /** What is sent for the text that is wanted, from the project as it was read just before. */
  readonly changeTo: (wanted: string, now: Project) => ProjectChange;
}

/** Edits one text of a project. */
export function editProject(
  parts: ProjectEditParts,
  { session, workspaceId, project }: ChosenProject,
  { changeTo, changedElsewhere, isUnknown, ...edit }: ProjectEdit,
): Promise<CommandEnd> {
  const { client } = session;
  return editText(parts, {
    ...edit,
    target: { workspaceId, projectId: project.id },
    thing: project,
    read: () => client.getProject(project.id),
    write: (wanted, now) => client.updateProject(project.id, changeTo(wanted, now)),
    keep: (now) => parts.details.putProject(workspaceId, now, session),
    words: {
      changedElsewhere,
      isUnknown,
      rightIsMissing: l10n.t(
        'Only members of its workspace may change a project, and Prolific does not count this account among them, or the project is gone: refresh the list.',
      ),
    },
  });
}
