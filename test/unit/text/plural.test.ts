import { strict as assert } from 'node:assert';
import { language, setLanguage } from '../../../src/text/language';
import { plural } from '../../../src/text/plural';

const before = language();

describe('A text with a number', () => {
  afterEach(() => setLanguage(before));

  it('takes the plural form of the number', () => {
    setLanguage('en');
    const members = '{0, plural, one {# member} other {# members}}';
    assert.deepEqual(
      [0, 1, 2].map((count) => plural(members, count)),
      ['0 members', '1 member', '2 members'],
    );
  });

  it('takes as many forms as the language has', () => {
    setLanguage('pl');
    const members = '{0, plural, one {# członek} few {# członków} many {# członków} other {# członka}}';
    assert.deepEqual(
      [1, 3, 5, 1.5].map((count) => plural(members, count)),
      ['1 członek', '3 członków', '5 członków', '1,5 członka'],
    );
  });

  it('falls back on the “other” form if a translation lacks one', () => {
    setLanguage('pl');
    assert.equal(plural('{0, plural, one {# osoba} other {# osoby}}', 5), '5 osoby');
  });

  it('writes the number as the language does, even in a text without plural forms', () => {
    setLanguage('de');
    assert.equal(plural('Mitglieder: {0}', 10_000), 'Mitglieder: 10.000');
    setLanguage('en');
    assert.equal(plural('{0, plural, one {# person} other {# people}}', 10_000), '10,000 people');
  });

  it('inserts other texts inside and outside the plural', () => {
    setLanguage('en');
    const text = '{0, plural, one {Invite # person to {1}} other {Invite # people to {1}}} as {2}?';
    assert.equal(plural(text, 3, 'Perception lab', 'Admin'), 'Invite 3 people to Perception lab as Admin?');
  });

  it('leaves a title that looks like a placeholder or a plural as it is', () => {
    setLanguage('en');
    const title = '# {0} {2} {0, plural, other {x}} $&';
    assert.equal(plural('{0, plural, one {# to {1}} other {# to {1}}}', 1, title), `1 to ${title}`);
  });
});
