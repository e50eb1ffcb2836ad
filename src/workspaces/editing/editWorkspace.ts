import * as l10n from '@vscode/l10n';
import type { Workspace, WorkspaceChange } from '../../api';
import type { Note } from '../../prompts/inputBox';
import type { CommandResult } from '../../prompts/commandResult';
import type { ChosenWorkspace, WorkspaceDependencies } from '../commands/chooseWorkspace';
import { editText, type EditDependencies, type TextEdit } from './editText';
import { rightsIn } from '../rights';

export type WorkspaceEditDependencies = WorkspaceDependencies & EditDependencies;

export interface WorkspaceEdit extends Pick<
  TextEdit<Workspace>,
  'title' | 'prompt' | 'suggestion' | 'check' | 'textOf' | 'words'
> {
  /** What is sent for the text that is wanted, from the workspace as it was read just before. */
  readonly changeTo: (wanted: string, now: Workspace) => WorkspaceChange;
}

/** Edits one text of a workspace. */
export function editWorkspace(
  dependencies: WorkspaceEditDependencies,
  { session, workspace }: ChosenWorkspace,
  { changeTo, ...edit }: WorkspaceEdit,
): Promise<CommandResult> {
  const { client, account } = session;
  return editText(dependencies, {
    ...edit,
    target: { workspaceId: workspace.id },
    thing: workspace,
    note: rightsIn(workspace, account.id) === 'notAdmin' ? notAdminNote() : undefined,
    read: () => client.getWorkspace(workspace.id),
    write: (wanted, now) => client.updateWorkspace(workspace.id, changeTo(wanted, now)),
    keep: (now) => dependencies.store.put(now, session),
  });
}

function notAdminNote(): Note {
  return {
    message: l10n.t("You aren't an admin of this workspace, so Prolific may reject the change."),
    severity: 'warning',
  };
}
