import { askedToWait } from '../text/waiting';
import type { Prompts } from './prompts';

/**
 * Says in the status bar, for as long as it lasts, that Prolific asks to wait. For requests that no box waits for: use it
 * as `onWait` of a call.
 */
export function tellWaits(prompts: Pick<Prompts, 'statusMessage'>): (ms: number) => void {
  return (ms) => prompts.statusMessage(askedToWait(ms), 'info', ms);
}
