import * as vscode from 'vscode';

const shownMs = 2_000;

/** Confirms in the status bar, for two seconds, something that isn't visible elsewhere. */
export function showStatusMessage(message: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${message}`, shownMs);
}
