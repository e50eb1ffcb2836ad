import { strict as assert } from 'node:assert';
import { Harness, type HarnessOptions } from './harness';

/**
 * Gives the tests of a file their harness. After each test the requests are held against the contract, and a test that
 * failed leaves a picture of what was on the screen. At the end everything that was written down is searched for secrets.
 */
export function useHarness(begin: (harness: Harness) => Promise<void>, options: HarnessOptions = {}): () => Harness {
  let harness: Harness | undefined;

  before(async function () {
    this.timeout(180_000);
    harness = await Harness.open(options);
    await begin(harness);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await harness?.screenshot(`failed-${this.currentTest.fullTitle().replace(/\W+/g, '-').slice(0, 100)}`);
      await harness?.window.press('Escape', 'Escape');
    }
    assert.deepEqual(harness?.sandbox.violations, []);
  });

  after('no token, address or link stands in a log, a file or a console', async () => {
    try {
      assert.deepEqual(harness?.leaks(), []);
      const inLog = harness.search({ 'a path that is logged': ['/api/v1/users/me/'] });
      assert.notDeepEqual(inLog, [], 'the search does not see the log of the extension');
    } finally {
      await harness?.close();
    }
  });

  return () => {
    assert.ok(harness !== undefined, 'the harness is not open yet');
    return harness;
  };
}
