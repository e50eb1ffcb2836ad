import * as vscode from 'vscode';
import { workspacesViewId } from '../platform/ids';

/** Shows the progress bar of the Workspaces view while the task runs. */
export function withViewProgress<T>(task: () => Promise<T>): Promise<T> {
  return Promise.resolve(vscode.window.withProgress({ location: { viewId: workspacesViewId } }, task));
}
