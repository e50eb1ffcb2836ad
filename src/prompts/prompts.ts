import type { Problem, Remedy } from '../text/problem';

/**
 * Everything the user is asked or told. Implemented on VS Code, and in unit tests by a script of answers. Flows receive
 * it as `dependencies.prompts`, so they don't import `vscode`.
 */
export interface Prompts {
  /** Whether one of our prompts is open: an input box, a list, or a dialog. */
  readonly isAsking: boolean;

  /** Asks for text. The box stays open when it loses focus and when the text is refused. */
  input<T>(question: InputQuestion<T>): Promise<InputResult<T>>;
  input<T, E>(question: InputQuestion<T, E>): Promise<InputResult<T> | Left<E>>;

  /** Asks to choose one item. */
  pick<T>(question: PickQuestion<T>): Promise<PickResult<T>>;
  pick<T, E>(question: PickQuestion<T, E>): Promise<PickResult<T> | Left<E>>;

  /** Asks to choose any number of items. */
  pickMany<T>(question: PickManyQuestion<T>): Promise<PickResult<readonly T[]>>;
  pickMany<T, E>(question: PickManyQuestion<T, E>): Promise<PickResult<readonly T[]> | LeftTicked<T, E>>;

  /** Asks in a modal dialog. Resolves with undefined if it's canceled. */
  confirm<T>(question: ConfirmQuestion<T>): Promise<T | undefined>;

  /** Shows a notification. Resolves with the button pressed, or with undefined once it's closed. */
  notify<T = never>(notification: Notification<T>): Promise<T | undefined>;

  /** Shows a problem in one notification with its remedies, and applies the one that is chosen. Retry calls `again`. */
  showProblem(problem: Problem, again: () => Promise<unknown>): Promise<void>;

  /** Shows a message in the status bar, for three seconds by default, about something that isn't visible elsewhere. */
  statusMessage(message: string, icon?: 'check' | 'info', durationMs?: number): void;

  openFile(question: OpenFileQuestion): Promise<ReadableFile | undefined>;
  /** The file with this URI, as a menu of the Explorer passes it. */
  fileAt(uri: string): ReadableFile;
  saveFile(question: SaveFileQuestion): Promise<WritableFile | undefined>;

  withProgress<T>(options: ProgressOptions, task: (progress: Progress) => Promise<T>): Promise<T>;

  /** The text selected in the active editor. Empty if there is none. */
  editorSelection(): string;
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  openExternal(url: string): Promise<void>;
}

/** The position of a step: its number, from one, and the number of steps. */
export interface StepPosition {
  readonly number: number;
  readonly of: number;
  /** What was typed when the user last went back from this step. Restored in the box. */
  readonly typed?: string | undefined;
}

export interface Answered<T> {
  readonly kind: 'answered';
  readonly value: T;
}

/** The user went back a step. `typed` is the text in the box. */
export interface Back {
  readonly kind: 'back';
  readonly typed: string;
}

export interface PromptCanceled {
  readonly kind: 'canceled';
}

/** The user pressed a button that closes the prompt, to ask for something else before it's opened again. */
export interface Left<E> {
  readonly kind: 'left';
  readonly exit: E;
  readonly typed: string;
}

export interface LeftTicked<T, E> extends Left<E> {
  readonly ticked: readonly T[];
}

/** The box was closed during a submission that was then refused. */
export interface RefusedAfterClose {
  readonly kind: 'refusedAfterClose';
  readonly problem: Problem;
  readonly typed: string;
}

/** The box was closed during a submission that was then accepted. */
export interface AnsweredAfterClose<T> {
  readonly kind: 'answeredAfterClose';
  readonly value: T;
}

export type PickResult<T> = Answered<T> | Back | PromptCanceled;

export type InputResult<T> = PickResult<T> | RefusedAfterClose | AnsweredAfterClose<T>;

/** A button in the title of a prompt or in a row. `exit` closes the prompt with that value; `press` keeps it open. */
export type Button<E = never, Open = undefined> = ButtonLook &
  ({ readonly exit: E } | { readonly press: (open: Open) => void | Promise<void> });

export interface ButtonLook {
  /** Name of a codicon. */
  readonly icon: string;
  readonly tooltip: string;
}

/** The message under an input box. Warnings can be submitted, errors can't. */
export interface Note {
  readonly message: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** Shown as buttons of the box. Retry needs none, because Enter does that. */
  readonly remedies?: readonly Remedy[];
}

export type Submitted<T> =
  | { readonly accepted: T }
  /** The box stays open and says why; the remedies become buttons. */
  | { readonly refused: Problem }
  /** Set if the user declined a follow-up question. They aren't told again once the box is closed. */
  | { readonly declined: string };

export interface Submission {
  /** Aborted when the box is closed, unless the submission continues after that. */
  readonly signal: AbortSignal;
  /** Shows under the box what the submission is waiting for. */
  readonly report: (message: string) => void;
}

interface Question {
  readonly title: string;
  /** From the second step on, the user can go back. */
  readonly step?: StepPosition | undefined;
}

