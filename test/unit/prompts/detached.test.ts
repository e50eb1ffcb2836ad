import { strict as assert } from 'node:assert';
import { detached } from '../../../src/prompts/detached';

describe('A promise that nobody waits for', () => {
  it('is logged when it is rejected, with only the kind of error and our own stack', async () => {
    const lines: string[] = [];
    detached(Promise.reject(new TypeError('bo@example.org')), { error: (line) => lines.push(line) });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(lines.length, 1, 'the rejection was not logged, once');
    assert.match(lines[0] ?? '', /^A background task failed: TypeError\n\s+at /);
    assert.doesNotMatch(lines[0] ?? '', /bo@example\.org/);
  });
});
