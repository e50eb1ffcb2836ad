import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parse } from 'papaparse';
import { spreadsheetCell, tableAsCsv, tableForClipboard } from '../../../src/text/spreadsheet';

/** Characters that start a formula in a spreadsheet, ignoring leading blanks and quotes. */
const formula = /^[\s"]*[=+\-@＝＋－＠]/;

/** Every cell a spreadsheet might see, wherever it splits and whether or not it respects quotes. */
function cellsSeenAnywhere(text: string): readonly string[] {
  const heeding = [',', ';', '\t', '|'].flatMap((delimiter) => parse<string[]>(text, { delimiter }).data.flat());
  return [...heeding, ...text.split(/[,;|\t\r\n]/)];
}

const awkward = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    ',',
    ';',
    '|',
    '\t',
    '\n',
    '\r',
    ' ',
    '\u00a0',
    '"',
    "'",
    'a',
    '1',
    'ä',
  ),
});

describe('A cell for spreadsheets', () => {
  const cells: Readonly<Record<string, string>> = {
    'Bo Example': 'Bo Example',
    'jane-doe@x.org': 'jane-doe@x.org',
    'https://app.prolific.com/invite/1': 'https://app.prolific.com/invite/1',
    '=1+1': "'=1+1",
    '+1@example.org': "'+1@example.org",
    ' =1+1': " '=1+1",
    '＝1': "'＝1",
    'Bo; =1+1 ;x': "Bo; '=1+1 ;x",
    'Bo,@SUM(A1)': "Bo,'@SUM(A1)",
    'a\t-1': "a\t'-1",
    'a|"=1"': `a|"'=1"`,
  };
  for (const [text, expected] of Object.entries(cells)) {
    it(`has an apostrophe before what could begin a formula, and is otherwise as it was: ${JSON.stringify(text)}`, () =>
      assert.equal(spreadsheetCell(text), expected));
  }

  it('is not changed again', () => {
    fc.assert(
      fc.property(awkward, (text) => assert.equal(spreadsheetCell(spreadsheetCell(text)), spreadsheetCell(text))),
    );
  });
});

describe('A table for spreadsheets', () => {
  for (const [what, write] of Object.entries({ 'on the clipboard': tableForClipboard, 'as CSV': tableAsCsv })) {
    it(`${what} has no formula, whatever it contains and wherever a spreadsheet splits it`, () => {
      fc.assert(
        fc.property(fc.array(fc.array(awkward, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (rows) => {
          const formulas = cellsSeenAnywhere(write(rows)).filter((cell) => formula.test(cell.replace('\ufeff', '')));
          assert.deepEqual(formulas, []);
        }),
        { numRuns: 200 },
      );
    });

    it(`${what} returns every cell if it is split as it was written`, () => {
      const tame = awkward.filter((text) => spreadsheetCell(text) === text);
      const columns = fc.array(fc.tuple(tame, tame, tame), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(columns, (rows) => {
          const delimiter = write === tableAsCsv ? ',' : '\t';
          const text = write(rows)
            .replace('\ufeff', '')
            .replace(/\r?\n$/, '');
          assert.deepEqual(
            parse<string[]>(text, { delimiter, newline: write === tableAsCsv ? '\r\n' : '\n' }).data,
            rows,
          );
        }),
      );
    });
  }

  it('as CSV is read as UTF-8 by Excel', () => assert.equal(tableAsCsv([['Zoë', 'é']]), '\ufeffZoë,é\r\n'));
});
