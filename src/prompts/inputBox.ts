import * as vscode from 'vscode';
import { openQuestions } from './openQuestions';
import { answered, type Left, type PickResult, type StepPosition } from './prompts';

/** The message under the box. Warnings can be submitted, errors can't. */
export interface Note {
  readonly message: string;
  readonly severity: 'warning' | 'error';
}

export type Submitted<T> =
  | { readonly accepted: T }
  /** `isByUser` where the user refused, who then needs not be told again. */
  | { readonly refused: string; readonly isByUser?: true };

export interface BoxButton extends vscode.QuickInputButton {
  readonly press: () => void;
}

/** A button that closes the box, so that something else can be asked before the box is opened again. */
export interface ExitButton<E> extends vscode.QuickInputButton {
  readonly exit: E;
}

export interface BoxQuestion<T, E = never> {
  readonly title: string;
  /** Which step of how many, in a flow of several; from the second on one can go back. */
  readonly step?: StepPosition;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  /** Buttons at the upper right, such as one that opens a page. */
  readonly buttons?: readonly (BoxButton | ExitButton<E>)[];
  /** The initial message under the box. */
  readonly note?: Note | undefined;
  /** Looked at with each change. */
  readonly check?: (value: string) => Note | undefined;
  /** Asked when the user accepts; the box stays open, and busy, until it answers. */
  readonly submit: (value: string, signal: AbortSignal) => Promise<Submitted<T>>;
  /** Where a submission goes on after the box was closed, as a write does: told why it was refused then. */
  readonly onRefusedAfterClose?: (reason: string) => void;
  /** Told what stands in the box when the user goes back, so that it can stand there again later. */
  readonly onBack?: (text: string) => void;
}

/** Asks for a text in VS Code's input box. The box stays when the focus is lost, and when the answer is refused. */
export function askInBox<T>(question: BoxQuestion<T>): Promise<PickResult<T>>;
export function askInBox<T, E>(question: BoxQuestion<T, E>): Promise<PickResult<T> | Left<E>>;
export function askInBox<T, E>(question: BoxQuestion<T, E>): Promise<PickResult<T> | Left<E>> {
  const box = vscode.window.createInputBox();
  box.title = question.title;
  box.prompt = question.prompt;
  box.placeholder = question.placeholder ?? '';
  box.value = question.value ?? '';
  box.valueSelection = [0, box.value.length];
  box.password = question.password ?? false;
  box.ignoreFocusOut = true;
  const buttons = question.buttons ?? [];
  if (question.step !== undefined) {
    box.step = question.step.number;
    box.totalSteps = question.step.of;
  }
  box.buttons = (question.step?.number ?? 1) > 1 ? [vscode.QuickInputButtons.Back, ...buttons] : buttons;
  const closed = new AbortController();
  showNote(box, question.note);
  const asked = new Promise<PickResult<T> | Left<E>>((resolve, reject) => {
    box.onDidChangeValue((value) => showNote(box, question.check?.(value)));
    box.onDidTriggerButton((pressed) => {
      const button = buttons.find((candidate) => candidate === pressed);
      if (button === undefined) {
        question.onBack?.(box.value);
        resolve({ kind: 'back', typed: box.value });
      } else if ('press' in button) {
        button.press();
      } else {
        resolve({ kind: 'left', exit: button.exit, typed: box.value });
      }
    });
    let isHidden = false;
    box.onDidHide(() => {
      isHidden = true;
      if (!box.busy || question.onRefusedAfterClose === undefined) {
        resolve({ kind: 'cancelled' });
      }
    });
    const judge = (submitted: Submitted<T>) => {
      if (isHidden) {
        // Whoever closed the box has gone on to something else, and keeps the keyboard there.
        if ('refused' in submitted && submitted.isByUser !== true) {
          question.onRefusedAfterClose?.(submitted.refused);
        }
        resolve({ kind: 'cancelled' });
      } else if ('accepted' in submitted) {
        resolve(answered(submitted.accepted));
      } else {
        showNote(box, { message: submitted.refused, severity: 'error' });
      }
    };
    box.onDidAccept(() => {
      submit(box, question, closed.signal).then((submitted) => submitted && judge(submitted), reject);
    });
    box.show();
  }).finally(() => {
    closed.abort();
    box.dispose();
  });
  return openQuestions.during(() => asked);
}

function showNote(box: vscode.InputBox, note: Note | undefined): void {
  box.validationMessage = note && {
    message: note.message,
    severity:
      note.severity === 'error' ? vscode.InputBoxValidationSeverity.Error : vscode.InputBoxValidationSeverity.Warning,
  };
}

/** Gives nothing where the box is busy with an earlier submission, or its text cannot be taken. */
async function submit<T, E>(
  box: vscode.InputBox,
  question: BoxQuestion<T, E>,
  signal: AbortSignal,
): Promise<Submitted<T> | undefined> {
  const note = question.check?.(box.value);
  if (box.busy || note?.severity === 'error') {
    showNote(box, note);
    return undefined;
  }
  box.busy = true;
  box.enabled = false;
  const submitted = await question.submit(box.value, signal);
  box.busy = false;
  box.enabled = true;
  return submitted;
}
