import type { Problem } from '../text/problem';

/**
 * Everything the extension asks of the person or tells them. VS Code stands behind it; in unit tests, a script of answers
 * does. Flows take it as `dependencies.prompts`, so that they import no `vscode`.
 */
export interface Prompts {
  /** Whether one of our own questions is open: a box, a list, or a dialog. */
  readonly isAsking: boolean;

  /** Asks for text. The box stays open when it loses the focus and when the text is refused. */
  input<T>(question: InputQuestion<T>): Promise<InputResult<T>>;
  input<T, E>(question: InputQuestion<T, E>): Promise<InputResult<T> | Left<E>>;

  /** Asks for one of several. */
  pick<T>(question: PickQuestion<T>): Promise<PickResult<T>>;
  pick<T, E>(question: PickQuestion<T, E>): Promise<PickResult<T> | Left<E>>;

  /** Asks for any number of several. */
  pickMany<T>(question: PickManyQuestion<T>): Promise<PickResult<readonly T[]>>;
  pickMany<T, E>(question: PickManyQuestion<T, E>): Promise<PickResult<readonly T[]> | LeftTicked<T, E>>;

  /** Asks in a modal dialog. Resolves with undefined when it is cancelled. */
  confirm<T>(question: ConfirmQuestion<T>): Promise<T | undefined>;

  /** Shows a notification. Resolves with the button that was pressed, or with undefined once it is closed. */
  notify<T = never>(notification: Notification<T>): Promise<T | undefined>;

  /** Says for a moment in the status bar that something was done which can't be seen otherwise. */
  statusMessage(message: string, icon?: 'check' | 'info'): void;

  openFile(question: OpenFileQuestion): Promise<ReadableFile | undefined>;
  saveFile(question: SaveFileQuestion): Promise<WritableFile | undefined>;

  withProgress<T>(options: ProgressOptions, task: (progress: Progress) => Promise<T>): Promise<T>;

  /** The text selected in the editor in front; empty where there is none. */
  editorSelection(): string;
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  openExternal(url: string): Promise<void>;
}

/** Where a step of several stands: its number, counted from one, and how many there are. */
export interface StepPosition {
  readonly number: number;
  readonly of: number;
  /** What was typed when the person last went back from this step; it stands in the box again. */
  readonly typed?: string | undefined;
}

export interface Answered<T> {
  readonly kind: 'answered';
  readonly value: T;
}

/** The person went back to the step before; `typed` is what stood in the box. */
export interface Back {
  readonly kind: 'back';
  readonly typed: string;
}

export interface PromptCancelled {
  readonly kind: 'cancelled';
}

/** A button that closes the prompt was pressed, so that something else can be asked before it is opened again. */
export interface Left<E> {
  readonly kind: 'left';
  readonly exit: E;
  readonly typed: string;
}

export interface LeftTicked<T, E> extends Left<E> {
  readonly ticked: readonly T[];
}

/** The box was closed while a submission went on, and that was refused in the end. */
export interface RefusedAfterClose {
  readonly kind: 'refusedAfterClose';
  readonly problem: Problem;
  readonly typed: string;
}

/** The box was closed while a submission went on, and that was accepted in the end. */
export interface AnsweredAfterClose<T> {
  readonly kind: 'answeredAfterClose';
  readonly value: T;
}

export type PickResult<T> = Answered<T> | Back | PromptCancelled;

export type InputResult<T> = PickResult<T> | RefusedAfterClose | AnsweredAfterClose<T>;

/** A button at the upper right of a prompt or in a row. `exit` closes the prompt with that value; `press` leaves it open. */
export type Button<E = never, Open = undefined> = ButtonLook &
  ({ readonly exit: E } | { readonly press: (open: Open) => void | Promise<void> });

export interface ButtonLook {
  /** Name of a codicon. */
  readonly icon: string;
  readonly tooltip: string;
}

/** What stands under a box. Warnings can be passed, errors can't. */
export interface Note {
  readonly message: string;
  readonly severity: 'info' | 'warning' | 'error';
}

export type Submitted<T> =
  | { readonly accepted: T }
  /** The box stays open and says why; the remedies become buttons. */
  | { readonly refused: Problem }
  /** The person refused in a further question and is not told again once the box is closed. */
  | { readonly declined: string };

export interface Submission {
  /** Aborted when the box is closed, unless the submission continues after that. */
  readonly signal: AbortSignal;
  /** Says under the box what the submission is waiting for. */
  readonly report: (message: string) => void;
}

