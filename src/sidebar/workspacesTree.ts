import * as vscode from 'vscode';
import type { WorkspaceId } from '../api';
import type { HandedOutRows } from '../prompts/commandTarget';
import type { Appearance } from './appearance';
import { asItIsNow, childrenOf, parentOf } from './children';
import { appearanceOf } from './nodeAppearance';
import type { Node, Sources, WorkspaceNode } from './nodes';

/** Gives VS Code the rows and how they look; decides neither. */
export class WorkspacesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Node | undefined>();
  readonly #asked = new vscode.EventEmitter<WorkspaceId>();
  /** The rows of workspaces that VS Code has; it knows them by identity. */
  #workspaces: ReadonlyMap<string, WorkspaceNode> = new Map();

  readonly onDidChangeTreeData = this.#changed.event;

  /** VS Code asked for what is below a workspace. */
  readonly onDidAsk = this.#asked.event;

  constructor(
    private readonly sources: () => Sources,
    private readonly handedOut: HandedOutRows,
  ) {}

  redraw(): void {
    this.#changed.fire(undefined);
  }

  /** Draws one workspace anew. The other rows stay known to VS Code meanwhile, so their actions find them. */
  redrawWorkspace(workspaceId: string): void {
    const row = this.#workspaces.get(workspaceId);
    if (row !== undefined) {
      this.#changed.fire(row);
    }
  }

  getChildren(node?: Node): Node[] {
    const sources = this.sources();
    const children = childrenOf(node === undefined ? undefined : asItIsNow(node, sources), sources);
    if (node === undefined) {
      const rows = children.filter((child) => child.kind === 'workspace');
      this.#workspaces = new Map(rows.map((row) => [row.workspaceId, row]));
    } else if (node.kind === 'workspace') {
      this.#asked.fire(node.workspaceId);
    }
    children.forEach((child) => this.handedOut.add(child));
    return [...children];
  }

  getParent(node: Node): Node | undefined {
    return parentOf(node, this.sources());
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const appearance = appearanceOf(asItIsNow(node, this.sources()));
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(appearance.label, appearance.isExpandable ? Collapsed : None);
    item.id = node.id;
    item.description = appearance.description ?? false;
    item.tooltip = appearance.tooltip.join('\n');
    item.iconPath = new vscode.ThemeIcon(appearance.icon);
    item.contextValue = appearance.contextValue;
    item.accessibilityInformation = { label: appearance.accessibleLabel };
    if (appearance.onClick !== undefined) {
      item.command = commandOf(appearance.onClick, appearance.label, node);
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#asked.dispose();
  }
}

function commandOf(onClick: NonNullable<Appearance['onClick']>, title: string, node: Node): vscode.Command {
  return 'command' in onClick
    ? { command: onClick.command, title, arguments: [node] }
    : { command: 'vscode.open', title, arguments: [vscode.Uri.parse(onClick.openPage, true)] };
}
