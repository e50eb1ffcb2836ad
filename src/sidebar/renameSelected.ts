import * as l10n from '@vscode/l10n';
import { done, type CommandResult } from '../prompts/commandResult';
import { renameProject, renameWorkspace, type EditCommandDependencies } from '../workspaces/commands/editCommands';
import type { WorkspacesView } from './workspacesView';

/** What F2 does, after the key has selected the row that has the focus: there is no way to ask for that row. */
export async function renameSelected(
  dependencies: EditCommandDependencies,
  view: WorkspacesView,
): Promise<CommandResult> {
  const selected = await view.selected();
  if (selected?.kind === 'workspace') {
    return renameWorkspace(dependencies, { kind: 'row', row: selected, isFromMenu: false });
  }
  if (selected?.kind === 'project') {
    return renameProject(dependencies, { kind: 'row', row: selected, isFromMenu: false });
  }
  dependencies.prompts.statusMessage(l10n.t('Only workspaces and projects can be renamed'), 'info');
  return done;
}
