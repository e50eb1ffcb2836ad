import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { WorkspaceId } from '../../api';
import type { Appearance } from '../appearance';
import type { Row } from '../rows/row';
import type { DrawnRows } from './drawnRows';
import { LostRedraws } from './lostRedraws';

/** The longest that redraws are put off, in milliseconds, should VS Code never finish. */
const maxPutOffMs = 2_000;

/** VS Code waits 200 ms for further changes before it asks. In milliseconds. */
const childrenPatienceMs = 1_500;

export interface RowTreeOptions {
  readonly rows: DrawnRows;
  /** Called when VS Code asks for a row's children. */
  readonly onAsk?: (row: Row) => void;
  /** Called when VS Code is told to redraw a row. */
  readonly onRedraw?: (row: Row) => void;
}

/** Passes rows and their appearance to VS Code and tells it what to redraw. Decides neither. */
export class RowTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Row[] | undefined>();

  readonly #lost: LostRedraws<Row>;

  /** How many callers want no redraws now. */
  #putOffBy = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly options: RowTreeOptions) {
    this.#lost = new LostRedraws({
      patienceMs: childrenPatienceMs,
      isUnanswered: (row) => options.rows.isUnanswered(row),
      repeat: (row) => this.#changed.fire([row]),
    });
  }

  /** Makes VS Code redraw what changed, in one workspace or in all. */
  update(workspaceId?: WorkspaceId): void {
    if (this.#putOffBy > 0) {
      return;
    }
    const changes = this.options.rows.takeChanges(workspaceId);
    const rows = changes.filter((row) => row !== undefined);
    if (rows.length < changes.length) {
      this.#changed.fire(undefined);
    } else if (rows.length > 0) {
      rows.forEach((row) => this.options.onRedraw?.(row));
      this.#changed.fire(rows);
      this.#lost.redrawn(rows);
    }
  }

  /** Puts redraws off until the work is done. VS Code doesn't find a row to reveal while rows around it are redrawn. */
  async putOffRedraws(work: PromiseLike<void>): Promise<void> {
    this.#putOffBy += 1;
    try {
      await Promise.race([work, sleep(maxPutOffMs, undefined, { ref: false })]);
    } finally {
      this.#putOffBy -= 1;
      this.update();
    }
  }

  getChildren(row?: Row): Row[] {
    const children = [...this.options.rows.children(row)];
    if (row !== undefined) {
      this.options.onAsk?.(row);
    }
    return children;
  }

  getParent(row: Row): Row | undefined {
    return this.options.rows.parent(row);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const appearance = this.options.rows.appearance(row);
    return appearance === undefined ? goneItem(row) : itemOf(row, appearance);
  }

  dispose(): void {
    this.#lost.dispose();
    this.#changed.dispose();
  }
}

function itemOf(row: Row, appearance: Appearance): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(appearance.label, appearance.isExpandable ? Collapsed : None);
  item.id = row.id;
  item.description = appearance.description ?? false;
  item.tooltip = appearance.tooltip.join('\n');
  item.iconPath = new vscode.ThemeIcon(appearance.icon);
  item.contextValue = appearance.contextValue;
  item.accessibilityInformation = { label: appearance.accessibleLabel };
  if (appearance.onClick !== undefined) {
    item.command = commandOf(appearance.onClick, appearance.label, row);
  }
  return item;
}

/** What VS Code shows until it removes the row. */
function goneItem({ id }: Row): vscode.TreeItem {
  const item = new vscode.TreeItem('');
  item.id = id;
  return item;
}

function commandOf(onClick: NonNullable<Appearance['onClick']>, title: string, row: Row): vscode.Command {
  return 'command' in onClick
    ? { command: onClick.command, title, arguments: [row] }
    : { command: 'vscode.open', title, arguments: [vscode.Uri.parse(onClick.openPage, true)] };
}
