import type { Case } from './case';

/** D: one person once. */
export const onePerson: readonly Case[] = [
  {
    what: 'text of an email with links kept as address<mailto:address>',
    from: 'https://github.com/mautic/mautic/issues/5149 , https://github.com/useplunk/plunk/issues/403 (letter case made two contacts)',
    given: 'clipboard',
    text: 'Jane.Doe@Example.org<mailto:jane.doe@example.org>\n' + 'Bo@example.org<mailto:Bo@example.org>',
    expect: ['Jane.Doe@Example.org', 'Bo@example.org'],
  },
  {
    what: 'the aliases of a mailbox',
    given: 'file',
    text: 'Name,proxyAddresses\n' + 'Jane,SMTP:jane@x.org;smtp:j.doe@x.org;sip:jane@x.org\n' + 'Bo,SMTP:bo@x.org\n',
    expect: ['jane@x.org', '? j.doe@x.org: alias', 'Bo <bo@x.org>'],
    skipped: ['header: Name, proxyAddresses'],
  },
  {
    what: 'one address in three spellings in a cell',
    given: 'file',
    text: 'Name,Email\n' + 'Jane,"jane@x.org; Jane@X.org; jane@x.org"\n' + 'Bo,bo@x.org\n',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'links next to the addresses they show',
    given: 'typed',
    text: 'jane@x.org<mailto:jane@x.org>; Bo Ex<mailto:bo@x.org>; [cy@x.org](mailto:cy@x.org), [Di Rao](mailto:di@x.org)',
    expect: ['jane@x.org', 'Bo Ex <bo@x.org>', 'cy@x.org', 'Di Rao <di@x.org>'],
  },
  {
    what: 'wiki links',
    given: 'typed',
    text: '[jane@x.org|mailto:jane@x.org], [mailto:bo@x.org Bo], [[mailto:di@x.org][Di Rao]]',
    expect: ['jane@x.org', 'Bo <bo@x.org>', 'Di Rao <di@x.org>'],
  },
  {
    what: 'spreadsheet links',
    given: 'file',
    text:
      'Name,Email\n' +
      'Jane,"=HYPERLINK(""mailto:jane@x.org"";""jane@x.org"")"\n' +
      'Bo,"=HYPERLINK(""mailto:bo@x.org"",""Bo Ex"")"\n',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'an address followed by itself',
    given: 'typed',
    text: 'Jane Doe <jane@x.org> <mailto:jane@x.org>, bo@x.org (mailto:bo@x.org), "Cy@X.org" <cy@x.org>',
    expect: ['Jane Doe <jane@x.org>', 'bo@x.org', 'cy@x.org'],
  },
];
