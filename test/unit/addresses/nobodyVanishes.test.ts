import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { runToEnd } from '../../../src/addresses/cooperative';
import type { Reading } from '../../../src/addresses/reading';
import { readSource, readSourceYielding } from '../../../src/addresses/source';
import { readColumn } from '../../../src/addresses/table/readColumn';
import { tableOf } from '../../../src/addresses/table/table';
import { cleanText } from '../../../src/addresses/text/clean';

/** Set to 100000 once in a while: `PROLIFIC_PROPERTY_RUNS=100000 npx mocha out/test/unit/addresses/nobodyVanishes.test.js` */
const numRuns = Number(process.env['PROLIFIC_PROPERTY_RUNS'] ?? 100);
const lineBreaks = /\r+\n|[\v\f\r\u0085\u2028\u2029]/g;

/** Keeps only letters, digits, and @, since reported text may lose the punctuation around it. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}@]/gu, '')
    .toLowerCase();
}

/** Returns everything that is reported about a text. */
function told({ entries, skipped }: Reading): readonly string[] {
  return [
    ...entries.flatMap((entry) => [
      entry.kind === 'valid' ? entry.address : entry.text,
      entry.kind === 'invalid' ? '' : (entry.name ?? ''),
    ]),
    ...skipped.map(({ text }) => text),
  ].map(bare);
}

function toldRows({ entries, skipped }: Reading): ReadonlySet<number> {
  return new Set([...entries.map(({ position }) => position?.row ?? 0), ...skipped.map(({ row }) => row)]);
}

/** With the column that is offered first, or one by its title. */
function readWhole(text: string, title?: string): Reading {
  const source = readSource(text);
  if (source.kind === 'people') {
    return source.reading;
  }
  const column = source.table.titles?.indexOf(title ?? '') ?? -1;
  return readColumn(source.table, column < 0 ? (source.columns[0]?.index ?? 0) : column);
}

const pieces = [
  ...['jane@x.org', 'bo@y.org', 'cy@z.org', '@', 'a@', '@b', 'mailto:', 'Jane', 'Doe', 'Team:', 'Email', 'Name', '1.'],
  ...['"', '"', '\\"', '"Doe, Jane"', '"jane"', "'", '“', '”', '<', '>', '(', ')', '[', ']', 'x', 'é'],
  ...[
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    ' ',
    ' ',
    '…',
    '...',
    '#',
    '-',
    '--',
    '//',
    '/',
    '=',
    '?',
    '&',
    '*',
  ],
];
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

const separator = fc.constantFrom(',', ';', '\t');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const strayQuotes = fc.constantFrom(
  'Jane',
  'Bo Ex',
  '"Jo',
  'Cy"',
  'Di "DD" Rao',
  '"Lee; Ann, Jr"',
  '',
  '-',
  'n/a',
  `5'10"`,
  '"',
);
const tableWithStrayQuotes = fc.record({
  separator,
  hasTitles: fc.boolean(),
  rows: fc.array(
    fc.record({
      name: strayQuotes,
      mail: fc.constantFrom('@', '@', '@', '-', '', 'n/a', '?'),
      note: strayQuotes,
      end: lineEnd,
    }),
    { minLength: 2, maxLength: 8 },
  ),
});

const anyCell = fc.oneof(
  fc.constantFrom(
    'Jane',
    '',
    'see a,b',
    'say "hi"',
    'two\nlines',
    'x;y',
    't\tt',
    '-',
    'boss@y.org',
    'ask boss@y.org now',
  ),
  fc.constantFrom('two\nboss@y.org\nmore'),
  fc.string({ maxLength: 6 }),
);
const quotedTable = fc.record({
  separator,
  end: lineEnd,
  rows: fc.array(fc.tuple(anyCell, fc.constantFrom('@', '@', '@', '', 'n/a', 'nobody'), anyCell), {
    minLength: 2,
    maxLength: 7,
  }),
});

