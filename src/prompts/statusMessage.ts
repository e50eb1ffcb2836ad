import * as vscode from 'vscode';

const shownMs = 2_000;

/** Says in the status bar, for two seconds, that something was done which cannot be seen otherwise. */
export function showStatusMessage(message: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${message}`, shownMs);
}
