import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { done, type CommandResult } from '../prompts/commandResult';
import type { ProjectEditDependencies } from '../workspaces/editing/editProject';
import { renameProject } from '../workspaces/commands/renameProject';
import { renameWorkspace } from '../workspaces/commands/renameWorkspace';
import type { WorkspacesView } from './workspacesView';

const hintMs = 3_000;

/** What F2 does, after the key has selected the row that has the focus: there is no way to ask for that row. */
export async function renameSelected(
  dependencies: ProjectEditDependencies,
  view: WorkspacesView,
): Promise<CommandResult> {
  const selected = await view.selected();
  if (selected?.kind === 'workspace') {
    return renameWorkspace(dependencies, { kind: 'row', row: selected, isFromMenu: false });
  }
  if (selected?.kind === 'project') {
    return renameProject(dependencies, { kind: 'row', row: selected, isFromMenu: false });
  }
  vscode.window.setStatusBarMessage(l10n.t('$(info) Only workspaces and projects can be renamed'), hintMs);
  return done;
}
