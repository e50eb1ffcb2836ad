import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { WorkspaceId } from '../api';
import { setContext } from '../platform/context';
import { contextKeys, workspacesViewId } from '../platform/ids';
import type { Log } from '../platform/log';
import type { HandedOutRows, RevealOptions, RowIds } from '../prompts/commandTarget';
import { logError } from '../prompts/detached';
import { withViewProgress } from '../prompts/progress';
import type { Session } from '../session/session';
import type { StudyTarget } from '../studies/commands/findStudy';
import { formatSince } from '../text/dates';
import { inSentence } from '../text/sanitize';
import type { ChangeTarget } from '../workspaces/store/changeQueue';
import type { WorkspaceList } from '../workspaces/store/workspaceStore';
import { DrawnRows, type RevealTarget } from './tree/drawnRows';
import { OpenRows } from './tree/openRows';
import type { ProjectRow } from './rows/project';
import type { Row } from './rows/row';
import { workspacesRoots } from './rows/rowKinds';
import type { WorkspaceRow } from './rows/workspace';
import { currentSources, type SourceDependencies } from './sources';
import { Throttle } from './tree/throttle';
import { RowTree } from './tree/rowTree';

/** Maximum age of the list when the view becomes visible, in milliseconds. An older list is read again. */
const staleAfterMs = 5 * 60_000;

/**
 * VS Code redraws once nothing has changed for 200 ms, so updates from a long list leave longer pauses. In
 * milliseconds.
 */
const pageDrawingPauseMs = 400;

export interface ViewDependencies extends SourceDependencies {
  /** Records every row passed to VS Code. */
  readonly rows: HandedOutRows;
  readonly log: Log;
}

/** The Workspaces view: connects the tree with its data, and sets what menus and welcome texts need. */
export class WorkspacesView implements vscode.Disposable {
  readonly #drawn: DrawnRows;
  readonly #tree: RowTree;
  readonly #view: vscode.TreeView<Row>;
  readonly #openWorkspaces: OpenRows<WorkspaceRow>;
  readonly #openProjects: OpenRows<ProjectRow>;
  readonly #pages: Throttle;
  readonly #disposables: vscode.Disposable;
  #endLoading: (() => void) | undefined;
  #shown: WorkspaceList | undefined;

