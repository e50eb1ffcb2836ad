import type { Case } from './case';

/** Double quotes that pair across people. */
export const quotes: readonly Case[] = [
  {
    what: 'Ditto marks, copied from a spreadsheet (which does not escape quotes without a line break)',
    from: 'https://github.com/mholt/PapaParse/issues/358 , https://github.com/jspreadsheet/ce/issues/1139 , https://github.com/OpenRefine/OpenRefine/issues/690',
    given: 'clipboard',
    text:
      'Email\tRole\n' +
      'jane@example.org\tCollaborator\n' +
      'bo@example.org\t"\n' +
      'cy@example.org\t"\n' +
      'di@example.org\tAdmin\n',
    expect: ['jane@example.org', 'bo@example.org', 'cy@example.org', 'di@example.org'],
    skipped: ['header: Email, Role'],
  },
  {
    what: 'two names of a list with a stray double quote each, and the people between them',
    from: 'https://github.com/osTicket/osTicket/issues/5919 (a name with one quote)',
    given: 'typed',
    text: 'Jo" <jo@example.org>; Bo Example <bo@example.org>; Cy" <cy@example.org>; di@example.org',
    expect: ['Jo <jo@example.org>', 'Bo Example <bo@example.org>', 'Cy <cy@example.org>', 'di@example.org'],
  },
  {
    what: 'sizes in inches in the last column',
    given: 'file',
    text: 'Name,Email,Size\n' + 'Jo,jo@x.org,5\'10"\n' + 'Bo,bo@x.org,6\'1"\n' + 'Cy,cy@x.org,5"\n',
    expect: ['Jo <jo@x.org>', 'Bo <bo@x.org>', 'Cy <cy@x.org>'],
    skipped: ['header: Name, Email, Size'],
  },
  {
    what: 'a quote before two names, of which the first is not closed',
    given: 'file',
    text: 'Name,Email\n' + '"Jo,jo@x.org\n' + 'Bo,bo@x.org\n' + '"Cy",cy@x.org\n',
    expect: ['Jo <jo@x.org>', 'Bo <bo@x.org>', 'Cy <cy@x.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'quotes as ditto marks between commas',
    given: 'file',
    text: 'Name,Email,Note\n' + 'Jo,jo@x.org,"\n' + 'Bo,bo@x.org,see above\n' + 'Cy,cy@x.org,"\n',
    expect: ['Jo <jo@x.org>', 'Bo <bo@x.org>', 'Cy <cy@x.org>'],
    skipped: ['header: Name, Email, Note'],
  },
  {
    what: 'a quote before the first and after the last person of a list',
    given: 'typed',
    text: '"Jo <jo@x.org>, Bo <bo@x.org>, "Cy" <cy@x.org>',
    expect: ['Jo <jo@x.org>', 'Bo <bo@x.org>', 'Cy <cy@x.org>'],
  },
  {
    what: 'curly quotes around several people',
    given: 'typed',
    text: '“Jo <jo@x.org>, Bo <bo@x.org>, Cy” <cy@x.org>',
    expect: ['Jo <jo@x.org>', 'Bo <bo@x.org>', 'Cy <cy@x.org>'],
  },
  {
    what: 'a nickname that is not closed before the next person',
    given: 'typed',
    text: 'Jo "JJ, Bo Example, Cy" <cy@x.org>',
    expect: ['! Jo JJ: noAt', '! Bo Example: noAt', 'Cy <cy@x.org>'],
  },
  {
    what: 'a name that is another address',
    given: 'typed',
    text: '"jane@old.org" <jane@new.org>, Bo <bo@x.org>',
    expect: ['? jane@old.org: inName', 'jane@new.org', 'Bo <bo@x.org>'],
  },
  {
    what: 'a quoted name within a quoted name, between semicolons',
    given: 'file',
    text: 'Name;Email\n' + '"Anna "Ann" Lee";ann@x.org\n' + '"Bob;bob@x.org\n' + 'Carl";carl@x.org\n',
    expect: ['Anna "Ann" Lee <ann@x.org>', 'Bob <bob@x.org>', 'Carl <carl@x.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'names with quotes inside',
    given: 'typed',
    text: 'Ann Lee "Ace" <ann@x.org>; "Lee, Ann "Ace"" <lee@x.org>',
    expect: ['Ann Lee Ace <ann@x.org>', 'Lee, Ann "Ace" <lee@x.org>'],
  },
  {
    what: 'a quote alone in a cell, and another in the next row',
    given: 'file',
    text: 'Name,Email,Note\n' + 'Jane,jane@x.org,"\n' + '",bo@x.org,Jane\n' + 'Cy,cy@x.org,\n',
    expect: ['Jane <jane@x.org>', 'bo@x.org', 'Cy <cy@x.org>'],
    skipped: ['header: Name, Email, Note'],
  },
  {
    what: 'an unclosed quote after each of two names in tabs',
    given: 'clipboard',
    text: 'Name\tEmail\n' + 'Jo "JJ\tjo@x.org\n' + 'Bo\tbo@x.org\n' + 'Cy "CC\tcy@x.org\n',
    expect: ['Jo JJ <jo@x.org>', 'Bo <bo@x.org>', 'Cy CC <cy@x.org>'],
    skipped: ['header: Name, Email'],
  },
];
