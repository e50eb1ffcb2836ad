import * as vscode from 'vscode';
import type { Log } from '../../platform/log';
import { type Problem, withoutRetry } from '../../text/problem';
import { detached } from '../detached';
import {
  answered,
  type Heading,
  type Left,
  type LeftTicked,
  type OpenList,
  type PickManyQuestion,
  type PickQuestion,
  type PickResult,
  type TickableChoice,
} from '../prompts';
import { toQuickInputButtons, type QuickInputButtons } from './buttons';
import { showProblem } from './remedies';

interface ChoiceRow<T, E> extends vscode.QuickPickItem {
  readonly choice: TickableChoice<T, E>;
  readonly rowButtons: QuickInputButtons<E, OpenList<T, E>>;
}

interface HeadingRow extends vscode.QuickPickItem {
  readonly choice: undefined;
}

type Row<T, E> = ChoiceRow<T, E> | HeadingRow;

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
      onClose: () => resolve({ kind: 'canceled' }),
    });
  }).finally(() => list.dispose());
}

export function pickManyInVscode<T, E>(
  question: PickManyQuestion<T, E>,
  log: Log,
): Promise<PickResult<readonly T[]> | LeftTicked<T, E>> {
  const list = new VscodeList<T, E>(question, log, { isMany: true });
  list.show(question.choices);
  list.focus(question.active);
  return new Promise<PickResult<readonly T[]> | LeftTicked<T, E>>((resolve, reject) => {
    const accept = async () => {
      const end = await list.whileBusy(() => question.onAccept?.(list) ?? Promise.resolve('close' as const));
      if (end === 'close') {
        resolve(answered(list.accepted));
      }
    };
    list.open({
      onAccept: () => void accept().catch(reject),
      onBack: () => resolve({ kind: 'back', typed: list.typed }),
      onLeave: (exit) => resolve({ kind: 'left', exit, typed: list.typed, ticked: list.ticked }),
      onClose: () => resolve({ kind: 'canceled' }),
    });
    if (question.problem !== undefined) {
      list.showProblem(question.problem);
    }
  }).finally(() => list.dispose());
}

interface Handlers<E> {
  readonly onAccept: () => void;
  readonly onBack: () => void;
  readonly onLeave: (exit: E) => void;
  readonly onClose: () => void;
}

type Rows<T, E> = readonly (TickableChoice<T, E> | Heading)[];

/** VS Code confirms ticks within milliseconds. After this long, it won't. */
const maxConfirmationMs = 1_000;

class VscodeList<T, E> implements OpenList<T, E> {
  readonly #pick = vscode.window.createQuickPick<Row<T, E>>();
  readonly #buttons: QuickInputButtons<E, OpenList<T, E>>;
  readonly #isMany: boolean;
  #handlers: Handlers<E> | undefined;
  /** Ticks that came with new rows. Until VS Code confirms them, what it reports belongs to the rows before. */
  #unconfirmed: { readonly values: readonly T[]; readonly timer: NodeJS.Timeout } | undefined;
  /** The rows to show after that. */
  #next: Rows<T, E> | undefined;

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
    this.#pick.value = question.typed ?? '';
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
    return valuesOf(this.#pick.selectedItems);
  }

  get ticked(): readonly T[] {
    return this.#isMany ? this.accepted : [];
  }

  show(rows: Rows<T, E>): void {
    if (this.#unconfirmed !== undefined) {
      this.#next = rows;
      return;
    }
    this.#pick.items = rows.map((row) => ('heading' in row ? headingRow(row) : this.#rowOf(row)));
    if (this.#isMany) {
      this.#pick.selectedItems = this.#pick.items.filter(({ choice }) => choice?.isTicked === true);
      this.#awaitConfirmation(this.accepted);
    }
  }

  setTicked(values: readonly T[]): void {
    const ticked = new Set(values);
    this.#pick.selectedItems = this.#pick.items.filter(
      ({ choice }) => choice !== undefined && ticked.has(choice.value),
    );
  }

  setTyped(text: string): void {
    this.#pick.value = text;
  }

  setPlaceholder(placeholder: string): void {
    this.#pick.placeholder = placeholder;
  }

  /** Enter tries again, so that remedy needs no button. */
  showProblem(problem: Problem): void {
    detached(
      showProblem(withoutRetry(problem), () => Promise.resolve()),
      this.log,
    );
  }

  leave(exit: E): void {
    this.#handlers?.onLeave(exit);
  }

  focus(value: T | undefined): void {
    if (value !== undefined) {
      this.#pick.activeItems = this.#pick.items.filter(({ choice }) => choice?.value === value);
    }
  }

  /** Prevents typing and accepting in the meantime. */
  async whileBusy<R>(work: () => Promise<R>): Promise<R> {
    this.#pick.busy = true;
    this.#pick.enabled = false;
    try {
      return await work();
    } finally {
      this.#pick.busy = false;
      this.#pick.enabled = true;
    }
  }

  open(handlers: Handlers<E>): void {
    this.#handlers = handlers;
    const { onType, onTick } = this.question;
    this.#pick.onDidAccept(() => this.#pick.enabled && handlers.onAccept());
    this.#pick.onDidHide(handlers.onClose);
    this.#pick.onDidTriggerButton((pressed) => {
      if (pressed === vscode.QuickInputButtons.Back) {
        handlers.onBack();
      } else {
        this.#buttons.trigger(pressed, this, handlers.onLeave);
      }
    });
    this.#pick.onDidTriggerItemButton(({ button, item }) => {
      if (item.choice !== undefined) {
        item.rowButtons.trigger(button, this, handlers.onLeave);
      }
    });
    if (onType !== undefined) {
      this.#pick.onDidChangeValue((typed) => detached(Promise.resolve(onType(typed, this)), this.log));
    }
    if (onTick !== undefined) {
      this.#pick.onDidChangeSelection((rows) => this.#ticked(valuesOf(rows), onTick));
    }
    this.#pick.show();
  }

  dispose(): void {
    clearTimeout(this.#unconfirmed?.timer);
    this.#pick.dispose();
  }

  #awaitConfirmation(values: readonly T[]): void {
    if (values.length > 0 && this.question.onTick !== undefined) {
      this.#unconfirmed = { values, timer: setTimeout(() => this.#confirmed(), maxConfirmationMs) };
    }
  }

  #confirmed(): void {
    clearTimeout(this.#unconfirmed?.timer);
    this.#unconfirmed = undefined;
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined) {
      this.show(next);
    }
  }

  #ticked(values: readonly T[], onTick: (ticked: readonly T[], list: OpenList<T, E>) => void): void {
    if (this.#unconfirmed === undefined) {
      onTick(values, this);
    } else if (isSame(values, this.#unconfirmed.values)) {
      this.#confirmed();
    }
  }

  #rowOf(choice: TickableChoice<T, E>): ChoiceRow<T, E> {
    const { icon, label, description, detail } = choice;
    const rowButtons = toQuickInputButtons(choice.buttons ?? [], this.log);
    return {
      choice,
      rowButtons,
      label,
      alwaysShow: this.question.hasOwnSearch === true,
      buttons: rowButtons.items,
      ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
      ...(description === undefined ? {} : { description }),
      ...(detail === undefined ? {} : { detail }),
    };
  }
}

function headingRow({ heading }: Heading): HeadingRow {
  return { choice: undefined, label: heading, kind: vscode.QuickPickItemKind.Separator };
}

function valuesOf<T, E>(rows: readonly Row<T, E>[]): readonly T[] {
  return rows.flatMap(({ choice }) => (choice === undefined ? [] : [choice.value]));
}

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((value, index) => value === others[index]);
}
