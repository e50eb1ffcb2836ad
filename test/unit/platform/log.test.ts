import { strict as assert } from 'node:assert';
import { RedactingLog } from '../../../src/platform/log';

describe('The log', () => {
  it('hides what must not be in it, at every level', () => {
    const lines: string[] = [];
    const log = new RedactingLog({
      debug: (line) => void lines.push(`debug ${line}`),
      info: (line) => void lines.push(`info ${line}`),
      warn: (line) => void lines.push(`warn ${line}`),
      error: (line) => void lines.push(`error ${line}`),
      show: () => void lines.push('shown'),
      dispose: () => void lines.push('disposed'),
    });
    for (const write of [log.debug, log.info, log.warn, log.error]) {
      write('GET /api/v1/users/me/ of bo@example.org');
    }
    log.show();
    log.dispose();
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['debug', 'info', 'warn', 'error', 'shown', 'disposed'],
    );
    assert.ok(lines.slice(0, 4).every((line) => line.includes('/users/me/') && !line.includes('bo@example.org')));
  });
});
