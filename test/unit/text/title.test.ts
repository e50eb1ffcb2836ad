import { strict as assert } from 'node:assert';
import { titleOf } from '../../../src/text/title';

describe('A title from Prolific', () => {
  it('is shown as it is', () =>
    assert.equal(titleOf({ title: { raw: 'Perception lab' }, id: 'w1' }), 'Perception lab'));

  for (const title of ['', '  ', '\u200b', '\u3164']) {
    it(`is made up from the id if nothing of it is visible: ${JSON.stringify(title)}`, () =>
      assert.equal(titleOf({ title: { raw: title }, id: '60a42f4c693c29420793cb73' }), 'Untitled (…93cb73)'));
  }

  it('differs for two untitled things created at the same time', () => {
    const one = titleOf({ title: { raw: '' }, id: '60a42f4c693c29420793cb73' });
    const other = titleOf({ title: { raw: '' }, id: '60a42f4c693c29420793cb74' });
    assert.notEqual(one, other);
  });
});
