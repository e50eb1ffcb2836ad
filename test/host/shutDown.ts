import { closeBrowser } from './browser';
import { stopSharedServers } from './sharedServer';

/** Ends what all of a process shares, which would keep it alive. */
export async function shutDown(): Promise<void> {
  await closeBrowser();
  await stopSharedServers();
}
