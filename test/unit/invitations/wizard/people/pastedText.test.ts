import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { mayBePasted, textBesidePasted } from '../../../../../src/invitations/wizard/people/pastedText';

const lines = 'Ada\tada@example.org\r\nCy\tcy@example.org\r\n';
const inBox = 'Ada\tada@example.org Cy\tcy@example.org ';

describe('A text pasted into the box', () => {
  it('is recognized from the clipboard, which still has its lines', () => {
    assert.equal(textBesidePasted('', inBox, lines), '');
    assert.equal(textBesidePasted('x@y.org, ', `x@y.org, ${inBox}`, lines), 'x@y.org,');
    assert.equal(textBesidePasted('a, b', `a, ${inBox}b`, lines), 'a, b');
  });

  it('splits no word of the box, even if a word ends as the paste begins', () => {
    assert.equal(textBesidePasted('x a@ . b', 'x a@ @ @ . b', '@\n@'), 'x a@ . b');
  });

  it('is recognized if it replaces a selection', () => {
    assert.equal(textBesidePasted('typed before', inBox, lines), '');
    assert.equal(textBesidePasted('a old b', `a ${inBox}b`, lines), 'a b');
  });

  it('isn’t anything typed, or a single line', () => {
    assert.equal(textBesidePasted('', 'ada@example.org', lines), undefined);
    assert.equal(textBesidePasted('', 'ada@example.org', 'ada@example.org\n'), undefined);
    assert.equal(textBesidePasted('', '', ''), undefined);
  });

  it('isn’t one if the box holds something beside it that wasn’t there before', () => {
    assert.equal(textBesidePasted('a b', `a ${inBox}c`, lines), undefined);
    assert.equal(textBesidePasted('a b', `c ${inBox}b`, lines), undefined);
  });

  it('isn’t searched for while the user types', () => {
    assert.equal(mayBePasted('Ada ada', 'Ada ada@'), false);
    assert.equal(mayBePasted('Ada ada@', 'Ada ada'), false);
    assert.equal(mayBePasted('', inBox), true);
  });

  it('leaves the rest of the box alone, wherever it was pasted', () => {
    const word = fc.stringMatching(/^[a-z@.]{1,8}$/);
    const text = fc.array(word, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(text, text, text, (ahead, pasted, behind) => {
        const before = [...ahead, ...behind].join(' ');
        const after = [...ahead, ...pasted, ...behind].join(' ');
        const beside = textBesidePasted(before, after, pasted.join('\n'));
        assert.equal(beside, before);
      }),
    );
  });
});
