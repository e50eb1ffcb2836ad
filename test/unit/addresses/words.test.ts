import { strict as assert } from 'node:assert';
import { readSource } from '../../../src/addresses/source';
import { shown } from './cases/case';

function read(text: string): readonly string[] {
  const source = readSource(text);
  assert(source.kind === 'people');
  return source.reading.entries.map(shown);
}

describe('What people type', () => {
  it('keeps letter case, order and repeats', () => {
    assert.deepEqual(read('b@x.org a@x.org B@x.org a@x.org'), ['b@x.org', 'a@x.org', 'B@x.org', 'a@x.org']);
  });

  it('may hold international names and domains, and local parts in quotes', () => {
    const addresses = ['jürgen@tübingen.example', '美咲@例え.jp', '"jane doe"@x.org', `pat.o'brien+lab@x.org`];
    assert.deepEqual(read(addresses.join(', ')), addresses);
  });

  const faults: Readonly<Record<string, string>> = {
    ada: 'noAt',
    'a@b@c.org': 'severalAts',
    'a@x.orgb@y.org': 'severalAts',
    '@x.org': 'noName',
    'https://example.org/@jane.doe': 'noName',
    'a@': 'noDomain',
    'a@localhost': 'badDomain',
    'a@1.2': 'badDomain',
    [`${'a'.repeat(65)}@x.org`]: 'tooLong',
    [`a@${'x.'.repeat(130)}org`]: 'tooLong',
  };
  for (const [text, fault] of Object.entries(faults)) {
    it(`is reported with its fault, ${fault}: ${text.slice(0, 40)}`, () => {
      assert.deepEqual(read(text), [`! ${text}: ${fault}`]);
    });
  }

  const others: Readonly<Record<string, readonly string[]>> = {
    'nobody, jane@x.org': ['! nobody: noAt', 'jane@x.org'],
    'nobody, Jane Doe <jane@x.org>': ['! nobody: noAt', 'Jane Doe <jane@x.org>'],
    'jane@x.org bo@x.org nobody': ['jane@x.org', 'bo@x.org', '! nobody: noAt'],
    'jane@x.org bob.example.org': ['jane@x.org', '! bob.example.org: noAt'],
    'jane@x.org\nnobody\nbo@x.org': ['jane@x.org', '! nobody: noAt', 'bo@x.org'],
    'Jane Doe <jane>': ['! Jane Doe <jane>: noAt'],
    'jane@x.org, (nobody)': ['jane@x.org', '! (nobody): noAt'],
    'Jane Doe': ['! Jane Doe: noAt'],
    ' ,; \n • \u200b': [],
  };
  for (const [text, expected] of Object.entries(others)) {
    it(`is reported in order: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), expected));
  }
});

/** Far more than it takes on a busy machine, and far less than quadratic time. */
const patienceMs = 8_000;
const length = 40_000;

describe('A hostile text', () => {
  const pieces = [
    ...[
      '"',
      '“"',
      '"\\',
      '\\"',
      '("',
      '((@)',
      'a(b)@',
      '<a@',
      '"a@',
      '<',
      '@',
      '.',
      "'",
      'a@。',
      'mailto:',
      '?x=',
      ',a',
      '-a.',
    ],
    ...[
      '1)',
      '[',
      '{"a":',
      '"a\n',
      'a@x.o=\n',
      '|',
      '\t',
      'a,"b\n',
      '=?utf-8?q?',
      '&#64;',
      '<a href="mailto:',
      'a@b.c,',
      'x@y.z…',
    ],
    ...['1.a@b.co ', 'a@b-\n', '[mailto:', 'jane doe,', '<td>', '# a@b\n', 'a: b@c.de\n', 'Name,n/a\n', 'a,"\n'],
  ];
  for (const piece of pieces) {
    it(`made of ${JSON.stringify(piece)} is read in time proportional to its length`, () => {
      readSource(piece.repeat(length / piece.length));
    }).timeout(patienceMs);
  }
});
