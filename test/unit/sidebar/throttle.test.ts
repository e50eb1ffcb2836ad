import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { Throttle } from '../../../src/sidebar/throttle';

describe('The pace of drawing', () => {
  const pauseMs = 50;
  let done = 0;
  let pace: Throttle;

  beforeEach(() => {
    done = 0;
    pace = new Throttle(pauseMs, () => (done += 1));
  });

  afterEach(() => pace.dispose());

  it('does at once what is asked for first', () => {
    pace.run();
    assert.equal(done, 1);
  });

  it('does once, after the pause, what is asked for meanwhile', async () => {
    pace.run();
    pace.run();
    pace.run();
    assert.equal(done, 1);
    await sleep(pauseMs * 3);
    assert.equal(done, 2);
  });

  it('does nothing more than it was asked for', async () => {
    pace.run();
    await sleep(pauseMs * 3);
    assert.equal(done, 1);
  });

  it('in a hurry waits for no pause, and what was asked for before is done with it', async () => {
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
