import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';

/**
 * Starts a sandbox for the tests of a file. It is reset before each test and checked for contract violations after it.
 */
export function onSandbox(): () => Sandbox {
  let sandbox: Sandbox | undefined;
  const current = (): Sandbox => {
    assert.ok(sandbox !== undefined, 'the sandbox is not started yet');
    return sandbox;
  };
  before(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => current().reset());
  afterEach(() => assert.deepEqual(current().violations, []));
  after(() => current().stop());
  return current;
}
