import * as vscode from 'vscode';
import type { contextKeys } from './ids';

type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

/** Tells VS Code what when-clauses of the manifest ask for. */
export function setContext(key: ContextKey, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
