import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { fromBoxedText, toBoxedText } from '../../../../src/workspaces/editing/boxedText';

describe('A multi-line text in the one-line box', () => {
  const breaks = ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];
  const anyText = fc.string({ unit: fc.constantFrom('a', ' ', 'ß', '🧠', '$(x)', '↵', '⏎', ...breaks) });

  it('shows a mark for each line break', () => {
    assert.equal(toBoxedText('one\ntwo\r\n\rthree').text, 'one↵two↵↵three');
    for (const lineBreak of breaks) {
      assert.equal(toBoxedText(`a${lineBreak}b`).text, 'a↵b');
    }
  });

  it('contains nothing that the box would drop', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(toBoxedText(text).text, /[\n\r\v\f\u0085\u2028\u2029]/);
      }),
    );
  });

  it('comes back as it was, with one kind of line break and no space around it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.replaceAll('\r\n', '\n').replace(/[\r\v\f\u0085\u2028\u2029]/g, '\n');
        assert.equal(fromBoxedText(toBoxedText(text)), lines.trim());
      }),
    );
  });

  it('comes back the same, however often it is edited without a change', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = fromBoxedText(toBoxedText(text));
        assert.equal(fromBoxedText(toBoxedText(once)), once);
      }),
    );
  });

  it('keeps a mark that the text itself contains, by using another one', () => {
    const boxed = toBoxedText('press ↵\nthen wait');
    assert.deepEqual(boxed, { text: 'press ↵⏎then wait', mark: '⏎' });
    assert.equal(fromBoxedText({ ...boxed, text: 'press ↵⏎then go' }), 'press ↵\nthen go');
  });

  it('treats a typed mark as a line break', () => {
    assert.equal(fromBoxedText({ text: ' one ↵two↵ ', mark: '↵' }), 'one \ntwo');
  });
});
