import * as vscode from 'vscode';
import type { Log } from '../platform/log';
import { detached } from './detached';
import {
  answered,
  type Left,
  type LeftTicked,
  type OpenList,
  type PickManyQuestion,
  type PickQuestion,
  type PickResult,
  type TickableChoice,
} from './prompts';
import { toQuickInputButtons, type QuickInputButtons } from './vscodeButtons';

interface Row<T, E> extends vscode.QuickPickItem {
  readonly choice: TickableChoice<T, E>;
  readonly rowButtons: QuickInputButtons<E, OpenList<T, E>>;
}

export function pickInVscode<T, E>(question: PickQuestion<T, E>, log: Log): Promise<PickResult<T> | Left<E>> {
  const list = new VscodeList<T, E>(question, log);
  list.show(question.choices);
  list.focus(question.active);
  return new Promise<PickResult<T> | Left<E>>((resolve) => {
    list.open({
      onAccept: () => {
        const [chosen] = list.accepted;
        if (chosen !== undefined) {
          resolve(answered(chosen));
        }
      },
      onBack: () => resolve({ kind: 'back', typed: list.typed }),
      onLeave: (exit) => resolve({ kind: 'left', exit, typed: list.typed }),
      onClose: () => resolve({ kind: 'cancelled' }),
    });
  }).finally(() => list.dispose());
}

export function pickManyInVscode<T, E>(
  question: PickManyQuestion<T, E>,
  log: Log,
): Promise<PickResult<readonly T[]> | LeftTicked<T, E>> {
  const list = new VscodeList<T, E>(question, log, { isMany: true });
  list.show(question.choices);
  return new Promise<PickResult<readonly T[]> | LeftTicked<T, E>>((resolve) => {
    list.open({
      onAccept: () => resolve(answered(list.accepted)),
      onBack: () => resolve({ kind: 'back', typed: list.typed }),
      onLeave: (exit) => resolve({ kind: 'left', exit, typed: list.typed, ticked: list.ticked }),
      onClose: () => resolve({ kind: 'cancelled' }),
    });
  }).finally(() => list.dispose());
}

interface Handlers<E> {
  readonly onAccept: () => void;
  readonly onBack: () => void;
  readonly onLeave: (exit: E) => void;
  readonly onClose: () => void;
}

class VscodeList<T, E> implements OpenList<T, E> {
  readonly #pick = vscode.window.createQuickPick<Row<T, E>>();
  readonly #buttons: QuickInputButtons<E, OpenList<T, E>>;
  readonly #isMany: boolean;

  constructor(
    private readonly question: Omit<PickManyQuestion<T, E>, 'choices'>,
    private readonly log: Log,
    { isMany = false } = {},
  ) {
    this.#isMany = isMany;
    this.#buttons = toQuickInputButtons(question.buttons ?? [], log);
    const hasBack = (question.step?.number ?? 1) > 1;
    this.#pick.title = question.title;
    this.#pick.placeholder = question.placeholder;
    this.#pick.matchOnDescription = true;
    this.#pick.matchOnDetail = true;
    this.#pick.ignoreFocusOut = true;
    this.#pick.canSelectMany = isMany;
    this.#pick.buttons = hasBack ? [vscode.QuickInputButtons.Back, ...this.#buttons.items] : this.#buttons.items;
    if (question.step !== undefined) {
      this.#pick.step = question.step.number;
      this.#pick.totalSteps = question.step.of;
    }
  }

  get typed(): string {
    return this.#pick.value;
  }

  get accepted(): readonly T[] {
    return this.#pick.selectedItems.map(({ choice }) => choice.value);
  }

  get ticked(): readonly T[] {
    return this.#isMany ? this.accepted : [];
  }

  show(choices: readonly TickableChoice<T, E>[]): void {
    const rows = choices.map((choice) => this.#rowOf(choice));
    this.#pick.items = rows;
    if (this.#isMany) {
      this.#pick.selectedItems = rows.filter(({ choice }) => choice.isTicked === true);
    }
  }

  focus(value: T | undefined): void {
    if (value !== undefined) {
      this.#pick.activeItems = this.#pick.items.filter(({ choice }) => choice.value === value);
    }
  }

  open({ onAccept, onBack, onLeave, onClose }: Handlers<E>): void {
    this.#pick.onDidAccept(onAccept);
    this.#pick.onDidHide(onClose);
    this.#pick.onDidTriggerButton((pressed) => {
      if (pressed === vscode.QuickInputButtons.Back) {
        onBack();
      } else {
        this.#buttons.trigger(pressed, this, onLeave);
      }
    });
    this.#pick.onDidTriggerItemButton(({ button, item }) => item.rowButtons.trigger(button, this, onLeave));
    const { onType } = this.question;
    if (onType !== undefined) {
      this.#pick.onDidChangeValue((typed) => detached(Promise.resolve(onType(typed, this)), this.log));
    }
    this.#pick.show();
  }

  dispose(): void {
    this.#pick.dispose();
  }

  #rowOf(choice: TickableChoice<T, E>): Row<T, E> {
    const { icon, label, description, detail } = choice;
    const rowButtons = toQuickInputButtons(choice.buttons ?? [], this.log);
    return {
      choice,
      rowButtons,
      label,
      buttons: rowButtons.items,
      ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
      ...(description === undefined ? {} : { description }),
      ...(detail === undefined ? {} : { detail }),
    };
  }
}