interface Question {
  readonly title: string;
  /** From the second step on the person can go back. */
  readonly step?: StepPosition | undefined;
}

export interface InputQuestion<T, E = never> extends Question {
  readonly prompt: string;
  readonly placeholder?: string;
  /** What stands in the box at first, selected. What was typed before going back takes its place. */
  readonly value?: string;
  /** Puts the cursor behind the value instead of selecting it, so that a single key doesn't wipe it. */
  readonly cursorAtEnd?: boolean;
  readonly isPassword?: boolean;
  readonly buttons?: readonly Button<E>[];
  /** What stands under the box at first. */
  readonly note?: Note | undefined;
  /** Called with each change and before submitting. */
  readonly check?: (value: string) => Note | undefined;
  /** Called when the person accepts; the box stays open, and busy, until it resolves. */
  readonly submit: (value: string, submission: Submission) => Promise<Submitted<T>>;
  /** Set where closing the box can't take the submission back, as with a write. The result then tells how it ended. */
  readonly continuesAfterClose?: boolean;
}

export interface Choice<T, E = never> {
  /** Name of a codicon. Not part of the label, where a screen reader would read its name. */
  readonly icon?: string | undefined;
  readonly label: string;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
  readonly value: T;
  readonly buttons?: readonly Button<E, OpenList<T, E>>[];
}

export interface TickableChoice<T, E = never> extends Choice<T, E> {
  readonly isTicked?: boolean;
}

/** A list while it is open. */
export interface OpenList<T, E = never> {
  readonly typed: string;
  /** The values that are ticked; in a list that asks for one, none. */
  readonly ticked: readonly T[];
  /** Puts other rows in place of those shown. */
  show(choices: readonly TickableChoice<T, E>[]): void;
}

interface ListQuestion<T, E> extends Question {
  readonly placeholder: string;
  readonly buttons?: readonly Button<E, OpenList<T, E>>[];
  /** Called with each change of the text by which the list is filtered. */
  readonly onType?: (typed: string, list: OpenList<T, E>) => void | Promise<void>;
}

export interface PickQuestion<T, E = never> extends ListQuestion<T, E> {
  readonly choices: readonly Choice<T, E>[];
  /** The choice that has the focus at first. */
  readonly active?: T | undefined;
}

export interface PickManyQuestion<T, E = never> extends ListQuestion<T, E> {
  readonly choices: readonly TickableChoice<T, E>[];
}

export interface ConfirmQuestion<T> {
  readonly message: string;
  readonly detail?: string;
  /** The buttons besides Cancel. Enter presses the first of them. */
  readonly choices: readonly { readonly label: string; readonly value: T }[];
}

export interface Notification<T = never> {
  /**
   * There is no error: VS Code writes the text of error messages to the developer console, and ours may hold what the
   * server said. (VS Code: notificationsAlerts.ts)
   */
  readonly severity: 'info' | 'warning';
  readonly message: string;
  readonly choices?: readonly { readonly label: string; readonly value: T }[];
}

export interface FileType {
  readonly name: string;
  /** Without dots. */
  readonly extensions: readonly string[];
}

export interface OpenFileQuestion {
  readonly title: string;
  readonly types: readonly FileType[];
}

/** A file that the person chose. Each method rejects when VS Code can't read the file. */
export interface ReadableFile {
  readonly name: string;
  /** In bytes. */
  size(): Promise<number>;
  read(): Promise<Uint8Array>;
  /** Decodes as VS Code would for this file, or in the given encoding; rejects for a binary file. */
  decode(bytes: Uint8Array, encoding?: string): Promise<string>;
}

export interface SaveFileQuestion {
  readonly title: string;
  readonly suggestedName: string;
  readonly types: readonly FileType[];
}

export interface WritableFile {
  /** Rejects when VS Code can't write the file. */
  write(bytes: Uint8Array): Promise<void>;
}

/** The bar of the Workspaces view, or a notification with Cancel. */
export type ProgressOptions =
  { readonly location: 'view' } | { readonly location: 'notification'; readonly title: string };

export interface Progress {
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  /** `done` is the share that is done, from 0 to 1. */
  readonly report: (update: { readonly message?: string; readonly done?: number }) => void;
}

export function answered<T>(value: T): Answered<T> {
  return { kind: 'answered', value };
}
