import assert from 'node:assert/strict';
import { failWith } from '../../sandbox/faults';
import { pick, SandboxHarness } from './support';

describe('sandbox: error shapes', () => {
  const harness = new SandboxHarness();
  const missing = () => harness.get('/workspaces/66aa00000000000000000000/');
  const inner = { status: 404, error_code: 140401, title: 'Not found', detail: 'Not found.' };

  for (const [shape, expected] of [
    ['A', { error: inner }],
    ['B', inner],
    ['C', { detail: 'Not found.' }],
    ['D', { message: 'Not found', detail: 'Not found.' }],
    ['E', { type: 'INVALID_BATCH_ITEMS', message: 'Not found', issues: ['Not found.'] }],
    ['F', { error: 'Not found.' }],
  ] as const) {
    it(`${shape} is sent with its status`, async () => {
      harness.sandbox.behavior.errorShape = shape;
      const { status, body } = await missing();
      assert.equal(status, 404);
      assert.deepEqual(body, expected);
    });
  }

  it('G is not JSON: text, HTML or nothing', async () => {
    harness.sandbox.behavior.errorShape = 'G';
    assert.equal((await missing()).text, 'Not found.');
    harness.sandbox.behavior.errorShape = 'G-html';
    assert.match((await missing()).headers.get('content-type') ?? '', /^text\/html/);
    harness.sandbox.behavior.errorShape = 'G-empty';
    assert.equal((await missing()).text, '');
  });

  it('the shape also applies to field messages and faults', async () => {
    harness.sandbox.behavior.errorShape = 'F';
    const refused = await harness.post('/workspaces/', { title: ' ' });
    assert.deepEqual(refused.body, { error: 'This field may not be blank.' });
    harness.sandbox.behavior.errorShape = 'B';
    harness.sandbox.fault({}, failWith(503));
    assert.equal(pick((await missing()).body, 'title'), 'Server error');
  });
});
