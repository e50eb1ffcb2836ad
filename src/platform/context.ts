import * as vscode from 'vscode';
import type { contextKeys } from './ids';

type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

/** Sets a context key that when-clauses in the manifest use. */
export function setContext(key: ContextKey, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
