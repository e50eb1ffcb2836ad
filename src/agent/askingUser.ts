import type { Log } from '../platform/log';
import type { Prompts } from '../prompts/prompts';

export interface AskingDependencies {
  readonly prompts: Prompts;
  readonly log: Log;
  /** How many people still wait for an invitation that is being sent now. */
  readonly peopleToSend: () => number;
}

/** What a tool answers when it would take the place of something the user is doing. */
export const busy =
  'The user is busy with another Prolific prompt or is sending invitations, so nothing was shown. Ask them to finish, then try again.';

/** Whether a question of a tool would take the place of one that the user has open, or come into a run. */
export function isBusy({ prompts, peopleToSend }: Omit<AskingDependencies, 'log'>): boolean {
  return prompts.isAsking || peopleToSend() > 0;
}
