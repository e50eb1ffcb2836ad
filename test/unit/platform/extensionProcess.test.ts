import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { hasProcessEnded, thisProcess } from '../../../src/platform/extensionProcess';

describe('An extension process', () => {
  it('is not gone while it runs', () => {
    assert.equal(hasProcessEnded(thisProcess), false);
  });

  it('is gone when it has ended', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.equal(hasProcessEnded({ ...thisProcess, pid }), true);
  });

  it('is not known to be gone if it ran on another host', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.equal(hasProcessEnded({ host: `not-${thisProcess.host}`, pid }), false);
  });
});