export interface InputQuestion<T, E = never> extends Question {
  readonly prompt: string;
  readonly placeholder?: string;
  /** The initial value, selected. Text typed before going back takes precedence. */
  readonly value?: string;
  /** Puts the cursor after the value instead of selecting it, so that a single key doesn't erase it. */
  readonly cursorAtEnd?: boolean;
  readonly isPassword?: boolean;
  readonly buttons?: readonly Button<E>[];
  /** The initial message under the box. */
  readonly note?: Note | undefined;
  /** Called on every change and before submitting. */
  readonly check?: (value: string) => Note | undefined;
  /** Called when the user accepts. The box stays open and busy until it resolves. */
  readonly submit: (value: string, submission: Submission) => Promise<Submitted<T>>;
  /** Set if closing the box can't take the submission back, as with a write. The result then says how it ended. */
  readonly continuesAfterClose?: boolean;
}

export interface Choice<T, E = never> {
  /** Name of a codicon. Kept out of the label, where a screen reader would read it aloud. */
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

/** A line between the rows that says what follows. VS Code hides it while the user searches. */
export interface Heading {
  readonly heading: string;
}

/** A list while it is open. */
export interface OpenList<T, E = never> {
  readonly typed: string;
  /** The ticked values. Empty in a list for choosing one item. */
  readonly ticked: readonly T[];
  /** Replaces the rows. */
  show(rows: readonly (TickableChoice<T, E> | Heading)[]): void;
  /** Checks exactly these values, and leaves the rows as they are. */
  setTicked(values: readonly T[]): void;
  /** Replaces the text in the box. */
  setTyped(text: string): void;
  setPlaceholder(placeholder: string): void;
  /** Shows a problem with its remedies beside the list, which stays open. */
  showProblem(problem: Problem): void;
  /** Closes the list, to ask for something else before it's opened again. */
  leave(exit: E): void;
}

interface ListQuestion<T, E> extends Question {
  readonly placeholder: string;
  /** The initial text in the box. */
  readonly typed?: string;
  readonly buttons?: readonly Button<E, OpenList<T, E>>[];
  /** Called whenever the text in the box changes. */
  readonly onType?: (typed: string, list: OpenList<T, E>) => void | Promise<void>;
  /** Set if `onType` shows the rows that match, so that VS Code hides none. */
  readonly hasOwnSearch?: boolean;
}

export interface PickQuestion<T, E = never> extends ListQuestion<T, E> {
  readonly choices: readonly Choice<T, E>[];
  /** The choice focused initially. */
  readonly active?: T | undefined;
}

export interface PickManyQuestion<T, E = never> extends ListQuestion<T, E> {
  readonly choices: readonly (TickableChoice<T, E> | Heading)[];
  /** The choice focused initially. */
  readonly active?: T | undefined;
  /** Called whenever the user ticks or unticks, with everything that is ticked now. */
  readonly onTick?: (ticked: readonly T[], list: OpenList<T, E>) => void;
  /** Called when the user accepts. The list stays open and busy until it resolves, and closes only with `close`. */
  readonly onAccept?: (list: OpenList<T, E>) => Promise<'close' | 'keepOpen'>;
  /** Shown beside the list when it opens. */
  readonly problem?: Problem | undefined;
}

export interface ConfirmQuestion<T> {
  readonly message: string;
  readonly detail?: string;
  /** The buttons besides Cancel. Enter presses the first one. */
  readonly choices: readonly { readonly label: string; readonly value: T }[];
  /**
   * Set if it opens without the user having asked for it. Then every choice but the first, which must be safe, counts
   * only once the question can have been read.
   */
  readonly isUnexpected?: boolean;
}

export interface Notification<T = never> {
  /**
   * There is no `error`: VS Code writes error messages to the developer console, and ours may contain server text. (VS
   * Code: notificationsAlerts.ts)
   */
  readonly severity: 'info' | 'warning';
  readonly message: string;
  readonly choices?: readonly { readonly label: string; readonly value: T }[];
}

export interface FileType {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}

export interface OpenFileQuestion {
  readonly title: string;
  readonly types: readonly FileType[];
}

/** A file the user chose. Every method rejects if VS Code can't read the file. */
export interface ReadableFile {
  readonly name: string;
  /** In bytes. */
  size(): Promise<number>;
  read(): Promise<Uint8Array>;
  /** Decodes the file as VS Code would, or with the given encoding. Rejects for a binary file. */
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
  /** The name of the folder under version control that the file will be in. Undefined if there is none. */
  versionedFolder(): Promise<string | undefined>;
}

/** The progress bar of the Workspaces view, or a notification with Cancel. */
export type ProgressOptions =
  { readonly location: 'view' } | { readonly location: 'notification'; readonly title: string };

export interface Progress {
  /** Aborted when the user cancels. */
  readonly signal: AbortSignal;
  /** `done` is the completed share, from 0 to 1. */
  readonly report: (update: { readonly message?: string; readonly done?: number }) => void;
}

export function answered<T>(value: T): Answered<T> {
  return { kind: 'answered', value };
}
