import { askedToWait } from '../text/waiting';
import type { Prompts } from './prompts';

/** Says in the status bar that Prolific asks to wait, for a request that no box waits for. Use it as `onWait` of a call. */
export function tellWaits(prompts: Pick<Prompts, 'statusMessage'>): (ms: number) => void {
  return (ms) => prompts.statusMessage(askedToWait(ms), 'info');
}
