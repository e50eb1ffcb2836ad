import { inspect } from 'node:util';
import * as vscode from 'vscode';

/** VS Code turns this into the element of the row that has the focus, whoever asks. */
const focusedRow = { $treeViewId: 'prolific.workspaces', $focusedTreeItem: true };

/** What any other extension can do with our rows and commands. */
export function activate(context: vscode.ExtensionContext): void {
  const register = (id: string, run: (...args: unknown[]) => Thenable<unknown>) =>
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  register('taker.receiveRow', (row) =>
    vscode.env.clipboard.writeText(inspect(row, { depth: Infinity, showHidden: true, getters: true })),
  );
  register('taker.takeRow', () => withFocusedRow('taker.receiveRow'));
  register('taker.copyLinksWithRow', () => withFocusedRow('prolific.copyAllInviteLinks'));
  register('taker.copyLinksWithId', async () => {
    const workspaceId = await vscode.window.showInputBox({ title: 'ID', ignoreFocusOut: true });
    return vscode.commands.executeCommand('prolific.copyAllInviteLinks', { workspaceId }, undefined);
  });
}

function withFocusedRow(command: string): Thenable<unknown> {
  return vscode.commands.executeCommand('runCommands', { commands: [{ command, args: focusedRow }] });
}
