import * as vscode from 'vscode';

const confirmationMs = 2_000;

/** Puts a text on the clipboard, and says so in the status bar for two seconds. */
export async function copyText(text: string, confirmation: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(check) ${confirmation}`, confirmationMs);
}
