import * as l10n from '@vscode/l10n';
import { done, type CommandResult } from '../../prompts/commandResult';
import { rowIsMissing, type CommandTarget, type RowIds } from '../../prompts/commandTarget';
import { renameStudy, type RenameStudyDependencies } from '../../studies/commands/renameStudy';
import { renameProject, renameWorkspace, type EditCommandDependencies } from '../../workspaces/commands/editCommands';

export interface RenameSelectedDependencies extends EditCommandDependencies, RenameStudyDependencies {
  readonly selectedRow: () => RowIds | undefined;
}

/**
 * What F2 does. Its keybinding gets the focused row through the arguments VS Code passes to view title actions. They're
 * undocumented; without them, the selected row is renamed. The API for this is still proposed:
 * https://github.com/microsoft/vscode/blob/main/src/vscode-dts/vscode.proposed.treeViewActiveItem.d.ts
 */
export async function renameSelected(
  dependencies: RenameSelectedDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  if (target.kind === 'redrawnRow') {
    return rowIsMissing(target);
  }
  const row = target.kind === 'row' ? target.row : dependencies.selectedRow();
  if (row?.kind === 'workspace') {
    return renameWorkspace(dependencies, { kind: 'row', row, isFromMenu: false });
  }
  if (row?.kind === 'project') {
    return renameProject(dependencies, { kind: 'row', row, isFromMenu: false });
  }
  if (row?.studyId !== undefined) {
    return renameStudy(dependencies, { kind: 'row', row, isFromMenu: false });
  }
  dependencies.prompts.statusMessage(l10n.t('Only workspaces, projects, and studies can be renamed'), 'info');
  return done;
}
