import * as vscode from 'vscode';
import type { Log } from '../../platform/log';
import type { Remedy } from '../../text/problem';
import { logError } from '../detached';
import { InputModel, type InputView } from '../inputModel';
import type { Button, InputQuestion, InputResult, Left, Note } from '../prompts';
import { toQuickInputButtons } from './buttons';
import { applyRemedy, remedyIcon, remedyTitle } from './remedies';

/** Asks for text in VS Code's input box. */
export function inputInVscode<T, E>(question: InputQuestion<T, E>, log: Log): Promise<InputResult<T> | Left<E>> {
  const box = new VscodeInput(question, log);
  return box.result.finally(() => box.dispose());
}

const none: readonly Remedy[] = [];

/** Draws an input model and passes on what the user does. */
class VscodeInput<T, E> {
  readonly #box = vscode.window.createInputBox();
  readonly #model: InputModel<T, E>;
  #buttons: ReturnType<typeof toQuickInputButtons<E, undefined>>;
  #drawnRemedies = none;
  #isApplyingRemedy = false;
  #isHidden = false;

  constructor(
    private readonly question: InputQuestion<T, E>,
    private readonly log: Log,
  ) {
    this.#model = new InputModel(question, {
      onChange: (view) => this.#draw(view),
      onLateError: (error) => logError(log, 'A submission failed after its box was closed', error),
      now: () => performance.now(),
    });
    this.#buttons = this.#drawButtons(none);
    this.#box.title = question.title;
    this.#box.prompt = question.prompt;
    this.#box.placeholder = question.placeholder ?? '';
    this.#box.password = question.isPassword ?? false;
    this.#box.ignoreFocusOut = true;
    if (question.step !== undefined) {
      this.#box.step = question.step.number;
      this.#box.totalSteps = question.step.of;
    }
    this.#draw(this.#model.view);
    const { length } = this.#box.value;
    this.#box.valueSelection = [question.cursorAtEnd === true ? length : 0, length];
    this.#box.onDidChangeValue((value) => this.#model.type(value));
    this.#box.onDidAccept(() => void this.#model.accept());
    this.#box.onDidHide(() => this.#hidden());
    this.#box.onDidTriggerButton((pressed) => this.#pressed(pressed));
    this.#box.show();
  }

  get result(): Promise<InputResult<T> | Left<E>> {
    return this.#model.result;
  }

  dispose(): void {
    this.#box.dispose();
  }

  #draw({ value, note, isBusy }: InputView): void {
    if (this.#box.value !== value) {
      this.#box.value = value;
    }
    this.#box.validationMessage = note && toValidationMessage(note);
    this.#box.busy = isBusy;
    this.#box.enabled = !isBusy;
    const remedies = note?.remedies ?? none;
    if (remedies !== this.#drawnRemedies) {
      this.#drawnRemedies = remedies;
      this.#buttons = this.#drawButtons(remedies);
    }
  }

  /** Enter retries, so that remedy needs no button. */
  #drawButtons(remedies: readonly Remedy[]) {
    const others = remedies.filter(({ kind }) => kind !== 'retry');
    const ways = others.map((remedy): Button<E> => ({
      icon: remedyIcon(remedy),
      tooltip: remedyTitle(remedy),
      press: () => this.#apply(remedy),
    }));
    const buttons = toQuickInputButtons([...ways, ...(this.question.buttons ?? [])], this.log);
    const hasBack = (this.question.step?.number ?? 1) > 1;
    this.#box.buttons = hasBack ? [vscode.QuickInputButtons.Back, ...buttons.items] : buttons.items;
    return buttons;
  }

  #pressed(pressed: vscode.QuickInputButton): void {
    if (pressed === vscode.QuickInputButtons.Back) {
      this.#model.back();
    } else {
      this.#buttons.trigger(pressed, undefined, (exit) => this.#model.exit(exit));
    }
  }

  /** A remedy may open another box, for example to sign in. Afterwards this one is shown again with its text. */
  async #apply(remedy: Remedy): Promise<void> {
    this.#isApplyingRemedy = true;
    try {
      await applyRemedy(remedy, () => this.#model.accept());
    } finally {
      this.#isApplyingRemedy = false;
    }
    if (this.#isHidden && this.#model.isOpen) {
      this.#isHidden = false;
      this.#box.show();
    }
  }

  #hidden(): void {
    this.#isHidden = true;
    if (!this.#isApplyingRemedy) {
      this.#model.close();
    }
  }
}

function toValidationMessage({ message, severity }: Note): vscode.InputBoxValidationMessage {
  const { Info, Warning, Error } = vscode.InputBoxValidationSeverity;
  return { message, severity: severity === 'error' ? Error : severity === 'warning' ? Warning : Info };
}
