import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { asMarkdown, sanitize, inSentence } from '../../../src/text/sanitize';

describe('Server text on the screen', () => {
  it('stays as it is if it is harmless', () => {
    for (const text of [
      'Perception lab',
      'Sprachproduktion Tübingen',
      '知覚心理学研究室',
      '🧠 Memory & Ageing 👵🏽',
      '50 % (n = 3)',
    ]) {
      assert.equal(sanitize(text), text);
    }
  });

  it('is one line', () => {
    assert.equal(sanitize('  a\r\nb\tc\u2028d '), 'a b c d');
  });

  it('renders no links or icons and doesn’t reverse neighboring text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '$', 'a', ' ', '\n', '\u202e', '\u2066') }),
        (text) => {
          assert.doesNotMatch(inSentence(text), /\]\s*\(|\$\(|[\u202a-\u202e\n\u2066]/);
        },
      ),
    );
  });

  it('contains no invisible characters except those that scripts and emoji need', () => {
    const tags = '\u{e006f}\u{e0062}\u{e0065}\u{e0079}';
    assert.equal(sanitize(`Lab${tags}\u200b\u00ad\u2060\ufeff`), 'Lab');
    for (const text of ['👩\u200d🔬', 'نامه\u200cای', '\u200fא']) {
      assert.equal(sanitize(text), text);
    }
  });

  it('is empty if nothing would be visible', () => {
    for (const text of ['', '  ', '\u00a0\u3000', '\u200b\u2060\u00ad\u3164\u200e', '\n\u202e']) {
      assert.equal(sanitize(text), '');
    }
    assert.equal(sanitize('\u200fא'), '\u200fא');
  });

  it('is truncated at 300 characters, never inside one', () => {
    const family = '👩‍👩‍👧‍👦';
    assert.match(sanitize(family.repeat(400)), new RegExp(`^(${family})+…$`));
    assert.equal(sanitize('x'.repeat(10_000)), `${'x'.repeat(300)}…`);
  });

  it('is isolated in a sentence if it is written from right to left', () => {
    assert.equal(inSentence('מעבדת זיכרון'), '\u2068מעבדת זיכרון\u2069');
    assert.equal(inSentence('Pilot'), 'Pilot');
  });

  it('is literal in Markdown, character by character, including bare URLs and email addresses', () => {
    assert.equal(asMarkdown('Lab 7 – 知覚'), 'Lab 7 – 知覚');
    assert.equal(asMarkdown('**a** https://x.org bo@x.org'), '\\*\\*a\\*\\* https\\:\\/\\/x\\.org bo\\@x\\.org');
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        assert.doesNotMatch(asMarkdown(text).replace(/\\./g, ''), /[!-/:-@[-`{-~]/);
        assert.equal(asMarkdown(text).replace(/\\(.)/g, '$1'), text);
      }),
    );
  });
});
