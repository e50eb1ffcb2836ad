import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { done, type CommandResult } from '../../prompts/commandResult';
import { projectOfArgument, type ProjectDependencies } from './chooseProject';
import { chooseWorkspace } from './chooseWorkspace';
import { projectPage, workspacePage } from '../webPages';

/** "Open in Browser": a workspace or a project, from its row; without one, a workspace from a picker. */
export async function openInBrowser(dependencies: ProjectDependencies, argument: unknown): Promise<CommandResult> {
  const ofRow = projectOfArgument(argument, dependencies);
  if (ofRow !== undefined) {
    return open(projectPage(ofRow.project.id));
  }
  const chosen = await chooseWorkspace(dependencies, argument, l10n.t('Open in Browser'));
  return chosen.kind === 'chosen' ? open(workspacePage(chosen.workspace.id)) : chosen;
}

async function open(page: string): Promise<CommandResult> {
  await vscode.env.openExternal(vscode.Uri.parse(page, true));
  return done;
}
