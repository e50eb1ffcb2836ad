import { askedToWait } from '../text/waiting';
import type { Prompts } from './prompts';

/**
 * Returns an `onWait` that says in the status bar, for as long as the pause lasts, that Prolific asked to wait. For requests
 * without an open box, which would say so itself.
 */
export function showWaits(prompts: Pick<Prompts, 'statusMessage'>): (ms: number) => void {
  return (ms) => prompts.statusMessage(askedToWait(ms), 'info', ms);
}
