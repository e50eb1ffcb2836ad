import { strict as assert } from 'node:assert';
import { Emitter, reportListenerErrors } from '../../../src/platform/emitter';

describe('An event', () => {
  it('reaches every listener, even if one throws, and does not throw itself', () => {
    const errors: unknown[] = [];
    reportListenerErrors((error) => errors.push(error));
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    const fault = new Error('a bug in one listener');
    emitter.event((value) => heard.push(`first ${value}`));
    emitter.event(() => {
      throw fault;
    });
    emitter.event((value) => heard.push(`last ${value}`));
    assert.doesNotThrow(() => emitter.fire('a'), 'a fault of a listener reached whoever fired the event');
    assert.deepEqual(heard, ['first a', 'last a']);
    assert.deepEqual(errors, [fault]);
    reportListenerErrors((error) => {
      queueMicrotask(() => {
        throw error;
      });
    });
  });

  it('no longer reaches a disposed listener', () => {
    const emitter = new Emitter<string>();
    const subscription = emitter.event(() => assert.fail('it was disposed of'));
    subscription.dispose();
    emitter.fire('a');
  });
});
