import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { Throttle } from '../../../../src/sidebar/tree/throttle';

describe('The throttle for drawing', () => {
  const pauseMs = 50;
  let done = 0;
  let pace: Throttle;

  beforeEach(() => {
    done = 0;
    pace = new Throttle(pauseMs, () => (done += 1));
  });

  afterEach(() => pace.dispose());

  it('runs the first request at once', () => {
    pace.run();
    assert.equal(done, 1);
  });

  it('runs once, after the pause, what is requested in the meantime', async () => {
    pace.run();
    pace.run();
    pace.run();
    assert.equal(done, 1);
    await sleep(pauseMs * 3);
    assert.equal(done, 2);
  });

  it('runs nothing that was not requested', async () => {
    pace.run();
    await sleep(pauseMs * 3);
    assert.equal(done, 1);
  });

  it('skips the pause for an urgent request, which includes earlier ones', async () => {
    pace.run();
    pace.run();
    pace.flush();
    assert.equal(done, 2);
    await sleep(pauseMs * 3);
    assert.equal(done, 2);
  });

  it('stops when it is disposed of', async () => {
    pace.run();
    pace.run();
    pace.dispose();
    await sleep(pauseMs * 3);
    assert.equal(done, 1);
  });
});
