import { strict as assert } from 'node:assert';
import { InputModel } from '../../../../src/prompts/inputModel';
import {
  answered,
  type ConfirmQuestion,
  type InputQuestion,
  type InputResult,
  type Left,
  type LeftTicked,
  type Notification,
  type OpenFileQuestion,
  type PickManyQuestion,
  type PickQuestion,
  type PickResult,
  type Progress,
  type ProgressOptions,
  type Prompts,
  type ReadableFile,
  type SaveFileQuestion,
  type WritableFile,
} from '../../../../src/prompts/prompts';
import type { Problem } from '../../../../src/text/problem';
import { buttonsOf, ScriptedInput } from './scriptedInput';
import { type Act, type Expected, matches, press, type PressButton } from './scriptedMessage';
import { type ScriptedList, ScriptedOpenList } from './scriptedList';

/** Something the user expects to be asked or told, and what they do then. */
export type ScriptStep =
  | { readonly asked: 'input'; readonly text: Expected; readonly act: Act<ScriptedInput, void> }
  | { readonly asked: 'pick'; readonly text: Expected; readonly act: Act<ScriptedList, void> }
  | { readonly asked: 'pickMany'; readonly text: Expected; readonly act: Act<ScriptedList, void> }
  | { readonly asked: 'confirm'; readonly text: Expected; readonly act: PressButton }
  | { readonly asked: 'notify'; readonly text: Expected; readonly act: PressButton }
  | { readonly asked: 'openFile'; readonly text: Expected; readonly file: ReadableFile | undefined }
  | { readonly asked: 'saveFile'; readonly text: Expected; readonly file: WritableFile | undefined };

type Asked = ScriptStep['asked'];
type StepOf<K extends Asked> = Extract<ScriptStep, { readonly asked: K }>;

/** Types a text into a box and accepts it, or runs `act`, for example to try twice or to close the box. */
export function onInput(title: Expected, act: string | Act<ScriptedInput, void>): ScriptStep {
  const typeAndAccept = (text: string) => (box: ScriptedInput) => {
    box.type(text);
    return box.accept();
  };
  return { asked: 'input', text: title, act: typeof act === 'string' ? typeAndAccept(act) : act };
}

/** Chooses the row with this label, or runs `act`. */
export function onPick(title: Expected, act: string | Act<ScriptedList, void>): ScriptStep {
  return { asked: 'pick', text: title, act: typeof act === 'string' ? (list) => list.choose(act) : act };
}

/** Types a text into the box and accepts what is ticked then, or runs `act`. */
export function onPickMany(title: Expected, act: string | Act<ScriptedList, void>): ScriptStep {
  const typeAndAccept = (text: string) => async (list: ScriptedList) => {
    await list.type(text);
    await list.accept();
  };
  return { asked: 'pickMany', text: title, act: typeof act === 'string' ? typeAndAccept(act) : act };
}

/** Presses a button of a modal dialog. Undefined cancels it. */
export function onConfirm(message: Expected, answer: string | undefined | PressButton): ScriptStep {
  return { asked: 'confirm', text: message, act: typeof answer === 'function' ? answer : () => answer };
}

/** Presses a button of a notification. Undefined closes it. */
export function onNotify(message: Expected, answer?: string | PressButton): ScriptStep {
  return { asked: 'notify', text: message, act: typeof answer === 'function' ? answer : () => answer };
}

/** Chooses a file to read. Undefined cancels. */
export function onOpenFile(title: Expected, file: ReadableFile | undefined): ScriptStep {
  return { asked: 'openFile', text: title, file };
}

/** Chooses a file to write. Undefined cancels. */
export function onSaveFile(title: Expected, file: WritableFile | undefined): ScriptStep {
  return { asked: 'saveFile', text: title, file };
}

interface ShownProgress {
  readonly title: string;
  readonly messages: string[];
  /** Called when the user presses Cancel. */
  readonly cancel: () => void;
}

