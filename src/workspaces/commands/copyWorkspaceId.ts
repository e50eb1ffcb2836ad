import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { done, type CommandEnd } from '../../prompts/commandResult';
import { confirmQuietly } from '../../prompts/statusMessage';
import { chooseWorkspace, type WorkspaceParts } from './chooseWorkspace';

/** "Copy Workspace ID", from a row or with a picker. */
export async function copyWorkspaceId(parts: WorkspaceParts, argument: unknown): Promise<CommandEnd> {
  const chosen = await chooseWorkspace(parts, argument, l10n.t('Copy Workspace ID'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  await vscode.env.clipboard.writeText(chosen.workspace.id);
  confirmQuietly(l10n.t('Workspace ID copied'));
  return done;
}
