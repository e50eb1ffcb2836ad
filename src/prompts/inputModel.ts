import type { Problem } from '../text/problem';
import { answered, type InputQuestion, type InputResult, type Left, type Note, type Submitted } from './prompts';

/**
 * Nobody reacts to a message in less time than this, so a box that closes sooner was closed before the message was
 * drawn. In milliseconds.
 */
const reactionMs = 500;

/** What an input box currently shows. */
export interface InputView {
  readonly value: string;
  readonly note: Note | undefined;
  /** While true, typing is disabled. */
  readonly isBusy: boolean;
}

export interface InputModelOptions {
  readonly onChange: (view: InputView) => void;
  /** Called when a submission fails unexpectedly after the question was answered some other way. */
  readonly onLateError: (error: unknown) => void;
  /** In milliseconds. */
  readonly now: () => number;
}

interface Refusal {
  readonly problem: Problem;
  readonly typed: string;
  readonly shownAt: number;
}

/** The behavior of an input box, independent of how it's drawn: what typing, accepting, leaving, and closing do. */
export class InputModel<T, E = never> {
  readonly result: Promise<InputResult<T> | Left<E>>;
  #view: InputView;
  #isClosed = false;
  #isSettled = false;
  #submission: AbortController | undefined;
  /** Why the text in the box was refused, if it was. */
  #refusal: Refusal | undefined;
  #resolve: (result: InputResult<T> | Left<E>) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(
    private readonly question: InputQuestion<T, E>,
    private readonly options: InputModelOptions,
  ) {
    const value = question.step?.typed ?? question.value ?? '';
    this.#view = { value, note: question.note, isBusy: false };
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get view(): InputView {
    return this.#view;
  }

  /** Whether it's visible and unanswered. */
  get isOpen(): boolean {
    return !this.#isClosed && !this.#isSettled;
  }

  type(value: string): void {
    this.#refusal = undefined;
    this.#show({ value, note: this.question.check?.(value) });
  }

  async accept(): Promise<void> {
    if (this.#view.isBusy || this.#isSettled) {
      return;
    }
    this.#refusal = undefined;
    const { value } = this.#view;
    const note = this.question.check?.(value);
    this.#show({ note });
    if (note?.severity === 'error') {
      return;
    }
    const controller = new AbortController();
    this.#submission = controller;
    this.#show({ isBusy: true });
    try {
      const submitted = await this.question.submit(value, {
        signal: controller.signal,
        report: (message) => this.#submission === controller && this.#show({ note: { message, severity: 'info' } }),
      });
      this.#submission = undefined;
      this.#conclude(submitted, value);
    } catch (error) {
      this.#fail(error);
    }
  }

  back(): void {
    this.#leave({ kind: 'back', typed: this.#view.value });
  }

  exit(exit: E): void {
    this.#leave({ kind: 'left', exit, typed: this.#view.value });
  }

  /** Called when the box is gone: closed by the user, or replaced by another one. */
  close(): void {
    this.#isClosed = true;
    const refusal = this.#refusal;
    this.#leave(
      refusal !== undefined && this.#isUnread(refusal)
        ? { kind: 'refusedAfterClose', problem: refusal.problem, typed: refusal.typed }
        : { kind: 'canceled' },
    );
  }

  #conclude(submitted: Submitted<T>, typed: string): void {
    if ('accepted' in submitted) {
      const value = submitted.accepted;
      this.#settle(this.#isClosed ? { kind: 'answeredAfterClose', value } : answered(value));
    } else if (!this.#isClosed) {
      if ('refused' in submitted) {
        this.#refusal = { problem: submitted.refused, typed, shownAt: this.options.now() };
      }
      const problem = 'refused' in submitted ? submitted.refused : { message: submitted.declined };
      this.#show({ isBusy: false, note: { ...problem, severity: 'error' } });
    } else {
      this.#settle(
        'refused' in submitted
          ? { kind: 'refusedAfterClose', problem: submitted.refused, typed }
          : { kind: 'canceled' },
      );
    }
  }

  #isUnread({ shownAt }: Refusal): boolean {
    return this.question.continuesAfterClose === true && this.options.now() - shownAt < reactionMs;
  }

  /**
   * A submission that can't be taken back is awaited: leaving for another step is blocked, and closing only hides the
   * box.
   */
  #leave(result: InputResult<T> | Left<E>): void {
    if (this.#submission === undefined || this.question.continuesAfterClose !== true) {
      this.#submission?.abort();
      this.#settle(result);
    }
  }

  #settle(result: InputResult<T> | Left<E>): void {
    this.#isSettled = true;
    this.#resolve(result);
  }

  #fail(error: unknown): void {
    if (this.#isSettled) {
      this.options.onLateError(error);
    } else {
      this.#isSettled = true;
      this.#reject(error);
    }
  }

  #show(change: Partial<InputView>): void {
    this.#view = { ...this.#view, ...change };
    if (this.isOpen) {
      this.options.onChange(this.#view);
    }
  }
}
