import type { Problem } from '../text/problem';

export interface Failed {
  readonly kind: 'failed';
  readonly problem: Problem;
  /**
   * What Retry does if running the whole command again would lose the user's input. By default the command runs again.
   */
  readonly again?: () => Promise<CommandResult>;
}

/** Canceling isn't an error. */
export interface Canceled {
  readonly kind: 'canceled';
}

export interface Done {
  readonly kind: 'done';
}

/** How a command ended. */
export type CommandResult = Done | Canceled | Failed;

export const done: Done = { kind: 'done' };
export const canceled: Canceled = { kind: 'canceled' };

export function failed(problem: Problem, again?: () => Promise<CommandResult>): Failed {
  return { kind: 'failed', problem, ...(again === undefined ? {} : { again }) };
}
