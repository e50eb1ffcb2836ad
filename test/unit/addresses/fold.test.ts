import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { foldAddress, foldCase } from '../../../src/addresses/fold';

const spellings: Readonly<Record<string, readonly [string, string]>> = {
  'the letter case of the domain': ['bo@example.org', 'bo@Example.ORG'],
  'an ideographic full stop': ['bo@example.org', 'bo@example。org'],
  'full-width signs': ['ada+lab@x.org', 'ａda＋lab＠x．org'],
  'composed and decomposed accents': ['zo\u00e9@x.org', 'zoe\u0301@x.org'],
  'an encoded domain': ['k@m\u00fcnchen.de', 'k@xn--mnchen-3ya.de'],
  'an encoded domain in capitals': ['k@m\u00fcnchen.de', 'k@XN--MNCHEN-3YA.de'],
  'an encoded domain below another': ['k@post.m\u00fcnchen.de', 'k@Post.xn--mnchen-3ya.de'],
  'a decomposed domain': ['k@m\u00fcnchen.de', 'k@mu\u0308nchen.de'],
  'an invisible character': ['ada@x.org', 'ada\u200b@x.\u00adorg'],
  'a domain that cannot be encoded': ['ada@x_-_-.1', 'ada@X_-_-．1'],
};

describe('Spellings of one mailbox', () => {
  for (const [difference, [one, other]] of Object.entries(spellings)) {
    it(`are equal despite ${difference}`, () => assert.equal(foldAddress(one), foldAddress(other)));
  }

  it('differ if the letter case before the @ does, as they do for Prolific', () => {
    assert.notEqual(foldAddress('Ada@x.org'), foldAddress('ada@x.org'));
    assert.equal(foldCase('Ada@x.org'), foldCase('ada@X.org'));
  });

  it('do not include other people’s mailboxes', () => {
    const others = [
      'ada@x.org',
      'ada@x.org.uk',
      'ad@x.org',
      'zoe@x.org',
      'zo\u00e9@x.org',
      'k@munchen.de',
      'k@münchen.de',
    ];
    assert.equal(new Set(others.map(foldCase)).size, others.length);
  });

  it('are folded completely the first time, whatever is in an address', () => {
    const sign = fc.constantFrom(
      'a',
      'B',
      '@',
      '.',
      '-',
      '"',
      'é',
      'e\u0301',
      'ü',
      '．',
      '＠',
      'ß',
      'İ',
      '\u200b',
      'xn--',
    );
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const folded = foldAddress(signs.join(''));
        assert.equal(foldAddress(folded), folded);
      }),
    );
  });
});
