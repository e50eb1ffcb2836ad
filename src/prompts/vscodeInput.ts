import * as vscode from 'vscode';
import type { Log } from '../platform/log';
import { logError } from './detached';
import { InputModel, type InputView } from './inputModel';
import type { InputQuestion, InputResult, Left, Note } from './prompts';
import { toQuickInputButtons } from './vscodeButtons';

/** Draws an input model with VS Code's input box. */
export async function inputInVscode<T, E>(question: InputQuestion<T, E>, log: Log): Promise<InputResult<T> | Left<E>> {
  const box = vscode.window.createInputBox();
  const draw = ({ value, note, isBusy }: InputView) => {
    if (box.value !== value) {
      box.value = value;
    }
    box.validationMessage = note && toValidationMessage(note);
    box.busy = isBusy;
    box.enabled = !isBusy;
  };
  const model = new InputModel(question, {
    onChange: draw,
    onLateError: (error) => logError(log, 'A submission failed after its box was closed', error),
  });
  const buttons = toQuickInputButtons(question.buttons ?? [], log);
  const hasBack = (question.step?.number ?? 1) > 1;
  box.title = question.title;
  box.prompt = question.prompt;
  box.placeholder = question.placeholder ?? '';
  box.password = question.isPassword ?? false;
  box.ignoreFocusOut = true;
  box.buttons = hasBack ? [vscode.QuickInputButtons.Back, ...buttons.items] : buttons.items;
  if (question.step !== undefined) {
    box.step = question.step.number;
    box.totalSteps = question.step.of;
  }
  draw(model.view);
  box.valueSelection = [question.cursorAtEnd === true ? box.value.length : 0, box.value.length];
  box.onDidChangeValue((value) => model.type(value));
  box.onDidAccept(() => void model.accept());
  box.onDidHide(() => model.close());
  box.onDidTriggerButton((pressed) => {
    if (pressed === vscode.QuickInputButtons.Back) {
      model.back();
    } else {
      buttons.trigger(pressed, undefined, (exit) => model.exit(exit));
    }
  });
  box.show();
  return model.result.finally(() => box.dispose());
}

function toValidationMessage({ message, severity }: Note): vscode.InputBoxValidationMessage {
  const { Info, Warning, Error } = vscode.InputBoxValidationSeverity;
  return { message, severity: severity === 'error' ? Error : severity === 'warning' ? Warning : Info };
}
