import { strict as assert } from 'node:assert';
import type { InputModel } from '../../../../src/prompts/inputModel';
import type { Button, InputQuestion, Note } from '../../../../src/prompts/prompts';

/** An input box as a user sees and uses it. */
export class ScriptedInput {
  readonly title: string;
  readonly prompt: string;
  readonly step: string | undefined;
  readonly isPassword: boolean;
  readonly #model: Pick<InputModel<unknown>, 'view' | 'isOpen' | 'type' | 'accept' | 'back' | 'close'>;
  readonly #buttons: ReadonlyMap<string, () => void | Promise<void>>;

  constructor(
    question: Pick<InputQuestion<unknown>, 'title' | 'prompt' | 'step' | 'isPassword'>,
    model: Pick<InputModel<unknown>, 'view' | 'isOpen' | 'type' | 'accept' | 'back' | 'close'>,
    buttons: ReadonlyMap<string, () => void | Promise<void>>,
  ) {
    this.title = question.title;
    this.prompt = question.prompt;
    this.step = question.step && `${question.step.number}/${question.step.of}`;
    this.isPassword = question.isPassword ?? false;
    this.#model = model;
    this.#buttons = buttons;
  }

  get value(): string {
    return this.#model.view.value;
  }

  get note(): Note | undefined {
    return this.#model.view.note;
  }

  get isBusy(): boolean {
    return this.#model.view.isBusy;
  }

  get buttons(): readonly string[] {
    return [...this.#buttons.keys()];
  }

  /** Replaces the text in the box. */
  type(text: string): void {
    this.#model.type(text);
  }

  /** Presses Enter, and resolves once the box is idle again or answered. */
  accept(): Promise<void> {
    return this.#model.accept();
  }

  /** Presses Enter, and looks at the note as often as it may have changed until the box is idle again or answered. */
  async acceptAndWatch(): Promise<readonly string[]> {
    const notes = new Set<string>();
    const submission = { isUnderWay: true };
    const accepted = this.accept().finally(() => (submission.isUnderWay = false));
    while (submission.isUnderWay) {
      notes.add(this.note?.message ?? '');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await accepted;
    return [...notes];
  }

  back(): void {
    this.#model.back();
  }

  /** Presses Escape. */
  close(): void {
    this.#model.close();
  }

  async press(tooltip: string): Promise<void> {
    const press = this.#buttons.get(tooltip);
    assert.ok(press !== undefined, `“${this.title}” has no button “${tooltip}”, only ${this.buttons.join(', ')}`);
    await press();
  }
}

/** What each button does, by its tooltip. */
export function buttonsOf<E, Open>(
  buttons: readonly Button<E, Open>[],
  open: Open,
  leave: (exit: E) => void,
): ReadonlyMap<string, () => void | Promise<void>> {
  return new Map(
    buttons.map((button) => [button.tooltip, () => ('exit' in button ? leave(button.exit) : button.press(open))]),
  );
}
