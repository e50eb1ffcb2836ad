import { strict as assert } from 'node:assert';
import type { Choice, Heading, OpenList, PickManyQuestion, TickableChoice } from '../../../../src/prompts/prompts';
import type { Problem } from '../../../../src/text/problem';
import { buttonsOf } from './scriptedInput';

/** A list as a user sees and uses it. */
export interface ScriptedList {
  readonly title: string;
  readonly placeholder: string;
  readonly step: string | undefined;
  readonly rows: readonly Pick<Choice<unknown>, 'label' | 'description' | 'detail' | 'icon'>[];
  readonly labels: readonly string[];
  readonly headings: readonly string[];
  /** The text in the box. */
  readonly typed: string;
  /** The messages shown beside the list. */
  readonly problems: readonly string[];
  /** The label of the row focused initially. */
  readonly focused: string | undefined;
  readonly tickedLabels: readonly string[];
  readonly buttons: readonly string[];
  /** Replaces the text in the box. */
  type(text: string): Promise<void>;
  /** Presses Enter on a row. */
  choose(label: string): void;
  tick(label: string): void;
  untick(label: string): void;
  /** Presses the checkbox above the rows. */
  tickAll(isTicked: boolean): void;
  /** Presses Enter on the focused row, or OK if several can be checked. Resolves once the list is idle again. */
  accept(): Promise<void>;
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
  readonly step: string | undefined;
  readonly problems: string[] = [];
  isOpen = true;
  placeholder: string;
  typed: string;
  #rows: readonly TickableChoice<T, E>[] = [];
  #headings: readonly string[] = [];
  #ticked = new Set<T>();

  constructor(
    private readonly question: PickManyQuestion<T, E>,
    private readonly options: ListOptions<T, E>,
  ) {
    this.title = question.title;
    this.placeholder = question.placeholder;
    this.typed = question.typed ?? '';
    this.step = question.step && `${question.step.number}/${question.step.of}`;
    this.problems.push(...(question.problem === undefined ? [] : [question.problem.message]));
    this.show(question.choices);
  }

  get rows() {
    return this.#rows;
  }

  get labels(): readonly string[] {
    return this.#rows.map(({ label }) => label);
  }

  get headings(): readonly string[] {
    return this.#headings;
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

  show(rows: readonly (TickableChoice<T, E> | Heading)[]): void {
    this.#rows = rows.flatMap((row) => ('heading' in row ? [] : [row]));
    this.#headings = rows.flatMap((row) => ('heading' in row ? [row.heading] : []));
    this.setTicked(this.#rows.filter(({ isTicked }) => isTicked === true).map(({ value }) => value));
  }

  setTicked(values: readonly T[]): void {
    this.#ticked = new Set(values);
  }

  setPlaceholder(placeholder: string): void {
    this.placeholder = placeholder;
  }

  showProblem({ message }: Problem): void {
    this.problems.push(message);
  }

  setTyped(text: string): void {
    void this.type(text);
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
    this.#changeTicks([...this.#ticked, this.#rowOf(label).value]);
  }

  untick(label: string): void {
    const { value } = this.#rowOf(label);
    this.#changeTicks(this.ticked.filter((each) => each !== value));
  }

  tickAll(isTicked: boolean): void {
    this.#changeTicks(isTicked ? this.#rows.map(({ value }) => value) : []);
  }

  async accept(): Promise<void> {
    const { isMany, onAccept } = this.options;
    if (!isMany) {
      if (this.focused !== undefined) {
        this.choose(this.focused);
      }
    } else if ((await this.question.onAccept?.(this)) !== 'keepOpen') {
      this.#end(() => onAccept(this.#rows.map(({ value }) => value).filter((value) => this.#ticked.has(value))));
    }
  }

  back(): void {
    this.#end(() => this.options.onBack(this.typed));
  }

  close(): void {
    this.#end(() => this.options.onClose());
  }

  leave(exit: E): void {
    this.#end(() => this.options.onLeave(exit, this.typed, this.ticked));
  }

  press(tooltip: string): Promise<void> {
    return this.#trigger(this.#titleButtons(), tooltip);
  }

  pressOn(label: string, tooltip: string): Promise<void> {
    const buttons = this.#rowOf(label).buttons ?? [];
    return this.#trigger(
      buttonsOf(buttons, this, (exit) => this.leave(exit)),
      tooltip,
    );
  }

  #titleButtons() {
    return buttonsOf(this.question.buttons ?? [], this, (exit) => this.leave(exit));
  }

  async #trigger(buttons: ReturnType<typeof buttonsOf>, tooltip: string): Promise<void> {
    const press = buttons.get(tooltip);
    assert.ok(
      press !== undefined,
      `“${this.title}” has no button “${tooltip}”, only ${[...buttons.keys()].join(', ')}`,
    );
    await press();
  }

  #changeTicks(values: readonly T[]): void {
    this.#ticked = new Set(values);
    this.question.onTick?.(this.ticked, this);
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
