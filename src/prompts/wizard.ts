import {
  answered,
  type Answered,
  type AnsweredAfterClose,
  type Back,
  type InputResult,
  type PromptCancelled,
  type RefusedAfterClose,
  type StepPosition,
} from './prompts';

/** Asks one question, with `step` handed to the prompt, and resolves with the state that includes its answer. */
export type Step<S> = (state: S, step: StepPosition) => Promise<InputResult<S>>;

export interface WizardOptions {
  /** How many steps came before, so that the numbers go on. */
  readonly stepsBefore?: number;
  /** The first step that is asked, counted from nought; Back leads to those in front of it. */
  readonly startAt?: number;
  /** What stands in the box of the first step that is asked. */
  readonly typed?: string | undefined;
}

/** The last box was closed while its submission went on: `state` and `startAt` take the wizard up again there. */
export interface WizardRefusedAfterClose<S> extends RefusedAfterClose {
  readonly state: S;
  readonly startAt: number;
}

export type WizardResult<S> = Answered<S> | Back | PromptCancelled | AnsweredAfterClose<S> | WizardRefusedAfterClose<S>;

/** Asks step after step. Back returns to the step before; what was typed then stands there again. Back from the first step ends the wizard. */
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
      case 'cancelled':
      case 'answeredAfterClose':
        return result;
    }
  }
  return answered(state);
}
