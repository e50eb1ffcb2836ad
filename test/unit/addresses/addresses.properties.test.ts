import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readAddresses, readAddressesInTurns } from '../../../src/addresses/addresses';
import { forOneLineBox } from '../../../src/addresses/oneLine';
import { readSource } from '../../../src/addresses/source';

// The grammar:
//
// list = [start] item { separator item } [end]
// item = [mark] (bare | bracketed) [comment]
// bare = address, or decorated address, or link
// bracketed = name " <" address ">", where a name that contains separators is quoted
//
// A space alone doesn't separate an item from a bare address in brackets: "a@x.org" <a@x.org> is one person.
/** Far more than it takes on a busy machine, and far less than the hours that quadratic time would take. */
const patienceMs = 20_000;

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const word = (signs: string, longest: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(signs)), minLength: 1, maxLength: longest });

const localPart = fc
  .array(word(`${letters}!#$%&'+/=?^_{}~-ü美ñ`, 8), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('.'))
  // Characters that a local part may start with and that people also put in front of addresses.
  .filter((text) => !/^['{}=_~*]/.test(text));
const domain = fc
  .tuple(
    fc.array(word(`${letters}ü例`, 8), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('org', 'ac.uk', 'example', 'рф'),
  )
  .map(([labels, top]) => [...labels, top].join('.'));
const address = fc.tuple(localPart, domain).map((parts) => parts.join('@'));

const nameWord = fc
  .tuple(
    fc.constantFrom('A', 'É', 'Ø', '山', 'Ж'),
    word(`${letters.slice(0, 26)}é'-`, 8),
    fc.constantFrom('a', 'z', 'ß'),
  )
  .map((parts) => parts.join(''));
const name = fc.array(nameWord, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

const bare = fc
  .tuple(
    address,
    fc.constantFrom<readonly [string, string]>(
      ['', ''],
      ['', '.'],
      ['“', '”'],
      ['‘', '’'],
      ['"', '"'],
      ["'", "'"],
      ['«', '»'],
      ['<', '>'],
      ['[', ']'],
      ['(', ')'],
      ['\u200b', '\u00a0'],
    ),
  )
  .map(([text, [before, after]]) => ({ address: text, name: undefined, text: `${before}${text}${after}` }));
const link = fc
  .tuple(address, fc.constantFrom('', '?subject=Hello', '?subject=Hi%20you&body=x'))
  .map(([text, query]) => ({ address: text, name: undefined, text: `mailto:${encodeURIComponent(text)}${query}` }));
const bracketed = fc.oneof(
  fc.tuple(name, address).map(([who, text]) => ({ address: text, name: who, text: `${who} <${text}>` })),
  fc.tuple(name, name, fc.constantFrom(', ', '; ', ' (x) ', ' @ '), address).map(([one, two, between, text]) => ({
    address: text,
    name: `${one}${between}${two}`,
    text: `"${one}${between}${two}" <${text}>`,
  })),
);
const item = fc
  .tuple(
    fc.constantFrom('', '', '• ', '- ', '* ', '1. ', '12) ', '(3) '),
    fc.oneof(bare, link, bracketed),
    fc.constantFrom('', '', ' (work)', ' (work, (old); x)'),
  )
  .map(([mark, { text, ...expected }, comment]) => ({ ...expected, text: `${mark}${text}${comment}` }));
const separator = fc.constantFrom(', ', ',', ';', '; ', '\n', '\r\n', '\t', ' ', ',\r\n', ' ;\n\n', '，', '\u2028');
const list = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '\n', 'Team: ', 'To:\n'),
    fc.array(fc.record({ item, separator }), { minLength: 1, maxLength: 12 }),
    fc.constantFrom('', ',', ';\r\n', ' '),
  )
  .map(([start, parts, end]) => ({
    expected: parts.map((part) => ({ address: part.item.address, name: part.item.name })),
    text: [start, ...parts.flatMap((part, index) => [part.item.text, between(part, parts[index + 1])]), end].join(''),
  }));

function between(
  { separator: wanted }: { readonly separator: string },
  next: { readonly item: { readonly text: string } } | undefined,
): string {
  if (next === undefined) {
    return '';
  }
  return wanted === ' ' && next.item.text.startsWith('<') ? ', ' : wanted;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
  fc.string({
    unit: fc.constantFrom(...Array.from('a@.x,;:<>()[]"“”\'\\|?= \t\r\n%1-*•\u200b')),
    maxLength: 200,
    size: 'max',
  }),
  fc
    .array(fc.constantFrom('jane@x.org', 'mailto:', '"', '<', '>', '(', ')', ',', '\n', ' ', 'Jane', '1.', 'Team:'), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join('')),
);

describe('Any list of addresses and names', function () {
  this.timeout(patienceMs);

  it('is read back whole: addresses, order, letter case and the names in front of brackets', () => {
    fc.assert(
      fc.property(list, ({ text, expected }) => {
        const entries = readAddresses(text).map((entry) =>
          entry.kind === 'valid' ? { address: entry.address, name: entry.name } : entry,
        );
        assert.deepEqual(entries, expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same addresses after it was made fit for the one-line box', () => {
    fc.assert(
      fc.property(list, ({ text, expected }) => {
        const line = forOneLineBox(text);
        assert.doesNotMatch(line, /[\r\n\u2028]/, 'a line break is left, which the box would lose');
        const addresses = readAddresses(line).map((entry) => (entry.kind === 'valid' ? entry.address : entry));
        assert.deepEqual(
          addresses,
          expected.map((person) => person.address),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('Any text at all', function () {
  this.timeout(patienceMs);

  it('ends in entries, and no address is made up: it has the shape of one and stands in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const entry of readAddresses(text)) {
          if (entry.kind === 'valid') {
            assert.match(entry.address, /^.+@[^@]+[.。．｡][^@]+$/su, 'is no address');
            // Links are decoded, and comments and invisible characters removed; everything else stays as it is.
            const isPlain = !/[%(\u00ad\u200b-\u206f\ufeff]/.test(text);
            assert.ok(!isPlain || text.includes(entry.address), `${entry.address} does not stand in the text`);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses no address that stands between blanks', () => {
    fc.assert(
      fc.property(anyText, address, anyText, (before, wanted, after) => {
        // An open quote or bracket before it could make it part of a name or a comment.
        const text = `${before.replace(/["“”„«»<>()]/g, '')}\n${wanted}\n${after}`;
        const found = readAddresses(text).some((entry) => entry.kind === 'valid' && entry.address === wanted);
        assert.ok(found, `${wanted} was lost in ${JSON.stringify(text)}`);
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes to the same when it is read in turns, and ends in a source', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        assert.deepEqual(await readAddressesInTurns(text), readAddresses(text));
        readSource(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A hostile text of a megabyte', () => {
  const pieces = [
    '"',
    '“"',
    '"\\',
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
    '1)',
  ];
  for (const piece of pieces) {
    it(`made of ${piece} is read in time proportional to its length`, () => {
      readAddresses(piece.repeat(1_000_000 / piece.length));
    }).timeout(patienceMs);
  }
});
