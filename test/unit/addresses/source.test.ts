import { strict as assert } from 'node:assert';
import type { Entry } from '../../../src/addresses/addresses';
import { readSource, readSourceInTurns } from '../../../src/addresses/source';
import { addressColumn, entriesOfColumn, entriesOfColumnInTurns, readTable } from '../../../src/addresses/table';

function shown(entries: readonly Entry[]): readonly string[] {
  return entries.map((entry) => {
    if (entry.kind !== 'valid') {
      return `! ${entry.text}: ${entry.reason}`;
    }
    return entry.name === undefined ? entry.address : `${entry.name} <${entry.address}>`;
  });
}

function read(text: string): readonly [kind: string, entries: readonly string[]] {
  const source = readSource(text);
  return [source.kind, shown(source.kind === 'list' ? source.entries : entriesOfColumn(source.table, source.column))];
}

const both = ['Jane Doe <jane@x.org>', 'Bo Example <bo@x.org>'];

describe('A table', () => {
  const tables: Readonly<Record<string, string>> = {
    'commas and a header': 'Name,E-mail,Role\r\nJane Doe,jane@x.org,Admin\r\nBo Example,bo@x.org,\r\n',
    'semicolons and a header': '\ufeffE-Mail;Name\njane@x.org;Jane Doe\nbo@x.org;Bo Example',
    'tabs, as cells are copied': 'Name\tE-mail\nJane Doe\tjane@x.org\nBo Example\tbo@x.org\n',
    'no header': 'Jane Doe,jane@x.org,Collaborator\nBo Example,bo@x.org,Admin',
    'quotes, separators and line breaks in cells':
      'Name,Note,Email\n"Jane Doe","a, ""b""\nc@d",jane@x.org\nBo Example,,bo@x.org',
    'first and last names': 'Last name,First name,Email\nDoe,Jane,jane@x.org\nExample,Bo,bo@x.org',
    "Excel's line that names the separator": 'sep=;\nName;Email\nJane Doe;jane@x.org\nBo Example;bo@x.org',
    'empty rows and cells': 'Name,,Email\n\nJane Doe,,jane@x.org\n,,\nBo Example,,bo@x.org\n',
  };
  for (const [what, text] of Object.entries(tables)) {
    it(`is read with ${what}`, () => assert.deepEqual(read(text), ['table', both]));
  }

  it('is cut at the separator that leaves addresses alone in their cells', () => {
    const text = 'Doe, Jane;jane@x.org\nExample, Bo;bo@x.org';
    assert.deepEqual(read(text), ['table', ['Doe, Jane <jane@x.org>', 'Example, Bo <bo@x.org>']]);
  });

  it('tells the row in which somebody has no address or a bad one', () => {
    const text = 'Name,Email\nJane Doe,jane@x.org\nCy,\nDi,nobody\nBo Example,bo@x.org';
    assert.deepEqual(read(text), ['table', [both[0], '! Cy: noAt', '! nobody: noAt', both[1]]]);
  });

  it('takes no first person without an address for a header', () => {
    const text = 'Cy Xu,nobody\nJane Doe,jane@x.org\nBo Example,bo@x.org';
    assert.deepEqual(read(text), ['table', ['! nobody: noAt', ...both]]);
  });

  it('lets another column with addresses be taken, and other names', () => {
    const table = readTable('Name,Email,Supervisor email,Nickname\nJane Doe,jane@x.org,bo@x.org,JD\nCy,cy@x.org,,C');
    assert.equal(addressColumn(table), 1, 'most addresses stand in the second column');
    assert.deepEqual(shown(entriesOfColumn(table, 2)), ['Jane Doe <bo@x.org>', '! Cy, cy@x.org, C: noAt']);
    assert.deepEqual(shown(entriesOfColumn(table, 1, [3])), ['JD <jane@x.org>', 'C <cy@x.org>']);
  });

  it('comes to the same when it is read in turns', async () => {
    const text = 'Name,Email\nJane Doe,jane@x.org\nCy,\nBo Example,bo@x.org';
    const source = await readSourceInTurns(text);
    assert.deepEqual(source, readSource(text));
    assert(source.kind === 'table');
    const entries = await entriesOfColumnInTurns(source.table, source.column);
    assert.deepEqual(entries, entriesOfColumn(source.table, source.column));
  });

  it('has no column of addresses when there are none', () => {
    assert.equal(addressColumn(readTable('a,b\nc,d')), undefined);
  });
});

describe('A list', () => {
  const lists: Readonly<Record<string, string>> = {
    'is one column': 'jane@x.org\nbo@x.org',
    'is one column with a header': 'Email\njane@x.org\nbo@x.org\n',
    'is several addresses a line': 'jane@x.org, bo@x.org\ncy@x.org, di@x.org',
    'has a sentence over it': 'Please mail these, thanks\njane@x.org, bo@x.org\ncy@x.org, di@x.org',
    'is one address': 'jane@x.org',
    'is a table whose quotes are not closed, as rows could get lost': 'Name,Email\n"Jane,jane@x.org\nBo,bo@x.org',
    'is addresses behind names with commas': 'Doe, Jane <jane@x.org>\nExample, Bo <bo@x.org>',
  };
  for (const [why, text] of Object.entries(lists)) {
    it(`${why}, and loses no address`, () => {
      const [kind, entries] = read(text);
      assert.equal(kind, 'list');
      const wanted = text.match(/\w+@x\.org/g) ?? [];
      assert.deepEqual(entries.map((entry) => /\w+@x\.org/.exec(entry)?.[0]).filter(Boolean), wanted);
    });
  }
});
