import * as vscode from 'vscode';
import { openQuestions } from './openQuestions';
import { answered, type PickResult, type StepPosition } from './prompts';

export interface Choice<T> {
  /** Name of a codicon. Kept out of the label, where a screen reader would read it aloud. */
  readonly icon?: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}

export interface PickQuestion<T> {
  readonly title: string;
  readonly step?: StepPosition;
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  /** The choice focused initially. */
  readonly active?: T | undefined;
}

/** Asks the user to choose one item. Server text in the choices must already be safe to show. */
export function pickOne<T>(question: PickQuestion<T>): Promise<PickResult<T>> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>();
  const items = question.choices.map(({ icon, label, description, detail, value }) => ({
    label,
    value,
    ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
    ...(description === undefined ? {} : { description }),
    ...(detail === undefined ? {} : { detail }),
  }));
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  if (question.active !== undefined) {
    pick.activeItems = items.filter((item) => item.value === question.active);
  }
  if (question.step !== undefined) {
    pick.step = question.step.number;
    pick.totalSteps = question.step.of;
    pick.buttons = question.step.number > 1 ? [vscode.QuickInputButtons.Back] : [];
  }
  const asked = new Promise<PickResult<T>>((resolve) => {
    pick.onDidTriggerButton(() => resolve({ kind: 'back', typed: pick.value }));
    pick.onDidHide(() => resolve({ kind: 'cancelled' }));
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) {
        resolve(answered(chosen.value));
      }
    });
    pick.show();
  }).finally(() => pick.dispose());
  return openQuestions.during(() => asked);
}
