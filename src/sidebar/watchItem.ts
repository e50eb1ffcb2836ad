import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { setContext } from '../platform/context';
import type { Disposable } from '../platform/emitter';
import { contextKeys } from '../platform/ids';
import type { StudyWatch, WindowFocus } from '../studies/watch/studyWatch';
import { watchLook } from '../studies/watch/watchText';

/** The watched study in the status bar. */
export class WatchItem implements Disposable {
  readonly #item = vscode.window.createStatusBarItem('watchedStudy', vscode.StatusBarAlignment.Left);
  readonly #subscription: Disposable;

  constructor(private readonly watch: StudyWatch) {
    this.#item.name = l10n.t('Prolific: Watched Study');
    this.#item.command = 'prolific.watchStudy';
    this.#subscription = watch.onDidChange(() => this.#show());
    this.#show();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const { view } = this.watch;
    setContext(contextKeys.isWatching, view !== undefined);
    if (view === undefined) {
      this.#item.hide();
      return;
    }
    const { icon, text, tooltip, accessibleLabel } = watchLook(view);
    this.#item.text = `$(${icon}) ${text}`;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: accessibleLabel };
    this.#item.show();
  }
}

export const windowFocus: WindowFocus = {
  get isFocused() {
    return vscode.window.state.focused;
  },
  onDidChange: (listener) => vscode.window.onDidChangeWindowState(() => listener()),
};
