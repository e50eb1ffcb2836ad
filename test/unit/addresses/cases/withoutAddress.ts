import type { Case } from './case';

/** Rows and people without an address. */
export const withoutAddress: readonly Case[] = [
  {
    what: 'Row without an address in the chosen column, with one in another',
    from: 'https://github.com/GAM-team/GAM/issues/1663 (student “-”, guardian given) , https://github.com/WPChill/rsvp/issues/14',
    given: 'file',
    text:
      'Name,Email,Supervisor email\n' +
      'Jane Doe,jane@example.org,boss@example.org\n' +
      'Cy Xu,,boss2@example.org\n' +
      'Bo Example,bo@example.org,boss@example.org\n',
    column: 'Email',
    asks: ['Email', 'Supervisor email'],
    expect: [
      'Jane Doe <jane@example.org>',
      '! Cy Xu, boss2@example.org: noAddressInRow',
      'Bo Example <bo@example.org>',
    ],
    skipped: ['header: Name, Email, Supervisor email'],
  },
  {
    what: 'address typed into the name cell, garbage in the e-mail cell',
    from: 'https://github.com/strangerstudios/pmpro-import-users-from-csv/issues/64 , https://github.com/weMail/wemail/issues/114 (dropped without being named)',
    given: 'file',
    text: 'Name,Email\n' + 'bo@example.org,n/a\n' + 'Jane,jane@example.org\n' + 'Cy,cy@example.org\n',
    column: 'Email',
    asks: ['Email', 'Name'],
    expect: ['! bo@example.org, n/a: noAddressInRow', 'Jane <jane@example.org>', 'Cy <cy@example.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'recipients copied in Outlook: those it knows as names alone, the others with address',
    from: 'http://outlookpower.com/article/understanding-how-outlook-displays-names-and-email-addresses/ , https://github.com/OfficeDev/office-js/issues/1411 (pasted recipients have no address)',
    given: 'clipboard',
    text: 'Doe, Jane; Example, Bo <bo@example.org>; Cy Xu',
    expect: ['! Doe, Jane: noAt', 'Example, Bo <bo@example.org>', '! Cy Xu: noAt'],
  },
  {
    what: 'signs and words for “none” in the chosen column',
    given: 'file',
    text:
      'Name,Email\n' +
      'Jane,jane@x.org\n' +
      'Cy,-\n' +
      'Di,n/a\n' +
      'El,?\n' +
      'Fa,.\n' +
      'Gi,none\n' +
      'Ha,—\n' +
      'Ib,kein\n' +
      'Jo,"-"\n' +
      'Ka,"  "\n' +
      '"",""\n' +
      ',\n',
    expect: [
      'Jane <jane@x.org>',
      '! Cy, -: noAddressInRow',
      '! Di, n/a: noAddressInRow',
      '! El, ?: noAddressInRow',
      '! Fa, .: noAddressInRow',
      '! Gi, none: noAddressInRow',
      '! Ha, —: noAddressInRow',
      '! Ib, kein: noAddressInRow',
      '! Jo, -: noAddressInRow',
      '! Ka: noAddressInRow',
    ],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'bare names before one address, between commas',
    given: 'typed',
    text: 'Jane Doe, Bo Example, cy@x.org',
    expect: ['! Jane Doe: noAt', '! Bo Example: noAt', 'cy@x.org'],
  },
  {
    what: 'one bare name, between semicolons',
    given: 'typed',
    text: 'Cy Xu; jane@x.org',
    expect: ['! Cy Xu: noAt', 'jane@x.org'],
  },
  {
    what: 'surnames first, between semicolons',
    given: 'clipboard',
    text: 'Doe, Jane; Xu, Cy; Example, Bo <bo@x.org>',
    expect: ['! Doe, Jane: noAt', '! Xu, Cy: noAt', 'Example, Bo <bo@x.org>'],
  },
  {
    what: 'bare names after people with addresses',
    given: 'typed',
    text: 'Doe, Jane <jane@x.org>; Cy Xu; Di Rao; bo@x.org',
    expect: ['Doe, Jane <jane@x.org>', '! Cy Xu: noAt', '! Di Rao: noAt', 'bo@x.org'],
  },
  {
    what: 'bare names on separate lines',
    given: 'clipboard',
    text: 'Jane Doe\n' + 'Bo Example\n' + 'cy@x.org\n',
    expect: ['! Jane Doe: noAt', '! Bo Example: noAt', 'cy@x.org'],
  },
  {
    what: 'a person whose only address is a parent’s',
    given: 'file',
    text: 'Name,Email,Parent email\n' + 'Jane,jane@x.org,p1@x.org\n' + 'Cy,,p2@x.org\n',
    column: 'Email',
    asks: ['Email', 'Parent email'],
    expect: ['Jane <jane@x.org>', '! Cy, p2@x.org: noAddressInRow'],
    skipped: ['header: Name, Email, Parent email'],
  },
  {
    what: 'the same without titles',
    given: 'file',
    text: 'Jane,jane@x.org,boss@x.org\n' + 'Bo,bo@x.org,boss@x.org\n' + 'Cy,,boss@x.org',
    asks: ['2', '3'],
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>', '! Cy, boss@x.org: noAddressInRow'],
  },
  {
    what: 'an obfuscated address in the chosen column',
    given: 'file',
    text: 'Name,Email,Owner\n' + 'Jane,jane [at] x.org,boss@x.org\n' + 'Bo,bo@x.org,boss@x.org',
    column: 'Email',
    asks: ['Email', 'Owner'],
    expect: ['! Jane, jane [at] x.org, boss@x.org: noAddressInRow', 'Bo <bo@x.org>'],
    skipped: ['header: Name, Email, Owner'],
  },
  {
    what: 'lines of which some have a name and some have none',
    given: 'clipboard',
    text: 'Jane Doe, jane@x.org\n' + 'bo@x.org\n' + 'Cy Xu, cy@x.org',
    expect: ['Jane Doe <jane@x.org>', 'bo@x.org', 'Cy Xu <cy@x.org>'],
  },
  {
    what: 'a row of tabs with a role',
    given: 'clipboard',
    text: 'Jane Doe\tjane@x.org\tStudent',
    expect: ['Jane Doe <jane@x.org>'],
  },
];
