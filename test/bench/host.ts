import * as path from 'node:path';
import { closeBrowser } from '../host/browser';
import { runSuite } from '../host/runSuite';

/** Reads the list of workspaces inside a real VS Code, where requests pass its proxy layer. */
export async function benchHost(): Promise<void> {
  try {
    const { failure } = await runSuite({ version: 'newest', suite: path.join(__dirname, 'inHost.js') });
    if (failure !== undefined) {
      throw new Error(failure);
    }
  } finally {
    await closeBrowser();
  }
}
