import assert from 'node:assert/strict';
import { Clock, defaultStart } from '../../sandbox/clock';
import { startSandbox } from '../../sandbox/sandbox';

describe('sandbox: the clock', () => {
  it('starts at the same time in every run and stands still', async () => {
    const clock = new Clock();
    await new Promise((resolve) => setTimeout(resolve, 2));
    assert.equal(clock.now, defaultStart);
  });

  it('moves as far as it is advanced', () => {
    const clock = new Clock({ start: new Date(0) });
    clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 });
    clock.advance({ seconds: 1 });
    assert.equal(new Date(clock.now).toISOString(), '1970-01-02T02:03:05.000Z');
  });

  it('can run, slower or faster than real time', async () => {
    const clock = new Clock({ start: new Date(0), speed: 1000 });
    const before = clock.now;
    await new Promise((resolve) => setTimeout(resolve, 2));
    assert(clock.now - before >= 1000);
  });

  it('is set back by a reset', async () => {
    const sandbox = await startSandbox({ clock: { start: new Date(5) } });
    sandbox.clock.advance({ minutes: 1 });
    assert.equal(sandbox.clock.now, 60_005);
    sandbox.reset();
    assert.equal(sandbox.clock.now, 5);
    await sandbox.stop();
  });
});
