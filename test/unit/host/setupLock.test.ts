import assert from 'node:assert/strict';
import { withSetupLock } from '../../host/setupLock';

describe('the setup lock', () => {
  const name = `test ${process.pid}`;

  it('lets one process work at a time', async () => {
    const events: string[] = [];
    const work = (who: string) => async () => {
      events.push(`${who} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      events.push(`${who} ends`);
    };
    await Promise.all([withSetupLock(name, work('one')), withSetupLock(name, work('other'))]);
    assert.deepEqual(events, ['one begins', 'one ends', 'other begins', 'other ends']);
  });

  it('is released if the work fails', async () => {
    const failing = withSetupLock(name, () => Promise.reject(new Error('no disk')));
    await assert.rejects(failing, /no disk/);
    assert.equal(await withSetupLock(name, () => Promise.resolve('done')), 'done');
  });
});
