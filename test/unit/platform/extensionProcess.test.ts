import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { isGone, thisProcess } from '../../../src/platform/extensionProcess';

describe('A process of the extension', () => {
  it('is not gone while it runs', () => {
    assert.equal(isGone(thisProcess), false);
  });

  it('is gone when it has ended', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.equal(isGone({ ...thisProcess, pid }), true);
  });

  it('is not known to be gone where it ran on another host', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.equal(isGone({ host: `not-${thisProcess.host}`, pid }), false);
  });
});