  constructor(private readonly dependencies: ViewDependencies) {
    const { sessions, store, details, studies, ledger, changes, rows } = dependencies;
    this.#openWorkspaces = new OpenRows<WorkspaceRow>({
      onOpen: ({ workspaceId }) => this.#readDetails(workspaceId),
      onClose: ({ workspaceId }) => details.close(workspaceId),
    });
    this.#openProjects = new OpenRows<ProjectRow>({
      onOpen: (row) => this.#readStudies(row),
      onClose: ({ projectId }) => studies.projects.close(projectId),
    });
    this.#drawn = new DrawnRows(() => currentSources(dependencies), rows, workspacesRoots);
    this.#tree = new RowTree({
      rows: this.#drawn,
      onAsk: (row) => this.#notifyOpenRows('asked', row),
      onRedraw: (row) => this.#notifyOpenRows('redrawn', row),
    });
    this.#view = vscode.window.createTreeView(workspacesViewId, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#pages = new Throttle(pageDrawingPauseMs, () => this.#tree.update());
    this.#disposables = vscode.Disposable.from(
      this.#view,
      this.#tree,
      this.#pages,
      sessions.onDidChange((session) => this.#showSession(session)),
      store.onDidChange(() => this.#showList()),
      details.onDidChange((workspaceId) => this.#tree.update(workspaceId)),
      changes.onDidChange((target) => this.#tree.update('workspaceId' in target ? target.workspaceId : undefined)),
      studies.onDidChange(() => this.#pages.run()),
      ledger.onDidChange(() => this.#showInvitations()),
      this.#view.onDidExpandElement(({ element }) => this.#notifyOpenRows('expanded', element)),
      this.#view.onDidCollapseElement(({ element }) => this.#notifyOpenRows('collapsed', element)),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refreshIfStale()),
    );
    this.#showSession(sessions.current);
    this.#showList();
  }

  get selectedRow(): RowIds | undefined {
    return this.#view.selection[0];
  }

  /** Reveals a workspace or project in the tree. A study may be in several places, so it isn't revealed. */
  async reveal(target: ChangeTarget, options: RevealOptions): Promise<void> {
    if (!('workspaceId' in target)) {
      return;
    }
    if (target.projectId !== undefined) {
      await this.dependencies.details.whenProjectsRead(target.workspaceId);
    }
    await this.#reveal(target, options);
  }

  /** Reveals a study below its project. */
  async revealStudy(target: StudyTarget): Promise<void> {
    const { details, studies } = this.dependencies;
    await details.whenProjectsRead(target.workspaceId);
    await studies.projects.whenRead(target);
    await this.#reveal(target, { takesFocus: true });
  }

  /**
   * Reads the list again, and if the view is visible the details of expanded workspaces and the studies of expanded
   * projects. Shares a read that's in flight.
   */
  async refresh(): Promise<void> {
    const { store, details, studies } = this.dependencies;
    const visibility = { isVisible: this.#view.visible };
    const isUnderWay = store.list.loading;
    await Promise.all([
      store.refresh(),
      ...(isUnderWay ? [] : [details.refresh(visibility), studies.refreshProjects(visibility)]),
    ]);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Selects a row. Does nothing if it's gone. */
  async #reveal(target: RevealTarget, { takesFocus }: RevealOptions): Promise<void> {
    const row = this.#drawn.rowOf(target);
    if (row === undefined) {
      return;
    }
    try {
      await this.#tree.putOffRedraws(this.#view.reveal(row, { select: true, focus: takesFocus }));
    } catch (error: unknown) {
      // VS Code rejects while it's redrawing the row. The operation that led here has succeeded anyway.
      logError(this.dependencies.log, 'A row could not be shown', error);
    }
  }

  #showSession(session: Session): void {
    setContext(contextKeys.cause, session.kind === 'unreachable' ? session.cause.kind : '');
    setContext(contextKeys.session, session.kind);
    this.#view.description = session.kind === 'signedIn' ? inSentence(session.account.name) : '';
    this.#tree.update();
  }

  #showList(): void {
    const { store, details } = this.dependencies;
    const { list } = store;
    const shown = this.#shown;
    this.#shown = list;
    setContext(
      contextKeys.hasNoWorkspaces,
      list.workspaces.size === 0 && list.readAt !== undefined && list.failure === undefined,
    );
    this.#showLoading(list.loading);
    this.#showMessage(
      list.waitsUntil === undefined
        ? ''
        : l10n.t('Prolific is limiting requests. Loading resumes at {0}.', formatSince(list.waitsUntil)),
    );
    if (list.workspaces !== shown?.workspaces || list.failure !== shown.failure || list.complete !== shown.complete) {
      details.keepOnly(list.workspaces);
      this.#openWorkspaces.keepOnly(({ workspaceId }) => list.workspaces.has(workspaceId));
      this.#openProjects.keepOnly(({ workspaceId }) => list.workspaces.has(workspaceId));
      if (list.loading) {
        this.#pages.run();
      } else {
        this.#pages.flush();
      }
    }
  }

  /** VS Code treats every assignment as a change, which also delays redrawing the rows. */
  #showMessage(message: string): void {
    if (message !== (this.#view.message ?? '')) {
      this.#view.message = message;
    }
  }

  #showInvitations(): void {
    setContext(contextKeys.hasInvitations, this.dependencies.ledger.runs.length > 0);
    this.#tree.update();
  }

  #readDetails(workspaceId: WorkspaceId): void {
    const { store, details } = this.dependencies;
    // The list may belong to another account by the time the row was expanded.
    if (store.get(workspaceId) !== undefined) {
      setContext(contextKeys.hasOpenedWorkspace, true);
      details.open(workspaceId);
    }
  }

  #readStudies(row: ProjectRow): void {
    const { details, studies } = this.dependencies;
    if (details.projects(row.workspaceId).value?.some(({ id }) => id === row.projectId) === true) {
      void studies.openProject(row);
    }
  }

  #notifyOpenRows(event: 'expanded' | 'collapsed' | 'redrawn' | 'asked', row: Row): void {
    if (row.kind === 'workspace') {
      this.#openWorkspaces[event](row);
    } else if (row.kind === 'project') {
      this.#openProjects[event](row);
    }
  }

  /** Shows the view's progress bar while the list is being read. */
  #showLoading(loading: boolean): void {
    if (loading && this.#endLoading === undefined) {
      void withViewProgress(() => new Promise<void>((resolve) => (this.#endLoading = resolve)));
    } else if (!loading) {
      this.#endLoading?.();
      this.#endLoading = undefined;
    }
  }

  #refreshIfStale(): void {
    const { readAt } = this.dependencies.store.list;
    if (readAt !== undefined && Date.now() - readAt.getTime() > staleAfterMs) {
      void this.refresh();
    }
  }
}
