import * as l10n from '@vscode/l10n';
import { done, type CommandEnd } from '../prompts/commandResult';
import { chooseWorkspace, type WorkspaceParts } from '../workspaces/commands/chooseWorkspace';
import type { EditParts } from '../workspaces/editing/editText';

/** "Find Workspace": picks a workspace by typing and shows it in the tree. */
export async function findWorkspace(parts: WorkspaceParts & Pick<EditParts, 'reveal'>): Promise<CommandEnd> {
  const chosen = await chooseWorkspace(parts, undefined, l10n.t('Find Workspace'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  await parts.reveal({ workspaceId: chosen.workspace.id });
  return done;
}
