import { strict as assert } from 'node:assert';
import { Stage, type StageOptions } from './stage';

/**
 * Gives the tests of a file their stage. After each test the requests are held against the contract, and a test that
 * failed leaves a picture of what was on the screen. At the end everything that was written down is searched for secrets.
 */
export function onStage(begin: (stage: Stage) => Promise<void>, options: StageOptions = {}): () => Stage {
  let stage: Stage | undefined;

  before(async function () {
    this.timeout(180_000);
    stage = await Stage.open(options);
    await begin(stage);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await stage?.screenshot(`failed-${this.currentTest.fullTitle().replace(/\W+/g, '-').slice(0, 100)}`);
      await stage?.window.press('Escape', 'Escape');
    }
    assert.deepEqual(stage?.sandbox.violations, []);
  });

  after('no token, address or link stands in a log, a file or a console', async () => {
    try {
      assert.deepEqual(stage?.leaks(), []);
      const inLog = stage.search({ 'a path that is logged': ['/api/v1/users/me/'] });
      assert.notDeepEqual(inLog, [], 'the search does not see the log of the extension');
    } finally {
      await stage?.close();
    }
  });

  return () => {
    assert.ok(stage !== undefined, 'the stage is not open yet');
    return stage;
  };
}
