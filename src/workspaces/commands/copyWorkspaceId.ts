import * as l10n from '@vscode/l10n';
import { done, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { chooseWorkspace, type WorkspaceDependencies } from './chooseWorkspace';

/** "Copy Workspace ID", from a row or with a picker. */
export async function copyWorkspaceId(
  dependencies: WorkspaceDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseWorkspace(dependencies, target, l10n.t('Copy Workspace ID'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  await dependencies.prompts.writeClipboard(chosen.workspace.id);
  dependencies.prompts.statusMessage(l10n.t('Workspace ID copied'));
  return done;
}
