import type { Case } from './case';

/** Names beside addresses, as people and mail programs write them. */
export const names: readonly Case[] = [
  {
    what: 'Outlook: quoted "Last, First" <address>, semicolons',
    from: 'https://github.com/jackbearheart/email-addresses/issues/38',
    given: 'clipboard',
    text: '"Smith, Alice" <alice@example.com>; "Jones, Bob" <bob@example.com>; Cy Xu <cy@example.com>',
    expect: ['Smith, Alice <alice@example.com>', 'Jones, Bob <bob@example.com>', 'Cy Xu <cy@example.com>'],
  },
  {
    what: 'unquoted “Last, First <address>”',
    from: 'https://github.com/nextcloud/mail/issues/6014 , https://github.com/nodemailer/nodemailer/issues/973 , https://github.com/datawookie/emayili/issues/115',
    given: 'typed',
    text: 'Doe, Jane <jane@example.org>, Example, Bo <bo@example.org>',
    expect: ['Doe, Jane <jane@example.org>', 'Example, Bo <bo@example.org>'],
  },
  {
    what: '“Doe, Jane (Psychology) <address>”, unquoted',
    from: 'https://github.com/nylas/nylas-mail/issues/2016',
    given: 'clipboard',
    text: 'Doe, Jane (Psychology) <jane@example.org>; Example, Bo (Extern) <bo@example.org>',
    expect: ['Doe, Jane <jane@example.org>', 'Example, Bo <bo@example.org>'],
  },
  {
    what: 'square brackets in an unquoted name',
    from: 'https://github.com/jackbearheart/email-addresses/issues/52',
    given: 'clipboard',
    text: 'JANE DOE[ABC - DOE Jane] <jane@example.org>, BO EXAMPLE[ABC - EXAMPLE Bo] <bo@example.org>',
    expect: ['JANE DOE[ABC DOE Jane <jane@example.org>', 'BO EXAMPLE[ABC EXAMPLE Bo <bo@example.org>'],
  },
  {
    what: '“<3” in a name; the address in the quoted name; quotes within quotes',
    from: 'https://github.com/nodemailer/addressparser/issues/10 , https://github.com/jackbearheart/email-addresses/issues/40',
    given: 'clipboard',
    text:
      'matt <3 <matt@example.org>\n' +
      '"Doe, Jane <jane@example.org>" <jane@example.org>\n' +
      '"Blah "One, comma" foo" <bo@example.org>',
    expect: ['matt 3 <matt@example.org>', 'jane@example.org', 'Blah One, comma foo <bo@example.org>'],
  },
  {
    what: 'a bracket and a full-width bracket in a name',
    from: 'https://github.com/nodemailer/addressparser/issues/12',
    given: 'clipboard',
    text: '111(aaa）<bb@example.com>, cc@example.com',
    expect: ['111 aaa） <bb@example.com>', 'cc@example.com'],
  },
  {
    what: 'name in parentheses after the address, with a comma in it; “on behalf of” with a comma',
    from: 'https://github.com/sisimai/p5-sisimai/issues/227',
    given: 'clipboard',
    text: 'donald@example.org (Donald Duck, ACS/CL), "Club 987 on behalf of Joe Schmo, ACS/CL" <server@example.org>',
    expect: ['donald@example.org', 'Club 987 on behalf of Joe Schmo, ACS/CL <server@example.org>'],
  },
  {
    what: 'the address as its own name, in quotes',
    from: 'https://github.com/deardurham/dear-petition/issues/317',
    given: 'clipboard',
    text: '"jane@example.org" <jane@example.org>; \'bo@example.org\' <bo@example.org>; cy@example.org <cy@example.org>',
    expect: ['jane@example.org', 'bo@example.org', 'cy@example.org'],
  },
  {
    what: 'apostrophes in names, from Apple Mail’s header: they open no quotation',
    from: 'https://github.com/andris9/mimelib/issues/15 , /pull/2',
    given: 'clipboard',
    text: "Jo Doe <jo@example.org>, Jane O'Neill <jane@example.org>, Joe <joe@example.org>, Mary D'Arcy <mary.d'arcy@example.org>, 'Steph O'Brien' <steph.o'brien@example.org>",
    expect: [
      'Jo Doe <jo@example.org>',
      "Jane O'Neill <jane@example.org>",
      'Joe <joe@example.org>',
      "Mary D'Arcy <mary.d'arcy@example.org>",
      "Steph O'Brien <steph.o'brien@example.org>",
    ],
  },
  {
    what: 'quoted and unquoted “Last, First” mixed',
    from: 'https://github.com/tine20/tine20/issues/3556',
    given: 'clipboard',
    text: '"Doe, Jane" <jane@example.org>, Example, Bo <bo@example.org>, "Xu, Cy" <cy@example.org>',
    expect: ['Doe, Jane <jane@example.org>', 'Example, Bo <bo@example.org>', 'Xu, Cy <cy@example.org>'],
  },
];
