import { strict as assert } from 'node:assert';
import { joinAlternatives, joinList } from '../../../src/text/list';

describe('Several items in one sentence', () => {
  it('are joined as the language does', () => {
    assert.equal(joinList(['Owner']), 'Owner');
    assert.equal(joinList(['Owner', 'Admin', 'Reviewer']), 'Owner, Admin, and Reviewer');
    assert.equal(joinAlternatives(['Bo', 'Zoë']), 'Bo or Zoë');
    assert.equal(joinAlternatives(['Bo', 'Zoë', 'Chidi']), 'Bo, Zoë, or Chidi');
  });
});
