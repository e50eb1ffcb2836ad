import {
  answered,
  type Answered,
  type AnsweredAfterClose,
  type Back,
  type InputResult,
  type PromptCanceled,
  type RefusedAfterClose,
  type StepPosition,
} from './prompts';

/** Asks one question, passing `step` to the prompt, and resolves with the state including its answer. */
export type Step<S> = (state: S, step: StepPosition) => Promise<InputResult<S>>;

export interface WizardOptions {
  /** How many steps came before, so that numbering continues. */
  readonly stepsBefore?: number;
  /** The index of the first step to ask, from zero. Back leads to the ones before it. */
  readonly startAt?: number;
  /** The initial text of the first step. */
  readonly typed?: string | undefined;
}

/** The last box was closed during its submission. `state` and `startAt` resume the wizard there. */
export interface WizardRefusedAfterClose<S> extends RefusedAfterClose {
  readonly state: S;
  readonly startAt: number;
}

export type WizardResult<S> = Answered<S> | Back | PromptCanceled | AnsweredAfterClose<S> | WizardRefusedAfterClose<S>;

/**
 * Asks one step after another. Back returns to the previous step and restores what was typed there. Back from the first
 * step ends the wizard.
 */
export async function runWizard<S>(
  initial: S,
  steps: readonly Step<S>[],
  { stepsBefore = 0, startAt = 0, typed }: WizardOptions = {},
): Promise<WizardResult<S>> {
  let state = initial;
  let index = startAt;
  const typedAt = new Map([[startAt, typed]]);
  for (let step = steps[index]; step !== undefined; step = steps[index]) {
    const position = { number: stepsBefore + index + 1, of: stepsBefore + steps.length, typed: typedAt.get(index) };
    const result = await step(state, position);
    switch (result.kind) {
      case 'answered':
        state = result.value;
        typedAt.delete(index);
        index += 1;
        break;
      case 'back':
        if (index === 0) {
          return result;
        }
        typedAt.set(index, result.typed);
        index -= 1;
        break;
      case 'refusedAfterClose':
        return { ...result, state, startAt: index };
      case 'canceled':
      case 'answeredAfterClose':
        return result;
    }
  }
  return answered(state);
}
