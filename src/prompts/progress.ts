import * as vscode from 'vscode';
import { workspacesViewId } from '../platform/ids';

/** Shows the progress bar of a view while the task runs. */
export function withViewProgress<T>(task: () => Promise<T>, viewId: string = workspacesViewId): Promise<T> {
  return Promise.resolve(vscode.window.withProgress({ location: { viewId } }, task));
}