/**
 * A user who knows what they will be asked and told, and what they'll do. Anything unexpected fails the test, and so
 * does anything missing: each test ends with `finish`.
 */
export class ScriptedPrompts implements Prompts {
  readonly #steps: ScriptStep[];
  readonly #failures: unknown[] = [];
  #openQuestions = 0;
  readonly statusMessages: string[] = [];
  /** The pages opened in the browser. */
  readonly openedPages: string[] = [];
  readonly progress: ShownProgress[] = [];
  /** The files of the Explorer by their URIs. */
  readonly files = new Map<string, ReadableFile>();
  clipboard = '';
  selection = '';

  constructor(...steps: readonly ScriptStep[]) {
    this.#steps = [...steps];
  }

  get isAsking(): boolean {
    return this.#openQuestions > 0;
  }

  /** Adds expectations. */
  expect(...steps: readonly ScriptStep[]): void {
    this.#steps.push(...steps);
  }

  /** Fails if the user was asked or told anything unexpected, or if something expected is missing. */
  finish(): void {
    this.#failures.forEach((failure) => assert.ifError(failure));
    const missed = this.#steps.map(({ asked, text }) => `${asked} ${String(text)}`);
    assert.deepEqual(missed, [], 'The user was not asked or told everything they expected');
  }

  input<T>(question: InputQuestion<T>): Promise<InputResult<T>>;
  input<T, E>(question: InputQuestion<T, E>): Promise<InputResult<T> | Left<E>>;
  input<T, E>(question: InputQuestion<T, E>): Promise<InputResult<T> | Left<E>> {
    return this.#asking(async () => {
      const { act } = this.#next('input', question.title);
      const onLateError = (error: unknown) => void this.#failures.push(error);
      // Each look at the clock is a second later: the user reads every message.
      let seconds = 0;
      const now = () => (seconds += 1) * 1_000;
      const model = new InputModel(question, { onChange: () => undefined, onLateError, now });
      const buttons = buttonsOf(question.buttons ?? [], undefined, (exit) => model.exit(exit));
      const box = new ScriptedInput(question, model, buttons);
      await act(box);
      assert.ok(
        !model.isOpen || box.isBusy,
        `“${box.title}” was left open with “${box.value}”: ${box.note?.message ?? ''}`,
      );
      return model.result;
    });
  }

  pick<T>(question: PickQuestion<T>): Promise<PickResult<T>>;
  pick<T, E>(question: PickQuestion<T, E>): Promise<PickResult<T> | Left<E>>;
  pick<T, E>(question: PickQuestion<T, E>): Promise<PickResult<T> | Left<E>> {
    return this.#asking(async () => {
      const { act } = this.#next('pick', question.title);
      let result: PickResult<T> | Left<E> | undefined;
      const list = new ScriptedOpenList<T, E>(question, {
        isMany: false,
        active: question.active,
        onAccept: (values) => values.forEach((value) => (result = answered(value))),
        onBack: (typed) => (result = { kind: 'back', typed }),
        onLeave: (exit, typed) => (result = { kind: 'left', exit, typed }),
        onClose: () => (result = { kind: 'canceled' }),
      });
      await act(list);
      assert.ok(result !== undefined, leftOpen(list));
      return result;
    });
  }

  pickMany<T>(question: PickManyQuestion<T>): Promise<PickResult<readonly T[]>>;
  pickMany<T, E>(question: PickManyQuestion<T, E>): Promise<PickResult<readonly T[]> | LeftTicked<T, E>>;
  pickMany<T, E>(question: PickManyQuestion<T, E>): Promise<PickResult<readonly T[]> | LeftTicked<T, E>> {
    return this.#asking(async () => {
      const { act } = this.#next('pickMany', question.title);
      let result: PickResult<readonly T[]> | LeftTicked<T, E> | undefined;
      const list = new ScriptedOpenList<T, E>(question, {
        isMany: true,
        active: question.active,
        onAccept: (values) => (result = answered(values)),
        onBack: (typed) => (result = { kind: 'back', typed }),
        onLeave: (exit, typed, ticked) => (result = { kind: 'left', exit, typed, ticked }),
        onClose: () => (result = { kind: 'canceled' }),
      });
      await act(list);
      assert.ok(result !== undefined, leftOpen(list));
      return result;
    });
  }

  confirm<T>({ message, detail, choices, isUnexpected = false }: ConfirmQuestion<T>): Promise<T | undefined> {
    return this.#asking(async () => {
      const { act } = this.#next('confirm', message);
      return press(choices, { message, detail, severity: undefined, isUnexpected }, act);
    });
  }

  notify<T = never>({ severity, message, choices = [] }: Notification<T>): Promise<T | undefined> {
    return this.#recordingFailure(() => {
      const { act } = this.#next('notify', message);
      return press(choices, { message, detail: undefined, severity, isUnexpected: false }, act);
    });
  }

  async showProblem({ message, remedies }: Problem): Promise<void> {
    const choices = remedies.map(({ kind }) => ({ label: kind, value: undefined }));
    await this.#recordingFailure(() => {
      const { act } = this.#next('notify', message);
      return press(choices, { message, detail: undefined, severity: 'warning', isUnexpected: false }, act);
    });
  }

  statusMessage(message: string): void {
    this.statusMessages.push(message);
  }

  openFile({ title }: OpenFileQuestion): Promise<ReadableFile | undefined> {
    return this.#asking(() => Promise.resolve(this.#next('openFile', title).file));
  }

  fileAt(uri: string): ReadableFile {
    const file = this.files.get(uri);
    assert.ok(file !== undefined, `there is no file ${uri}`);
    return file;
  }

  saveFile({ title }: SaveFileQuestion): Promise<WritableFile | undefined> {
    return this.#asking(() => Promise.resolve(this.#next('saveFile', title).file));
  }

  withProgress<T>(options: ProgressOptions, task: (progress: Progress) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const messages: string[] = [];
    const title = options.location === 'view' ? 'view' : options.title;
    this.progress.push({ title, messages, cancel: () => controller.abort() });
    return task({
      signal: controller.signal,
      report: ({ message }) => {
        messages.push(...(message === undefined ? [] : [message]));
      },
    });
  }

  editorSelection(): string {
    return this.selection;
  }

  readClipboard(): Promise<string> {
    return Promise.resolve(this.clipboard);
  }

  writeClipboard(text: string): Promise<void> {
    this.clipboard = text;
    return Promise.resolve();
  }

  openExternal(url: string): Promise<void> {
    this.openedPages.push(url);
    return Promise.resolve();
  }

  /** An unexpected question fails the flow that asks it and, in case the flow swallows the error, the test. */
  #next<K extends Asked>(asked: K, text: string): StepOf<K> {
    const step = this.#steps.shift();
    const isExpected = (candidate: ScriptStep | undefined): candidate is StepOf<K> =>
      candidate?.asked === asked && matches(text, candidate.text);
    if (!isExpected(step)) {
      const expected = step === undefined ? 'nothing more' : `${step.asked} ${String(step.text)}`;
      const failure = new assert.AssertionError({ message: `Expected ${expected}, but came ${asked} ${text}` });
      this.#failures.push(failure);
      throw failure;
    }
    return step;
  }

  async #asking<R>(ask: () => Promise<R>): Promise<R> {
    this.#openQuestions += 1;
    try {
      return await this.#recordingFailure(ask);
    } finally {
      this.#openQuestions -= 1;
    }
  }

  /** A flow may swallow what a step throws, above all one that nobody waits for. */
  async #recordingFailure<R>(step: () => Promise<R>): Promise<R> {
    try {
      return await step();
    } catch (error) {
      this.#failures.push(error);
      throw error;
    }
  }
}

function leftOpen({ title, typed, problems }: ScriptedList): string {
  return [`“${title}” was left open with “${typed}”`, ...problems].join(': ');
}
