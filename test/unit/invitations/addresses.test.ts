import { strict as assert } from 'node:assert';
import { readAddresses } from '../../../src/invitations/addresses';

function addressesIn(text: string): readonly string[] {
  return readAddresses(text).map((entry) =>
    entry.kind === 'address' ? entry.address : `!${entry.text}: ${entry.fault}`,
  );
}

const both = ['ada@example.org', 'Bo@example.edu'];

describe('Reading addresses', () => {
  const styles: Readonly<Record<string, string>> = {
    commas: 'ada@example.org, Bo@example.edu',
    semicolons: 'ada@example.org;Bo@example.edu;',
    spaces: 'ada@example.org Bo@example.edu',
    tabs: 'ada@example.org\tBo@example.edu',
    'new lines': 'ada@example.org\r\nBo@example.edu\r\n',
    'names before them': 'Ada Example <ada@example.org>, Bo Example <Bo@example.edu>',
    'quoted names with commas': '"Example, Ada" <ada@example.org>; "Example, Bo" <Bo@example.edu>',
    'mailto links': 'mailto:ada@example.org, mailto:Bo@example.edu',
    'quotes round them': "“ada@example.org”, 'Bo@example.edu'",
    'invisible spaces': '\ufeffada@example.org\u200b \u00a0Bo@example.edu',
  };
  for (const [style, text] of Object.entries(styles)) {
    it(`understands ${style}`, () => assert.deepEqual(addressesIn(text), both));
  }

  it('keeps letter case, order and repeats', () => {
    assert.deepEqual(addressesIn('b@x.org a@x.org B@x.org a@x.org'), ['b@x.org', 'a@x.org', 'B@x.org', 'a@x.org']);
  });

  it('takes international names and domains', () => {
    assert.deepEqual(addressesIn('jürgen@tübingen.example 美咲@例え.jp'), ['jürgen@tübingen.example', '美咲@例え.jp']);
  });

  it('names what is no address, each with its fault', () => {
    assert.deepEqual(addressesIn('ada, a@b@c.org, @x.org, a@, a@localhost, a@x..org'), [
      '!ada: noAt',
      '!a@b@c.org: severalAts',
      '!@x.org: noName',
      '!a@: noDomain',
      '!a@localhost: badDomain',
      '!a@x..org: badDomain',
    ]);
  });

  it('finds nothing in nothing', () => assert.deepEqual(addressesIn(' ,; \n'), []));
});
