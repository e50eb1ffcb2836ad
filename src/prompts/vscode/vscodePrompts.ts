import * as vscode from 'vscode';
import { workspacesViewId } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Problem } from '../../text/problem';
import type {
  ConfirmQuestion,
  InputQuestion,
  InputResult,
  Left,
  LeftTicked,
  Notification,
  OpenFileQuestion,
  PickManyQuestion,
  PickQuestion,
  PickResult,
  Progress,
  ProgressOptions,
  Prompts,
  ReadableFile,
  SaveFileQuestion,
  WritableFile,
} from '../prompts';
import { askUntilRead } from '../askUntilRead';
import { openQuestions } from '../openQuestions';
import { fileAtInVscode, openFileInVscode, saveFileInVscode } from './files';
import { inputInVscode } from './input';
import { showProblem } from './remedies';
import { pickInVscode, pickManyInVscode } from './quickPick';

const statusMessageMs = 3_000;

/** Prompts on VS Code. */
export class VscodePrompts implements Prompts {
  constructor(private readonly log: Log) {}

  get isAsking(): boolean {
    return openQuestions.isAny;
  }

  input<T>(question: InputQuestion<T>): Promise<InputResult<T>>;
  input<T, E>(question: InputQuestion<T, E>): Promise<InputResult<T> | Left<E>>;
  input<T, E>(question: InputQuestion<T, E>): Promise<InputResult<T> | Left<E>> {
    return openQuestions.during(() => inputInVscode(question, this.log));
  }

  pick<T>(question: PickQuestion<T>): Promise<PickResult<T>>;
  pick<T, E>(question: PickQuestion<T, E>): Promise<PickResult<T> | Left<E>>;
  pick<T, E>(question: PickQuestion<T, E>): Promise<PickResult<T> | Left<E>> {
    return openQuestions.during(() => pickInVscode(question, this.log));
  }

  pickMany<T>(question: PickManyQuestion<T>): Promise<PickResult<readonly T[]>>;
  pickMany<T, E>(question: PickManyQuestion<T, E>): Promise<PickResult<readonly T[]> | LeftTicked<T, E>>;
  pickMany<T, E>(question: PickManyQuestion<T, E>): Promise<PickResult<readonly T[]> | LeftTicked<T, E>> {
    return openQuestions.during(() => pickManyInVscode(question, this.log));
  }

  confirm<T>({ message, detail, choices, isUnexpected = false }: ConfirmQuestion<T>): Promise<T | undefined> {
    const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
    const items = choices.map(({ label, value }) => ({ title: label, value }));
    const ask = async () => vscode.window.showWarningMessage(message, options, ...items);
    return openQuestions.during(async () => {
      const chosen = isUnexpected
        ? await askUntilRead({
            ask,
            isSafe: (item) => item === undefined || item === items[0],
            now: () => performance.now(),
          })
        : await ask();
      return chosen?.value;
    });
  }

  async notify<T = never>({ severity, message, choices = [] }: Notification<T>): Promise<T | undefined> {
    const items = choices.map(({ label, value }) => ({ title: label, value }));
    const chosen =
      severity === 'info'
        ? await vscode.window.showInformationMessage(message, ...items)
        : await vscode.window.showWarningMessage(message, ...items);
    return chosen?.value;
  }

  showProblem(problem: Problem, again: () => Promise<unknown>): Promise<void> {
    return showProblem(problem, again);
  }

  statusMessage(message: string, icon = 'check', durationMs = statusMessageMs): void {
    vscode.window.setStatusBarMessage(`$(${icon}) ${message}`, durationMs);
  }

  openFile(question: OpenFileQuestion): Promise<ReadableFile | undefined> {
    return openQuestions.during(() => openFileInVscode(question));
  }

  fileAt(uri: string): ReadableFile {
    return fileAtInVscode(uri);
  }

  saveFile(question: SaveFileQuestion): Promise<WritableFile | undefined> {
    return openQuestions.during(() => saveFileInVscode(question));
  }

  withProgress<T>(options: ProgressOptions, task: (progress: Progress) => Promise<T>): Promise<T> {
    const isInView = options.location === 'view';
    const shown = isInView
      ? { location: { viewId: workspacesViewId } }
      : { location: vscode.ProgressLocation.Notification, title: options.title, cancellable: true };
    const running = vscode.window.withProgress(shown, (progress, cancellation) => {
      const controller = new AbortController();
      cancellation.onCancellationRequested(() => controller.abort());
      let shownDone = 0;
      return task({
        signal: controller.signal,
        report: ({ message, done }) => {
          const increment = done === undefined ? {} : { increment: (done - shownDone) * 100 };
          shownDone = done ?? shownDone;
          progress.report({ ...(message === undefined ? {} : { message }), ...increment });
        },
      });
    });
    return Promise.resolve(running);
  }

  editorSelection(): string {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection) ?? '';
  }

  readClipboard(): Promise<string> {
    return Promise.resolve(vscode.env.clipboard.readText());
  }

  writeClipboard(text: string): Promise<void> {
    return Promise.resolve(vscode.env.clipboard.writeText(text));
  }

  async openExternal(url: string): Promise<void> {
    await vscode.env.openExternal(vscode.Uri.parse(url, true));
  }
}
