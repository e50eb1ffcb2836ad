import * as l10n from '@vscode/l10n';
import { done, type CommandResult } from '../../prompts/commandResult';
import { chooseWorkspace, type WorkspaceDependencies } from '../../workspaces/commands/chooseWorkspace';
import type { EditDependencies } from '../../workspaces/editing/editField';

/** "Find Workspace": picks a workspace by typing and shows it in the tree. */
export async function findWorkspace(
  dependencies: WorkspaceDependencies & Pick<EditDependencies, 'reveal'>,
): Promise<CommandResult> {
  const chosen = await chooseWorkspace(dependencies, { kind: 'palette' }, l10n.t('Find Workspace'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  dependencies.reveal({ workspaceId: chosen.workspace.id }, { takesFocus: true });
  return done;
}
