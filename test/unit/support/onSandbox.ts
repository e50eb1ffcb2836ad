import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';

/** Gives the tests of a file their sandbox, begun anew before each of them; after each the contract must have been kept. */
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
