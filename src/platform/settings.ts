import * as vscode from 'vscode';
import { apiUrlSetting } from './ids';

/** The value of `prolific.apiUrl` as the user wrote it. */
export function readApiUrl(): string {
  return vscode.workspace.getConfiguration().get(apiUrlSetting, '');
}

export function onDidChangeApiUrl(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(apiUrlSetting)) {
      listener();
    }
  });
}
