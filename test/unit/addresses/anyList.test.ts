import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readSource } from '../../../src/addresses/source';

// The grammar:
//   list       = [start] item { separator item } [end]
//   item       = [mark] (bare | bracketed) [comment]
//   bare       = address, or address in decoration, or link
//                A space alone does not part an item from a bare address in brackets: "a@x.org" <a@x.org> is one person.
//   bracketed  = name " <" address ">", where a name with separators in it is quoted
const numRuns = Number(process.env['PROLIFIC_PROPERTY_RUNS'] ?? 100);

const letters = 'abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZ0123456789';
const word = (signs: string, longest: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(signs)), minLength: 1, maxLength: longest });

const localPart = fc
  .tuple(
    fc.constantFrom('j', 'K', 'ü'),
    fc.array(word(`${letters}'ñé`, 8), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('.', '_', '-', '+'),
  )
  .map(([first, parts, between]) => first + parts.join(between));
const domain = fc
  .tuple(
    fc.array(word(`${letters.toLowerCase()}ü例`, 8), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('org', 'ac.uk', 'example', 'рф'),
  )
  .map(([labels, top]) => [...labels, top].join('.'));
const address = fc.tuple(localPart, domain).map((parts) => parts.join('@'));

const nameWord = fc
  .tuple(
    fc.constantFrom('A', 'É', 'Ø', '山', 'Ж'),
    word(`${letters.slice(0, 25)}é'-`, 8),
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
const separator = fc.constantFrom(', ', ',', ';', '; ', '\n', '\r\n', ',\r\n', ' ;\n\n', '，', '\u2028');
const list = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '\n', 'Team: ', 'To:\n'),
    fc.array(fc.record({ item, separator }), { minLength: 1, maxLength: 12 }),
    fc.constantFrom('', ',', ';\r\n', ' '),
  )
  .map(([start, parts, end]) => ({
    expected: parts.map((part) => ({ address: part.item.address, name: part.item.name })),
    text: [
      start,
      ...parts.flatMap((part, index) => [part.item.text, index === parts.length - 1 ? '' : part.separator]),
      end,
    ].join(''),
  }));

describe('Any list of addresses and names', function () {
  this.timeout(600_000);

  it('is read back in full: addresses, order, letter case, and the names before brackets', () => {
    fc.assert(
      fc.property(list, ({ text, expected }) => {
        const source = readSource(text);
        assert(source.kind === 'people');
        const read = source.reading.entries.map((entry) =>
          entry.kind === 'valid' ? { address: entry.address, name: entry.name } : entry,
        );
        assert.deepEqual(read, expected);
      }),
      { numRuns },
    );
  });
});
