import type { Case } from './case';

/** Line ends of several kinds in one table. */
export const lineEnds: readonly Case[] = [
  {
    what: 'CRLF throughout but LF after one row (a row was added by hand, or two files were joined)',
    from: 'https://github.com/AIObjectives/tttc-light-js/pull/567 , https://github.com/mholt/PapaParse/pull/281 , /issues/345',
    given: 'file',
    text:
      'Email,Name\r\n' +
      'jane@example.org,Jane\r\n' +
      'bo@example.org,Bo\n' +
      'cy@example.org,Cy\r\n' +
      'el@example.org,El\r\n',
    expect: ['Jane <jane@example.org>', 'Bo <bo@example.org>', 'Cy <cy@example.org>', 'El <el@example.org>'],
    skipped: ['header: Email, Name'],
  },
  {
    what: 'the same with semicolons and two name columns',
    from: 'https://github.com/mholt/PapaParse/issues/578',
    given: 'file',
    text:
      'E-mail;First name;Last name\r\n' +
      'jane@example.org;Jane;Doe\r\n' +
      'bo@example.org;Bo;Example\n' +
      'cy@example.org;Cy;Xu\r\n' +
      'el@example.org;El;Sun\r\n',
    expect: [
      'Jane Doe <jane@example.org>',
      'Bo Example <bo@example.org>',
      'Cy Xu <cy@example.org>',
      'El Sun <el@example.org>',
    ],
    skipped: ['header: E-mail, First name, Last name'],
  },
  {
    what: 'CR alone after the titles, CRLF and LF after rows',
    given: 'file',
    text: 'Email,Name\rjane@x.org,Jane\r\n' + 'bo@x.org,Bo\n' + 'cy@x.org,Cy\r',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>', 'Cy <cy@x.org>'],
    skipped: ['header: Email, Name'],
  },
  {
    what: 'doubled CRs, as in a file converted twice',
    given: 'file',
    text: 'Name\tEmail\r\r\n' + 'Jane\tjane@x.org\r\r\n' + 'Bo\tbo@x.org\r\r\n',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'the Unicode line separator in a list',
    given: 'clipboard',
    text: 'Email\u2028jane@x.org\u2028bo@x.org',
    expect: ['jane@x.org', 'bo@x.org'],
  },
  {
    what: 'next-line characters of a mainframe',
    given: 'file',
    text: 'Email,Name\u0085jane@x.org,Jane\u0085bo@x.org,Bo',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Email, Name'],
  },
  {
    what: 'a cell of several lines among rows with other line endings',
    given: 'file',
    text: 'name;email\r\n' + '"Jane\n' + 'Doe";jane@x.org\r\n' + '"Bo\r\n' + 'Ex";bo@x.org\n',
    expect: ['Jane Doe <jane@x.org>', 'Bo Ex <bo@x.org>'],
    skipped: ['header: name, email'],
  },
  {
    what: 'form feeds between the pages of a report',
    given: 'clipboard',
    text: 'jane@x.org\n' + 'bo@x.org\u000c\n' + 'cy@x.org\u000b',
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org'],
  },
];
