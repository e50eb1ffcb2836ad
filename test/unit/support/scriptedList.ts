import { strict as assert } from 'node:assert';
import type { Choice, OpenList, PickManyQuestion, TickableChoice } from '../../../src/prompts/prompts';
import { buttonsOf } from './scriptedInput';

/** A list as a person sees and uses it. */
export interface ScriptedList {
  readonly title: string;
  readonly placeholder: string;
  readonly step: string | undefined;
  readonly rows: readonly Pick<Choice<unknown>, 'label' | 'description' | 'detail' | 'icon'>[];
  readonly labels: readonly string[];
  /** The label of the row focused initially. */
  readonly focused: string | undefined;
  readonly tickedLabels: readonly string[];
  readonly buttons: readonly string[];
  /** Types into the filter box. */
  type(text: string): Promise<void>;
  /** Presses Enter on a row. */
  choose(label: string): void;
  tick(label: string): void;
  untick(label: string): void;
  /** Presses Enter on the focused row, or OK where several can be ticked. */
  accept(): void;
  back(): void;
  /** Presses Escape. */
  close(): void;
  press(tooltip: string): Promise<void>;
  /** Presses a button in a row. */
  pressOn(label: string, tooltip: string): Promise<void>;
}

interface ListOptions<T, E> {
  readonly isMany: boolean;
  readonly active: T | undefined;
  readonly onAccept: (values: readonly T[]) => void;
  readonly onBack: (typed: string) => void;
  readonly onLeave: (exit: E, typed: string, ticked: readonly T[]) => void;
  readonly onClose: () => void;
}

export class ScriptedOpenList<T, E> implements ScriptedList, OpenList<T, E> {
  readonly title: string;
  readonly placeholder: string;
  readonly step: string | undefined;
  isOpen = true;
  typed = '';
  #rows: readonly TickableChoice<T, E>[] = [];
  #ticked = new Set<T>();

  constructor(
    private readonly question: PickManyQuestion<T, E>,
    private readonly options: ListOptions<T, E>,
  ) {
    this.title = question.title;
    this.placeholder = question.placeholder;
    this.step = question.step && `${question.step.number}/${question.step.of}`;
    this.show(question.choices);
  }

  get rows() {
    return this.#rows;
  }

  get labels(): readonly string[] {
    return this.#rows.map(({ label }) => label);
  }

  get focused(): string | undefined {
    const { active } = this.options;
    return (this.#rows.find(({ value }) => active !== undefined && value === active) ?? this.#rows[0])?.label;
  }

  get ticked(): readonly T[] {
    return [...this.#ticked];
  }

  get tickedLabels(): readonly string[] {
    return this.#rows.filter(({ value }) => this.#ticked.has(value)).map(({ label }) => label);
  }

  get buttons(): readonly string[] {
    return [...this.#titleButtons().keys()];
  }

  show(choices: readonly TickableChoice<T, E>[]): void {
    this.#rows = choices;
    this.#ticked = new Set(choices.filter(({ isTicked }) => isTicked === true).map(({ value }) => value));
  }

  async type(text: string): Promise<void> {
    this.typed = text;
    await this.question.onType?.(text, this);
  }

  choose(label: string): void {
    assert.ok(!this.options.isMany, `several can be ticked in “${this.title}”: tick and accept`);
    this.#end(() => this.options.onAccept([this.#rowOf(label).value]));
  }

  tick(label: string): void {
    this.#ticked.add(this.#rowOf(label).value);
  }

  untick(label: string): void {
    this.#ticked.delete(this.#rowOf(label).value);
  }

  accept(): void {
    const { isMany, onAccept } = this.options;
    if (isMany) {
      this.#end(() => onAccept(this.#rows.map(({ value }) => value).filter((value) => this.#ticked.has(value))));
    } else if (this.focused !== undefined) {
      this.choose(this.focused);
    }
  }

  back(): void {
    this.#end(() => this.options.onBack(this.typed));
  }

  close(): void {
    this.#end(() => this.options.onClose());
  }

  press(tooltip: string): Promise<void> {
    return this.#trigger(this.#titleButtons(), tooltip);
  }

  pressOn(label: string, tooltip: string): Promise<void> {
    const buttons = this.#rowOf(label).buttons ?? [];
    return this.#trigger(
      buttonsOf(buttons, this, (exit) => this.#leave(exit)),
      tooltip,
    );
  }

  #titleButtons() {
    return buttonsOf(this.question.buttons ?? [], this, (exit) => this.#leave(exit));
  }

  async #trigger(buttons: ReturnType<typeof buttonsOf>, tooltip: string): Promise<void> {
    const press = buttons.get(tooltip);
    assert.ok(
      press !== undefined,
      `“${this.title}” has no button “${tooltip}”, only ${[...buttons.keys()].join(', ')}`,
    );
    await press();
  }

  #leave(exit: E): void {
    this.#end(() => this.options.onLeave(exit, this.typed, this.ticked));
  }

  #end(end: () => void): void {
    this.isOpen = false;
    end();
  }

  #rowOf(label: string): TickableChoice<T, E> {
    const row = this.#rows.find((candidate) => candidate.label === label);
    assert.ok(row !== undefined, `“${this.title}” has no row “${label}”, only ${this.labels.join(', ')}`);
    return row;
  }
}
