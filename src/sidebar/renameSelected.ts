import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { done, type CommandEnd } from '../prompts/commandResult';
import type { ProjectEditParts } from '../workspaces/editing/editProject';
import { renameProject } from '../workspaces/commands/renameProject';
import { renameWorkspace } from '../workspaces/commands/renameWorkspace';
import type { WorkspacesView } from './workspacesView';

const hintMs = 3_000;

/** What F2 does, after the key has selected the row that has the focus: there is no way to ask for that row. */
export async function renameSelected(parts: ProjectEditParts, view: WorkspacesView): Promise<CommandEnd> {
  const selected = await view.selected();
  if (selected?.kind === 'workspace') {
    return renameWorkspace(parts, selected);
  }
  if (selected?.kind === 'project') {
    return renameProject(parts, selected);
  }
  vscode.window.setStatusBarMessage(l10n.t('$(info) Only workspaces and projects can be renamed here'), hintMs);
  return done;
}
