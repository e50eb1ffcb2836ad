import { strict as assert } from 'node:assert';
import { plainWords, pseudo } from '../../e2e/language/pseudo';

describe('The pseudo-language', () => {
  const rows: readonly (readonly [what: string, text: string, expected: string])[] = [
    ['marks every letter and both ends', 'Sign In', '⟦Šîĝñ Îñ⟧'],
    ['keeps placeholders', 'Owner: {0} of {1}', '⟦Öŵñéŕ: {0} öƒ {1}⟧'],
    ['keeps icons', '$(check) Done', '⟦$(check) Đöñé⟧'],
    ['keeps the targets of links', 'See [its page](https://x.org).', '⟦Šéé [îţš þàĝé](https://x.org).⟧'],
    ['keeps a line that is a button one', 'No.\n[Go](command:a.b)', '⟦Ñö.⟧\n[⟦Ĝö⟧](command:a.b)'],
    [
      'marks each form of a plural',
      '{0, plural, one {# day} other {# to {1}}}',
      '{0, plural, one {⟦# đàý⟧} other {⟦# ţö {1}⟧}}',
    ],
  ];
  for (const [what, text, expected] of rows) {
    it(what, () => assert.equal(pseudo(text), expected));
  }

  it('reveals words on the screen that are not translated', () => {
    assert.deepEqual(plainWords('⟦Îñṽîţé 3⟧ · Perception lab · a@x.org', ['Perception lab', /\S+@\S+/]), []);
    assert.deepEqual(plainWords('⟦Îñṽîţé⟧ 3 people', []), ['people']);
  });
});
