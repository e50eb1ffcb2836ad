import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandId, ToolName } from '../platform/ids';
import type { Log } from '../platform/log';
import { type Problem, showLog } from '../text/problem';
import { failed, type CommandResult } from './commandResult';
import { targetOf, type CommandTarget, type HandedOutRows } from './commandTarget';
import { detached, logError } from './detached';
import { showProblem } from './vscode/remedies';

export type CommandHandler = (target: CommandTarget) => Promise<CommandResult>;

export interface PipelineDependencies {
  readonly log: Log;
  readonly rows: HandedOutRows;
}

/**
 * The pipeline every command runs through. Shows at most one message with its remedies, and never throws into VS Code.
 * Retry calls the handler again with the same target.
 */
export function registerCommand(
  id: CommandId,
  { log, rows }: PipelineDependencies,
  handler: CommandHandler,
): vscode.Disposable {
  const run = async (work: () => Promise<CommandResult>): Promise<void> => {
    const end = await work().catch((error: unknown) => failed(reportUnexpected(error, id, log)));
    if (end.kind === 'failed') {
      // Not awaited: the message may stay open, and the command's caller shouldn't wait for it.
      detached(
        showProblem(end.problem, () => run(end.again ?? work)),
        log,
      );
    }
  };
  return vscode.commands.registerCommand(id, (...args: unknown[]) => {
    const target = targetOf(args, rows);
    return run(() => handler(target));
  });
}

/** Logs an unexpected error and returns the message for the user. */
export function reportUnexpected(error: unknown, id: CommandId | ToolName, log: Log): Problem {
  logError(log, `${id} failed`, error);
  return {
    message: l10n.t('Something went wrong in the Prolific extension. See the log for details.'),
    remedies: [showLog],
  };
}
