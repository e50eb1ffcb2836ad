import type { Log } from '../platform/log';
import type { Prompts } from '../prompts/prompts';

export interface AskingDependencies {
  readonly prompts: Prompts;
  readonly log: Log;
  /** Whether invitations are being sent now. */
  readonly isSending: () => boolean;
}

/** What a tool answers when it would take the place of something the user is doing. */
export const busy =
  'The user is busy with another Prolific prompt or is sending invitations, so nothing was shown. Ask them to finish, then try again.';

/** Whether a question of a tool would take the place of one that the user has open, or come into a run. */
export function isBusy({ prompts, isSending }: Omit<AskingDependencies, 'log'>): boolean {
  return prompts.isAsking || isSending();
}
