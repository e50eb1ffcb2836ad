import { strict as assert } from 'node:assert';
import type { Test } from 'mocha';
import { shutDown } from '../host/shutDown';
import { Harness, type HarnessOptions } from './harness';

/**
 * Gives the tests of a file a VS Code of their own. Each test begins in the same place, whatever the ones before have done.
 * After each the requests are held against the contract, and one that failed leaves a picture of what was on the screen. At
 * the end everything that was written down is searched for secrets.
 */
export function useHarness(options: HarnessOptions | (() => HarnessOptions) = {}): () => Harness {
  let harness: Harness | undefined;

  before(async function () {
    this.timeout(180_000);
    harness = await Harness.open(typeof options === 'function' ? options() : options);
  });

  const takePicture = (test: Test | undefined) =>
    harness?.screenshot(`failed-${(test?.fullTitle() ?? 'unknown').replace(/\W+/g, '-').slice(0, 100)}`);

  beforeEach(async function () {
    try {
      await harness?.begin();
    } catch (error) {
      await takePicture(this.currentTest);
      throw error;
    }
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await takePicture(this.currentTest);
      harness?.abandonWindow();
    }
    assert.deepEqual(harness?.sandbox.violations, []);
  });

  after('no token, address or link stands in a log, a file or a console', async () => {
    try {
      await harness?.assertNoLeaks();
    } finally {
      await harness?.close();
    }
  });

  return () => {
    assert.ok(harness !== undefined, 'the harness is not open yet');
    return harness;
  };
}

// Server and browser serve all files of a process. A worker of `mocha --parallel` ends by itself, and they with it.
if (process.env['MOCHA_WORKER_ID'] === undefined) {
  after(shutDown);
}
