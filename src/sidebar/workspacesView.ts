import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Workspace } from '../api/schema';
import type { Ledger } from '../invitations/ledger';
import { contextKeys, workspacesViewId } from '../platform/ids';
import type { Session } from '../session/session';
import type { SessionKeeper } from '../session/sessionKeeper';
import { quoted } from '../ui/escape';
import { withViewProgress } from '../ui/progress';
import type { WorkspaceStore } from '../workspaces/workspaceStore';
import { workspaceNode, type Node } from './nodes';
import { WorkspacesTree } from './workspacesTree';

/** A list older than this is read again when the view becomes visible, in milliseconds. */
const staleAfterMs = 5 * 60_000;

export interface ViewParts {
  readonly sessions: SessionKeeper;
  readonly store: WorkspaceStore;
  readonly ledger: Ledger;
}

/** The "Workspaces" view: joins the tree with what it is drawn from, and tells VS Code what menus and welcome texts need. */
export class WorkspacesView implements vscode.Disposable {
  readonly #tree: WorkspacesTree;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable;
  #endLoading: (() => void) | undefined;

  constructor(private readonly parts: ViewParts) {
    const { sessions, store, ledger } = parts;
    this.#tree = new WorkspacesTree(() => ({ session: sessions.current, list: store.list, ledger }));
    this.#view = vscode.window.createTreeView(workspacesViewId, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#disposables = vscode.Disposable.from(
      this.#view,
      this.#tree,
      sessions.onDidChange((session) => this.#showSession(session)),
      store.onDidChange(() => this.#redraw()),
      ledger.onDidChange(() => this.#redraw()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refreshIfStale()),
    );
    this.#showSession(sessions.current);
  }

  /** The row that is selected, if any. */
  get selected(): Node | undefined {
    return this.#view.selection[0];
  }

  get selectedWorkspaceId(): string | undefined {
    const node = this.selected;
    return node !== undefined && 'workspaceId' in node ? node.workspaceId : undefined;
  }

  /** Shows a workspace in the tree, selected and with the focus. */
  async reveal(workspace: Workspace): Promise<void> {
    await this.#view.reveal(workspaceNode(workspace, false, ''), { select: true, focus: true });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #showSession(session: Session): void {
    setContext(contextKeys.cause, session.kind === 'unreachable' ? session.cause.kind : '');
    setContext(contextKeys.session, session.kind);
    // In the title, since VS Code hides the description of a view that is the only one of its container.
    this.#view.title =
      session.kind === 'signedIn' ? l10n.t('{0} · Workspaces', quoted(session.account.name)) : l10n.t('Workspaces');
    this.#redraw();
  }

  #redraw(): void {
    const { workspaces, readAt, failure, loading } = this.parts.store.list;
    setContext(contextKeys.hasNoWorkspaces, workspaces.size === 0 && readAt !== undefined && failure === undefined);
    this.#showLoading(loading);
    this.#tree.redraw();
  }

  /** The bar at the top of the view runs while the list is being read. */
  #showLoading(loading: boolean): void {
    if (loading && this.#endLoading === undefined) {
      void withViewProgress(() => new Promise<void>((resolve) => (this.#endLoading = resolve)));
    } else if (!loading) {
      this.#endLoading?.();
      this.#endLoading = undefined;
    }
  }

  #refreshIfStale(): void {
    const { readAt } = this.parts.store.list;
    if (readAt !== undefined && Date.now() - readAt.getTime() > staleAfterMs) {
      void this.parts.store.refresh();
    }
  }
}

function setContext(key: string, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
