import * as vscode from 'vscode';
import { apiUrlSetting } from './ids';

/** The value of `prolific.apiUrl` as the user wrote it; empty if it isn't a text, which settings.json allows. */
export function readApiUrl(): string {
  const value: unknown = vscode.workspace.getConfiguration().get(apiUrlSetting);
  return typeof value === 'string' ? value : '';
}

export function onDidChangeApiUrl(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(apiUrlSetting)) {
      listener();
    }
  });
}
