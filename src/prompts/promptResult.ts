/** What came of a question to the user. */
export type PromptResult<T> =
  { readonly kind: 'given'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'cancelled' };

export function answered<T>(value: T): PromptResult<T> {
  return { kind: 'given', value };
}

/** Where a step of several stands: its number, counted from one, and how many there are. */
export interface StepPosition {
  readonly number: number;
  readonly of: number;
}