function quoted(cell: string, between: string): string {
  return /["\n\r]/.test(cell) || cell.includes(between) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe('Nobody vanishes', function () {
  this.timeout(600_000);

  it('from any text: each piece with an @ is reported, or is in a table row that is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readWhole(text);
        const texts = told(reading);
        const rows = toldRows(reading);
        const lines = text.replace(lineBreaks, '\n');
        const isTable = runToEnd(tableOf(cleanText(text).split('\n'))) !== undefined;
        for (const { 0: piece, index } of lines.matchAll(/[\p{L}\p{N}]*@[\p{L}\p{N}]*/gu)) {
          const row = lines.slice(0, index).split('\n').length;
          const isTold = texts.some((told) => told.includes(bare(piece))) || (isTable && rows.has(row));
          assert.ok(isTold, `${piece} is told nowhere`);
        }
      }),
      { numRuns },
    );
  });

  it('from a table with stray quotes and line endings of every kind', () => {
    fc.assert(
      fc.property(tableWithStrayQuotes, ({ separator: between, hasTitles, rows }) => {
        const titles = hasTitles ? `${['Name', 'Email', 'Note'].join(between)}${rows[0]?.end ?? ''}` : '';
        const lines = rows.map(({ name, mail, note, end }, index) => {
          const address = mail === '@' ? `p${index}q@x.org` : mail;
          return `${[name.replaceAll(/[;,]/g, between === '\t' ? ' ' : between), address, note].join(between)}${end}`;
        });
        const texts = told(readWhole(titles + lines.join('')));
        for (const [index, { mail }] of rows.entries()) {
          assert.ok(
            mail !== '@' || texts.some((text) => text.includes(`p${index}q@x`)),
            `row ${index} is told nowhere`,
          );
        }
      }),
      { numRuns },
    );
  });

  it('from a table as programs write it, and nobody from another column is invited', () => {
    fc.assert(
      fc.property(quotedTable, ({ separator: between, end, rows }) => {
        const people = rows.map(([name, mail, note], index) => [name, mail === '@' ? `p${index}q@x.org` : mail, note]);
        const text = [['Name', 'Email', 'Note'], ...people]
          .map((cells) => cells.map((cell) => quoted(cell, between)).join(between) + end)
          .join('');
        fc.pre(people.some(([, mail]) => mail?.includes('@') === true));
        const reading = readWhole(text, 'Email');
        const rowsTold = toldRows(reading);
        let line = 2;
        for (const cells of people) {
          const hasText = cells.some((cell) => /\p{L}/u.test(cell));
          assert.ok(!hasText || rowsTold.has(line), `the row of line ${line} is told nowhere`);
          line += 1 + (cells.join('').match(/\r\n|\r|\n/g)?.length ?? 0);
        }
        const texts = told(reading);
        const addresses = people.flatMap(([, mail = '']) => (mail.includes('@') ? [bare(mail)] : []));
        assert.deepEqual(
          addresses.filter((address) => !texts.includes(address)),
          [],
        );
        const invited = reading.entries.flatMap((entry) => (entry.kind === 'valid' ? [entry.address] : []));
        assert.deepEqual(
          invited.filter((address) => address.includes('boss')),
          [],
        );
      }),
      { numRuns },
    );
  });

  it('and nobody is made up: each address to invite is in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const entry of readWhole(text).entries) {
          assert.ok(entry.kind !== 'valid' || bare(text).includes(bare(entry.address)), `${shownOf(entry)} is made up`);
        }
      }),
      { numRuns },
    );
  });

  it('whether a text is read at once or with pauses', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        assert.deepEqual(await readSourceYielding(text), readSource(text));
      }),
      { numRuns: Math.min(numRuns, 1_000) },
    );
  });
});

function shownOf(entry: Reading['entries'][number]): string {
  return entry.kind === 'valid' ? entry.address : entry.text;
}
