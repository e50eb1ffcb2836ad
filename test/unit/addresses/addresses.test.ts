import { strict as assert } from 'node:assert';
import { readAddresses, readAddressesInTurns } from '../../../src/addresses/addresses';
import { caseVariants } from '../../../src/addresses/letterCase';

/** Entries as short lines: `address`, `Name <address>` or `! text: fault`. */
function read(text: string): readonly string[] {
  return readAddresses(text).map((entry) => {
    if (entry.kind !== 'valid') {
      return `! ${entry.text}: ${entry.reason}`;
    }
    return entry.name === undefined ? entry.address : `${entry.name} <${entry.address}>`;
  });
}

const both = ['jane@x.org', 'Bo@y.example.edu'];
const named = ['Jane Doe <jane@x.org>', 'Bo Example <Bo@y.example.edu>'];
const surnameFirst = ['Doe, Jane <jane@x.org>', 'Example, Bo <Bo@y.example.edu>'];

describe('Addresses as people paste them', () => {
  const styles: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
    ['between commas', 'jane@x.org, Bo@y.example.edu', both],
    ['between semicolons', 'jane@x.org;Bo@y.example.edu;', both],
    ['on lines of their own', 'jane@x.org\nBo@y.example.edu', both],
    ['between tabs', 'jane@x.org\tBo@y.example.edu', both],
    ['between spaces', 'jane@x.org  Bo@y.example.edu ', both],
    ['with CR/LF and a separator at each end', 'jane@x.org,\r\nBo@y.example.edu;\r\n\r\n', both],
    ['as `Name <a>` between commas', 'Jane Doe <jane@x.org>, Bo Example <Bo@y.example.edu>', named],
    ['as `Name <a>` on lines', 'Jane Doe <jane@x.org>\nBo Example <Bo@y.example.edu>\n', named],
    ['as `"Doe, Jane" <a>`', '"Doe, Jane" <jane@x.org>, "Example, Bo" <Bo@y.example.edu>', surnameFirst],
    ['as `Doe, Jane <a>`', 'Doe, Jane <jane@x.org>, Example, Bo <Bo@y.example.edu>', surnameFirst],
    ['as mailto: links', 'mailto:jane@x.org?subject=Hello%20Jane, <mailto:Bo@y.example.edu>', both],
    ['in a numbered list', '1. jane@x.org\n2) Bo@y.example.edu', both],
    ['in a bulleted list', '• jane@x.org\n- Bo@y.example.edu', both],
    ['in curly quotes', '“jane@x.org”, ‘Bo@y.example.edu’', both],
    ['with no-break and zero-width spaces', '\ufeffjane@x.org\u200b\u00a0Bo@y.exam\u200bple.edu\u202f', both],
    ['with comments', 'jane@x.org (work), Bo@y.example.edu (home, until (at least) May)', both],
    ['in groups', 'Team: jane@x.org, Bo@y.example.edu;', both],
    ['in rows of a table', 'Jane Doe,jane@x.org,Collaborator\nBo Example,Bo@y.example.edu,Admin', named],
    ['around a bad one', 'jane@x.org, nobody, Bo@y.example.edu', ['jane@x.org', '! nobody: noAt', 'Bo@y.example.edu']],
  ];
  for (const [style, text, expected] of styles) {
    it(`are read ${style}`, () => assert.deepEqual(read(text), expected));
  }

  const further: typeof styles = [
    [
      'in a mailto: link to several',
      'mailto:jane@x.org,Bo@y.example.edu?cc=cy%2B1@x.org&body=x',
      [...both, 'cy+1@x.org'],
    ],
    ['in numbers run into one line', '1. jane@x.org 2) Bo@y.example.edu', both],
    ['in a JSON list', '["jane@x.org","Bo@y.example.edu"]', both],
    ['in a Markdown table', '| Jane Doe | jane@x.org |\n| --- | --- |\n| Bo Example | Bo@y.example.edu |', named],
    ['in emphasis', '**jane@x.org** and _Bo@y.example.edu_.', both],
    ['in one pair of brackets', '<jane@x.org, Bo@y.example.edu>', both],
    ['given twice by a mail program', 'jane@x.org<mailto:jane@x.org>; "Bo@y.example.edu" <Bo@y.example.edu>', both],
    ['with a comment inside', 'jane(work)@x.org, Bo@(home)y.example.edu', both],
    ['in parentheses', 'jane@x.org (or Bo@y.example.edu)', both],
    ['behind labels', 'To: Jane Doe <jane@x.org>; Cc:Bo@y.example.edu', ['Jane Doe <jane@x.org>', 'Bo@y.example.edu']],
    ['under a header', 'E-mail address\njane@x.org\nBo@y.example.edu', both],
    ['under the header of a table', 'name;email\nJane Doe;jane@x.org\nBo Example;Bo@y.example.edu', named],
    ['below their names', 'Jane Doe\njane@x.org\nBo Example\nBo@y.example.edu', named],
    ['behind their names, as a column becomes in the box', 'Jane Doe jane@x.org Bo Example Bo@y.example.edu', named],
    ['by turns with their names', 'Jane Doe, jane@x.org, Bo Example, Bo@y.example.edu', named],
    ['in front of their names, which is no sure sign of whose they are', 'jane@x.org Jane Bo@y.example.edu Bo', both],
  ];
  for (const [style, text, expected] of further) {
    it(`are read ${style}`, () => assert.deepEqual(read(text), expected));
  }
});

