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
export interface Cancelled {
  readonly kind: 'cancelled';
}

export interface Done {
  readonly kind: 'done';
}

/** How a command ended. */
export type CommandResult = Done | Cancelled | Failed;

export const done: Done = { kind: 'done' };
export const cancelled: Cancelled = { kind: 'cancelled' };

export function failed(problem: Problem, again?: () => Promise<CommandResult>): Failed {
  return { kind: 'failed', problem, ...(again === undefined ? {} : { again }) };
}
