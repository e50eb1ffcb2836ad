import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { done, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { chooseWorkspace, type WorkspaceDependencies } from './chooseWorkspace';
import { projectPage, workspacePage } from '../../platform/webPages';

/** "Open in Browser": a workspace or a project, from its row; without one, a workspace from a picker. */
export async function openInBrowser(
  dependencies: WorkspaceDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  if (target.kind === 'row' && target.row.projectId !== undefined) {
    return open(projectPage(target.row.projectId));
  }
  const chosen = await chooseWorkspace(dependencies, target, l10n.t('Open in Browser'));
  return chosen.kind === 'chosen' ? open(workspacePage(chosen.workspace.id)) : chosen;
}

async function open(page: string): Promise<CommandResult> {
  await vscode.env.openExternal(vscode.Uri.parse(page, true));
  return done;
}
