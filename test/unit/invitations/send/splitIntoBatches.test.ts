import { strict as assert } from 'node:assert';
import { splitIntoBatches } from '../../../../src/invitations/send/splitIntoBatches';

describe('The batches of a run', () => {
  it('hold at most ten, in the order given', () => {
    const addresses = Array.from({ length: 23 }, (_, index) => `${index}@x.org`);
    assert.deepEqual(splitIntoBatches(addresses, 10), [
      addresses.slice(0, 10),
      addresses.slice(10, 20),
      addresses.slice(20),
    ]);
    assert.deepEqual(splitIntoBatches([], 10), []);
  });

  it('separate addresses that differ only in letter case', () => {
    assert.deepEqual(splitIntoBatches(['bo@x.org', 'Bo@x.org', 'ada@x.org'], 10), [
      ['bo@x.org', 'ada@x.org'],
      ['Bo@x.org'],
    ]);
  });
});
