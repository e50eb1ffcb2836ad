import type { PromptResult, StepPosition } from './promptResult';

export type Step<S> = (state: S, position: StepPosition) => Promise<PromptResult<S>>;

export interface WizardOptions {
  /** How many steps came before, so that the numbers go on. */
  readonly stepsBefore?: number;
  /** The first step that is asked, counted from nought; Back leads to those in front of it. */
  readonly startAt?: number;
}

/** Asks step after step; Back returns to the step before with what was given kept. Back from the first is an answer. */
export async function runWizard<S>(
  initial: S,
  steps: readonly Step<S>[],
  { stepsBefore: before = 0, startAt = 0 }: WizardOptions = {},
): Promise<PromptResult<S>> {
  let state = initial;
  let index = startAt;
  for (let step = steps[index]; step !== undefined; step = steps[index]) {
    const answer = await step(state, { number: before + index + 1, of: before + steps.length });
    if (answer.kind === 'cancelled' || (answer.kind === 'back' && index === 0)) {
      return answer;
    }
    if (answer.kind === 'given') {
      state = answer.value;
    }
    index += answer.kind === 'given' ? 1 : -1;
  }
  return { kind: 'given', value: state };
}
