import * as path from 'node:path';
import { closeBrowser } from '../host/browser';
import { runSuite } from '../host/runSuite';

/** Opens a project with thousands of studies inside a real VS Code. */
export async function benchStudies(): Promise<void> {
  try {
    const { failure } = await runSuite({ version: 'newest', suite: path.join(__dirname, 'studiesInHost.js') });
    if (failure !== undefined) {
      throw new Error(failure);
    }
  } finally {
    await closeBrowser();
  }
}
