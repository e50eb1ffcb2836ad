import * as l10n from '@vscode/l10n';
import { done, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import type { Prompts } from '../../prompts/prompts';
import { projectPage, workspacePage } from '../../platform/webPages';
import { chooseWorkspace, type WorkspaceDependencies } from './chooseWorkspace';

/** "Open in Browser": opens a workspace or project from its row, or a workspace from a picker. */
export async function openInBrowser(
  dependencies: WorkspaceDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  if (target.kind === 'row' && target.row.projectId !== undefined) {
    return open(dependencies.prompts, projectPage(target.row.projectId));
  }
  const chosen = await chooseWorkspace(dependencies, target, l10n.t('Open in Browser'));
  return chosen.kind === 'chosen' ? open(dependencies.prompts, workspacePage(chosen.workspace.id)) : chosen;
}

async function open(prompts: Prompts, page: string): Promise<CommandResult> {
  await prompts.openExternal(page);
  return done;
}
