import { setTimeout as sleep } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Workspace } from '../api/schema';
import type { Ledger } from '../invitations/ledger';
import { contextKeys, workspacesViewId } from '../platform/ids';
import type { Session } from '../session/session';
import type { SessionKeeper } from '../session/sessionKeeper';
import { quoted } from '../ui/escape';
import { withViewProgress } from '../ui/progress';
import type { WorkspaceList, WorkspaceStore } from '../workspaces/workspaceStore';
import { workspaceNode, type Node } from './nodes';
import { WorkspacesTree } from './workspacesTree';

/** A list older than this is read again when the view becomes visible, in milliseconds. */
const staleAfterMs = 5 * 60_000;

/** Longer than VS Code needs to draw the tree anew, in milliseconds. */
const redrawTakesMs = 1_000;

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
  #drawn: WorkspaceList | undefined;

  constructor(private readonly parts: ViewParts) {
    const { sessions, store, ledger } = parts;
    this.#tree = new WorkspacesTree(() => ({ session: sessions.current, list: store.list, ledger, now: Date.now() }));
    this.#view = vscode.window.createTreeView(workspacesViewId, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#disposables = vscode.Disposable.from(
      this.#view,
      this.#tree,
      sessions.onDidChange((session) => this.#showSession(session)),
      store.onDidChange(() => this.#showList()),
      ledger.onDidChange((workspaceId) =>
        workspaceId === undefined ? this.#tree.redraw() : this.#tree.redrawWorkspace(workspaceId),
      ),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refreshIfStale()),
    );
    this.#showSession(sessions.current);
    this.#showList();
  }

  get selectedWorkspaceId(): string | undefined {
    const [node] = this.#view.selection;
    return node !== undefined && 'workspaceId' in node ? node.workspaceId : undefined;
  }

  /** The row that is selected, if any. While VS Code draws the tree anew it knows no rows, so it is asked again for a while. */
  async selected(): Promise<Node | undefined> {
    const askUntil = Date.now() + redrawTakesMs;
    while (this.#view.selection.length === 0 && Date.now() < askUntil) {
      await sleep(redrawTakesMs / 20);
    }
    return this.#view.selection[0];
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
    this.#tree.redraw();
  }

  #showList(): void {
    const { list } = this.parts.store;
    const drawn = this.#drawn;
    this.#drawn = list;
    setContext(
      contextKeys.hasNoWorkspaces,
      list.workspaces.size === 0 && list.readAt !== undefined && list.failure === undefined,
    );
    this.#showLoading(list.loading);
    if (list.workspaces !== drawn?.workspaces || list.failure !== drawn.failure || list.complete !== drawn.complete) {
      this.#tree.redraw();
    }
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
