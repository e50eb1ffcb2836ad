import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandId, ToolName } from '../platform/ids';
import type { Log } from '../platform/log';
import { failed, type CommandResult } from './commandResult';
import { targetOf, type CommandTarget, type HandedOutRows } from './commandTarget';
import { logError } from './detached';
import type { Problem, Remedy } from '../text/problem';

export type CommandHandler = (target: CommandTarget) => Promise<CommandResult>;

export interface PipelineDependencies {
  readonly log: Log;
  readonly rows: HandedOutRows;
}

/**
 * The one pipeline of all commands: whatever a handler comes to ends here, in at most one message with a way out, and
 * nothing is thrown into VS Code. Retry calls the handler again with the same target.
 */
export function registerCommand(
  id: CommandId,
  { log, rows }: PipelineDependencies,
  handler: CommandHandler,
): vscode.Disposable {
  const run = async (work: () => Promise<CommandResult>): Promise<void> => {
    const end = await work().catch((error: unknown) => failed(reportUnexpected(error, id, log)));
    if (end.kind === 'failed') {
      // Not awaited: the message may stay for long, and whoever called the command should not wait for it.
      void showProblem(end.problem, () => run(end.again ?? work));
    }
  };
  return vscode.commands.registerCommand(id, (...args: unknown[]) => {
    const target = targetOf(args, rows);
    return run(() => handler(target));
  });
}

/** Logs an error that nobody foresaw, and says so. */
export function reportUnexpected(error: unknown, id: CommandId | ToolName, log: Log): Problem {
  logError(log, `${id} failed`, error);
  return {
    message: l10n.t('Something went wrong in the Prolific extension. See the log for details.'),
    remedies: ['showLog'],
  };
}

/** Shows a problem as one message, and does what the user chooses of its remedies. */
export async function showProblem(problem: Problem, again: () => PromiseLike<unknown>): Promise<void> {
  const remedies = problem.remedies.map((remedy) => ({ title: remedyTitle(remedy), remedy }));
  const chosen = await vscode.window.showErrorMessage(problem.message, ...remedies);
  if (chosen !== undefined) {
    await apply(chosen.remedy, again);
  }
}

function remedyTitle(remedy: Remedy): string {
  switch (remedy) {
    case 'signIn':
      return l10n.t('Sign In');
    case 'retry':
      return l10n.t('Retry');
    case 'showLog':
      return l10n.t('Show Log');
    case 'openSettings':
      return l10n.t('Open Settings');
    case 'openStatusPage':
      return l10n.t('Open Status Page');
    case 'keyringHelp':
      return l10n.t('How to Fix');
  }
}

async function apply(remedy: Remedy, again: () => PromiseLike<unknown>): Promise<void> {
  switch (remedy) {
    case 'signIn':
      await run('prolific.signIn');
      return;
    case 'retry':
      await again();
      return;
    case 'showLog':
      await run('prolific.showLog');
      return;
    case 'openSettings':
      await vscode.commands.executeCommand('workbench.action.openSettings', 'prolific.apiUrl');
      return;
    case 'openStatusPage':
      await vscode.env.openExternal(vscode.Uri.parse('https://status.prolific.com'));
      return;
    case 'keyringHelp':
      await vscode.env.openExternal(
        vscode.Uri.parse('https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues'),
      );
      return;
  }
}

function run(id: CommandId): Thenable<unknown> {
  return vscode.commands.executeCommand(id);
}
