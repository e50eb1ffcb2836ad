import assert from 'node:assert/strict';
import { failWith } from '../../sandbox/faults';
import { pick, SandboxHarness } from './support';

describe('sandbox: shapes of errors', () => {
  const bench = new SandboxHarness();
  const missing = () => bench.get('/workspaces/66aa00000000000000000000/');
  const inner = { status: 404, error_code: 140401, title: 'Not found', detail: 'Not found.' };

  afterEach(() => assert.deepEqual(bench.sandbox.violations, []));

  for (const [shape, expected] of [
    ['A', { error: inner }],
    ['B', inner],
    ['C', { detail: 'Not found.' }],
    ['D', { message: 'Not found', detail: 'Not found.' }],
    ['E', { type: 'INVALID_BATCH_ITEMS', message: 'Not found', issues: ['Not found.'] }],
    ['F', { error: 'Not found.' }],
  ] as const) {
    it(`${shape} is given with the status it has`, async () => {
      bench.sandbox.behaviour.errorShape = shape;
      const { status, body } = await missing();
      assert.equal(status, 404);
      assert.deepEqual(body, expected);
    });
  }

  it('G is no JSON: text, HTML or nothing', async () => {
    bench.sandbox.behaviour.errorShape = 'G';
    assert.equal((await missing()).text, 'Not found.');
    bench.sandbox.behaviour.errorShape = 'G-html';
    assert.match((await missing()).headers.get('content-type') ?? '', /^text\/html/);
    bench.sandbox.behaviour.errorShape = 'G-empty';
    assert.equal((await missing()).text, '');
  });

  it('the shape holds for field messages and for faults too', async () => {
    bench.sandbox.behaviour.errorShape = 'F';
    const refused = await bench.post('/workspaces/', { title: ' ' });
    assert.deepEqual(refused.body, { error: 'This field may not be blank.' });
    bench.sandbox.behaviour.errorShape = 'B';
    bench.sandbox.fault({}, failWith(503));
    assert.equal(pick((await missing()).body, 'title'), 'Server error');
  });
});
