import type { Answer, StepPosition } from './answer';

export type Step<S> = (state: S, position: StepPosition) => Promise<Answer<S>>;

/** Asks step after step; Back returns to the step before with what was given kept. Back from the first is an answer. */
export async function runWizard<S>(initial: S, steps: readonly Step<S>[], before = 0): Promise<Answer<S>> {
  let state = initial;
  let index = 0;
  for (let step = steps[0]; step !== undefined; step = steps[index]) {
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
