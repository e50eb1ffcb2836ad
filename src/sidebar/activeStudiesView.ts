import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { setContext } from '../platform/context';
import { contextKeys, activeStudiesViewId } from '../platform/ids';
import { withViewProgress } from '../prompts/progress';
import type { RowIds } from '../prompts/commandTarget';
import { plural } from '../text/plural';
import { DrawnRows } from './tree/drawnRows';
import type { Row } from './rows/row';
import { activeStudiesRoots } from './rows/rowKinds';
import { RowTree } from './tree/rowTree';
import { currentSources } from './sources';
import { Throttle } from './tree/throttle';
import type { ViewDependencies } from './workspacesView';

/** Counts arrive one by one. In milliseconds. */
const drawingPauseMs = 400;

/**
 * The Active Studies view. Reads when it becomes visible with a list older than a minute, and when the user refreshes,
 * but never by itself: Prolific asks clients not to poll studies. (docs: core-concepts/monitoring-study-progress)
 */
export class ActiveStudiesView implements vscode.Disposable {
  readonly #tree: RowTree;
  readonly #view: vscode.TreeView<Row>;
  readonly #draws: Throttle;
  readonly #disposables: vscode.Disposable;
  /** Whether a refresh was asked for while the view was hidden. */
  #isOutdated = false;

  constructor(private readonly dependencies: Omit<ViewDependencies, 'log'>) {
    const { account, store, details, studies, changes, rows } = dependencies;
    this.#tree = new RowTree({ rows: new DrawnRows(() => currentSources(dependencies), rows, activeStudiesRoots) });
    this.#view = vscode.window.createTreeView(activeStudiesViewId, { treeDataProvider: this.#tree });
    this.#draws = new Throttle(drawingPauseMs, () => this.#tree.update());
    this.#disposables = vscode.Disposable.from(
      this.#view,
      this.#tree,
      this.#draws,
      studies.onDidChange(() => this.#show()),
      // They have the titles of workspaces and projects, and the currencies.
      store.onDidChange(() => this.#draws.run()),
      details.onDidChange(() => this.#draws.run()),
      changes.onDidChange(() => this.#tree.update()),
      account.onDidChange(() => {
        this.#show();
        this.#readIfVisible();
      }),
      this.#view.onDidChangeVisibility(() => this.#readIfVisible()),
    );
    this.#show();
    this.#readIfVisible();
  }

  get selectedRow(): RowIds | undefined {
    return this.#view.selection[0];
  }

  /** Reads the list again. Hidden, the view reads it when it's shown the next time. */
  async refresh(): Promise<void> {
    if (!this.#view.visible) {
      this.#isOutdated = true;
      return;
    }
    this.#isOutdated = false;
    await withViewProgress(() => this.dependencies.studies.refreshActive(), activeStudiesViewId);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #readIfVisible(): void {
    const { account, studies } = this.dependencies;
    if (!this.#view.visible || account.owner === undefined) {
      return;
    }
    setContext(contextKeys.hasSeenStudies, true);
    if (this.#isOutdated) {
      void this.refresh();
    } else {
      void withViewProgress(() => studies.refreshActiveIfStale(), activeStudiesViewId);
    }
  }

  #show(): void {
    const { active, toReview } = this.dependencies.studies;
    const { studies, readAt, failure } = active.list;
    setContext(contextKeys.hasNoActiveStudies, studies.size === 0 && readAt !== undefined && failure === undefined);
    this.#showBadge(toReview);
    this.#draws.run();
  }

  #showBadge(toReview: number): void {
    if (toReview === (this.#view.badge?.value ?? 0)) {
      return;
    }
    const tooltip = plural(
      l10n.t({
        message: '{0, plural, one {# submission to review} other {# submissions to review}}',
        comment: ['ICU plural: # is the number of submissions that wait for a review.'],
      }),
      toReview,
    );
    this.#view.badge = toReview === 0 ? undefined : { value: toReview, tooltip };
  }
}
