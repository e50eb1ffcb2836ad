import * as l10n from '@vscode/l10n';
import type { Workspace, WorkspaceChange } from '../../api';
import type { Note } from '../../prompts/inputBox';
import type { CommandEnd } from '../../prompts/commandResult';
import type { ChosenWorkspace, WorkspaceParts } from '../commands/chooseWorkspace';
import { editText, type EditParts, type TextEdit } from './editText';
import { rightsIn } from '../rights';

export type WorkspaceEditParts = WorkspaceParts & EditParts;

export interface WorkspaceEdit extends Pick<
  TextEdit<Workspace>,
  'title' | 'prompt' | 'suggestion' | 'check' | 'textOf' | 'words'
> {
  /** What is sent for the text that is wanted, from the workspace as it was read just before. */
  readonly changeTo: (wanted: string, now: Workspace) => WorkspaceChange;
}

/** Edits one text of a workspace. */
export function editWorkspace(
  parts: WorkspaceEditParts,
  { session, workspace }: ChosenWorkspace,
  { changeTo, ...edit }: WorkspaceEdit,
): Promise<CommandEnd> {
  const { client, account } = session;
  return editText(parts, {
    ...edit,
    target: { workspaceId: workspace.id },
    thing: workspace,
    note: rightsIn(workspace, account.id) === 'notAdmin' ? notAdminNote() : undefined,
    read: () => client.getWorkspace(workspace.id),
    write: (wanted, now) => client.updateWorkspace(workspace.id, changeTo(wanted, now)),
    keep: (now) => parts.store.put(now, session),
  });
}

function notAdminNote(): Note {
  return {
    message: l10n.t('You are no admin of this workspace, so Prolific may refuse the change.'),
    severity: 'warning',
  };
}
