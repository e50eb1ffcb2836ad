import * as vscode from 'vscode';
import { appearanceOf, type Appearance } from './appearance';
import { childrenOf, type Node, type Sources } from './nodes';

/** Gives VS Code the rows and how they look; decides neither. */
export class WorkspacesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Node | undefined>();
  readonly #parents = new Map<string, Node>();
  /** The rows of workspaces that VS Code has; it knows them by identity. */
  readonly #workspaces = new Map<string, Node>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly sources: () => Sources) {}

  redraw(): void {
    this.#changed.fire(undefined);
  }

  /** Draws what is under one workspace anew. The other rows stay known to VS Code meanwhile, so their actions find them. */
  redrawWorkspace(workspaceId: string): void {
    this.#changed.fire(this.#workspaces.get(workspaceId));
  }

  getChildren(node?: Node): Node[] {
    const children = [...childrenOf(node, this.sources())];
    for (const child of children) {
      if (node !== undefined) {
        this.#parents.set(child.id, node);
      }
      if (child.kind === 'workspace') {
        this.#workspaces.set(child.workspaceId, child);
      }
    }
    return children;
  }

  getParent(node: Node): Node | undefined {
    return this.#parents.get(node.id);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const appearance = appearanceOf(node);
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(appearance.label, appearance.isExpandable ? Collapsed : None);
    item.id = node.id;
    item.description = appearance.description ?? false;
    item.tooltip = appearance.tooltip.join('\n');
    item.iconPath = new vscode.ThemeIcon(appearance.icon);
    item.contextValue = appearance.contextValue;
    item.accessibilityInformation = { label: appearance.spoken };
    if (appearance.onClick !== undefined) {
      item.command = commandOf(appearance.onClick, appearance.label);
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function commandOf(onClick: NonNullable<Appearance['onClick']>, title: string): vscode.Command {
  return 'command' in onClick
    ? { command: onClick.command, title }
    : { command: 'vscode.open', title, arguments: [vscode.Uri.parse(onClick.openPage)] };
}
