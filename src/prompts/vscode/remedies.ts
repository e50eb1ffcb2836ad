import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandId } from '../../platform/ids';
import type { Problem, Remedy } from '../../text/problem';

/**
 * Shows a problem in one message and runs the remedy the user chooses. It's a warning, because VS Code writes error
 * messages to the developer console, and this one may contain server text.
 */
export async function showProblem(problem: Problem, again: () => PromiseLike<unknown>): Promise<void> {
  const items = problem.remedies.map((remedy) => ({ title: remedyTitle(remedy), remedy }));
  const chosen = await vscode.window.showWarningMessage(problem.message, ...items);
  if (chosen !== undefined) {
    await applyRemedy(chosen.remedy, again);
  }
}

export function remedyTitle(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'signIn':
      return l10n.t('Sign In');
    case 'retry':
      return l10n.t('Retry');
    case 'showLog':
      return l10n.t('Show Log');
    case 'openSetting':
      return l10n.t('Open Settings');
    case 'openStatusPage':
      return l10n.t('Open Status Page');
    case 'keyringHelp':
      return l10n.t('How to Fix');
  }
}

/** The codicon of a remedy, for places without room for its title. */
export function remedyIcon(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'signIn':
      return 'sign-in';
    case 'retry':
      return 'refresh';
    case 'showLog':
      return 'output';
    case 'openSetting':
      return 'settings-gear';
    case 'openStatusPage':
      return 'pulse';
    case 'keyringHelp':
      return 'question';
  }
}

export async function applyRemedy(remedy: Remedy, again: () => PromiseLike<unknown>): Promise<void> {
  switch (remedy.kind) {
    case 'signIn':
      await run('prolific.signIn');
      return;
    case 'retry':
      await again();
      return;
    case 'showLog':
      await run('prolific.showLog');
      return;
    case 'openSetting':
      await vscode.commands.executeCommand('workbench.action.openSettings', remedy.key);
      return;
    case 'openStatusPage':
      await open('https://status.prolific.com');
      return;
    case 'keyringHelp':
      await open('https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues');
      return;
  }
}

function run(id: CommandId): Thenable<unknown> {
  return vscode.commands.executeCommand(id);
}

async function open(page: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(page, true));
}