describe('Reading addresses', () => {
  it('keeps letter case, order and repeats', () => {
    assert.deepEqual(read('b@x.org a@x.org B@x.org a@x.org'), ['b@x.org', 'a@x.org', 'B@x.org', 'a@x.org']);
  });

  it('takes international names and domains, and local parts in quotes', () => {
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
    'a@x..org': 'badDomain',
    'a@-x.org': 'badDomain',
    'a@1.2': 'badDomain',
    [`${'a'.repeat(65)}@x.org`]: 'tooLong',
    [`a@${'x.'.repeat(130)}org`]: 'tooLong',
  };
  for (const [text, fault] of Object.entries(faults)) {
    it(`says ${fault} of ${text.slice(0, 40)}`, () => assert.deepEqual(read(text), [`! ${text}: ${fault}`]));
  }

  const noAddresses: Readonly<Record<string, readonly string[]>> = {
    'nobody, jane@x.org': ['! nobody: noAt', 'jane@x.org'],
    'nobody, Jane Doe <jane@x.org>': ['! nobody: noAt', 'Jane Doe <jane@x.org>'],
    'jane@x.org bo@x.org nobody': ['jane@x.org', 'bo@x.org', '! nobody: noAt'],
    'jane@x.org bob.example.org': ['jane@x.org', '! bob.example.org: noAt'],
    'jane@x.org\nnobody\nbo@x.org': ['jane@x.org', '! nobody: noAt', 'bo@x.org'],
    'Jane Doe <jane>': ['! Jane Doe <jane>: noAt'],
    'jane@x.org, (nobody)': ['jane@x.org', '! (nobody): noAt'],
    'Jane Doe': ['! Jane Doe: noAt'],
  };
  for (const [text, expected] of Object.entries(noAddresses)) {
    it(`names what is no address in ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), expected));
  }

  it('finds nothing in nothing', () => assert.deepEqual(read(' ,; \n • \u200b'), []));

  it('comes to the same in turns, and lets others have theirs', async () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `Jane Doe <jane${index}@x.org>`).join(', ');
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    const entries = await readAddressesInTurns(text);
    clearInterval(others);
    assert.deepEqual(entries, readAddresses(text));
    assert.ok(turns > 0, 'nothing else got a turn while 20,000 addresses were read');
  });
});

describe('Addresses that differ in letter case alone', () => {
  it('are pointed out together, and exact repeats are not', () => {
    const addresses = ['Bo@x.org', 'jane@x.org', 'bo@x.org', 'jane@x.org', 'BO@x.org'];
    assert.deepEqual(caseVariants(addresses), [['Bo@x.org', 'bo@x.org', 'BO@x.org']]);
  });
});
