import type { Case } from './case';

/** Lists as people and mail programs write them. */
export const lists: readonly Case[] = [
  {
    what: 'A name that begins with a quote, a later one that ends with one, copied from Excel',
    from: 'https://github.com/jspreadsheet/ce/issues/1139 , https://github.com/warpech/sheetclip/issues/3 , https://github.com/cockroachdb/cockroach/issues/39820',
    given: 'clipboard',
    text:
      'Name\tEmail\n' +
      '"JJ Doe\tjane@example.org\n' +
      'Cy Xu\tcy@example.org\n' +
      'Bo "BB"\tbo@example.org\n' +
      'Di Rao\tdi@example.org',
    expect: [
      'JJ Doe <jane@example.org>',
      'Cy Xu <cy@example.org>',
      'Bo "BB" <bo@example.org>',
      'Di Rao <di@example.org>',
    ],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'vCard 3, from Google and Apple',
    from: 'https://github.com/bolorundurowb/vCardLib/issues/44 , https://github.com/nuovo/vCard-parser/issues/12',
    given: 'clipboard',
    text:
      'BEGIN:VCARD\n' +
      'VERSION:3.0\n' +
      'N:Doe;Jane;;;\n' +
      'FN:Jane Doe\n' +
      'EMAIL;TYPE=INTERNET;TYPE=HOME:jane@example.org\n' +
      'END:VCARD\n' +
      'BEGIN:VCARD\n' +
      'VERSION:3.0\n' +
      'FN:Bo Example\n' +
      'item1.EMAIL;type=INTERNET;type=pref:bo@example.org\n' +
      'END:VCARD',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
  },
  {
    what: 'addresses with two dots, or a dot before the @, as Japanese carriers issued them',
    from: 'https://github.com/PHPMailer/PHPMailer/issues/418 , https://github.com/exceedone/exment/issues/800',
    given: 'typed',
    text: 'try..this..0511@example.ne.jp, xxx.yyy.@example.ne.jp, "aaa..bbbb.cc"@example.ne.jp',
    expect: ['try..this..0511@example.ne.jp', 'xxx.yyy.@example.ne.jp', '"aaa..bbbb.cc"@example.ne.jp'],
  },
  {
    what: 'To: lines as a mail keeps them: encoded words, folded',
    from: 'https://github.com/SpamScope/mail-parser/issues/146 , https://github.com/osTicket/osTicket/pull/940',
    given: 'clipboard',
    text:
      'To: =?UTF-8?Q?J=C3=BCrgen_M=C3=BCller?= <j@example.org>,\n' +
      ' =?utf-8?B?Qm8sIEV4YW1wbGU=?= <bo@example.org>,\n' +
      '\t"Doe, Jane" <jane@example.org>\n' +
      'Cc: cy@example.org',
    expect: [
      'Jürgen Müller <j@example.org>',
      'Bo, Example <bo@example.org>',
      'Doe, Jane <jane@example.org>',
      'cy@example.org',
    ],
  },
  {
    what: 'report of undelivered mail (bounce)',
    from: 'https://github.com/justingit/dada-mail/issues/318 , https://github.com/mikel/mail/issues/38',
    given: 'clipboard',
    text:
      'Final-Recipient: rfc822;jane@example.org\n' +
      'Action: failed\n' +
      'Status: 5.1.1\n' +
      'Diagnostic-Code: smtp; 550 5.1.1 <bo@example.org>: user unknown',
    expect: ['jane@example.org', 'bo@example.org'],
  },
  {
    what: 'Markdown table with links',
    from: 'form of GitHub, GitLab and Confluence pages copied as Markdown; https://github.com/michelf/php-markdown/issues/320 (links of addresses)',
    given: 'clipboard',
    text:
      '| Name | Email |\n' +
      '|------|-------|\n' +
      '| Jane Doe | [jane@example.org](mailto:jane@example.org) |\n' +
      '| Bo Example | [bo@example.org](mailto:bo@example.org) |',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'obfuscated: [at], (at), “at … dot”, ［ａｔ］',
    from: 'https://github.com/MISP/MISP/issues/4805 , https://github.com/MetricsGrimoire/MailingListStats/issues/7 , https://github.com/sdlab-naist/sdlab-naist.github.io/issues/132',
    given: 'typed',
    text: 'jane [at] example.org, bo(at)example.org, cy at example dot org, di［ａｔ］example.org',
    expect: [
      '! jane at example.org: noAt',
      '! bo example.org: noAt',
      '! cy at example dot org: noAt',
      '! di［ａｔ］example.org: noAt',
    ],
  },
  {
    what: 'zero-width spaces, no-break spaces, soft hyphen, direction marks around addresses',
    from: 'https://github.com/validatorjs/validator.js/issues/940 , https://github.com/Expensify/App/pull/35557 , https://github.com/antiwork/gumroad/pull/6514 , https://github.com/churchthemes/church-theme-framework/issues/16',
    given: 'clipboard',
    text:
      '\u200bjane@example.org\u200b\n' +
      '\u00a0bo@example.org\u00a0\n' +
      '\u202acy@example.org\u202c\n' +
      '\u2068di@example.org\u2069\n' +
      '\ufeffel@example.org',
    expect: ['jane@example.org', 'bo@example.org', 'cy@example.org', 'di@example.org', 'el@example.org'],
  },
  {
    what: 'JSON of people',
    from: 'https://github.com/hyvor/post/issues/166',
    given: 'clipboard',
    text: '[{"name":"Jane Doe","email":"jane@example.org"},{"name":"Bo Example","email":"bo@example.org"}]',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
  },
  {
    what: 'spaces inside an address',
    from: 'https://github.com/buildkite/feedback/issues/40 , https://github.com/UM-USElab/gradecraft-development/issues/2097',
    given: 'typed',
    text: 'bo @example.org, cy@ example.org, di@example .org, el@example.org',
    expect: [
      '? bo @example.org: broken → bo@example.org',
      '? cy@ example.org: broken → cy@example.org',
      '? di@example .org: broken → di@example.org',
      'el@example.org',
    ],
  },
  {
    what: 'comma for a dot, two dots, dot at the end, “local” domain',
    from: 'https://github.com/strangerstudios/pmpro-import-users-from-csv/issues/64 , https://github.com/HaveIBeenPwned/EmailAddressExtractor/issues/65',
    given: 'typed',
    text: 'jane@example,org; bo@example..org; cy@example.org.; johndoe.local; el@localhost',
    expect: [
      '? jane@example,org: mistyped → jane@example.org',
      '? bo@example..org: mistyped → bo@example.org',
      'cy@example.org',
      '! johndoe.local: noAt',
      '! el@localhost: badDomain',
    ],
  },
  {
    what: 'mixed separators',
    from: 'https://github.com/wekan/wekan/issues/2633 , https://github.com/blockframes/blockframes/issues/5728 , https://github.com/nextcloud/calendar/issues/3034',
    given: 'typed',
    text: 'jane@example.org;bo@example.org, cy@example.org di@example.org\tel@example.org ;, fa@example.org | gi@example.org / ha@example.org',
    expect: [
      'jane@example.org',
      'bo@example.org',
      'cy@example.org',
      'di@example.org',
      'el@example.org',
      'fa@example.org',
      'gi@example.org',
      'ha@example.org',
    ],
  },
  {
    what: 'column copied out of a spreadsheet, pasted with Ctrl+V',
    from: 'https://github.com/openpetra/openpetra/issues/677 , https://github.com/google/paco/issues/921',
    given: 'pasted',
    text: 'Email\r\n' + 'jane@example.org\r\n' + 'bo@example.org\r\n' + '\r\n' + 'cy@example.org\r\n',
    expect: ['jane@example.org', 'bo@example.org', 'cy@example.org'],
  },
  {
    what: 'one person in two letter cases',
    from: 'https://github.com/SparkDevNetwork/Rock/issues/6350 , https://github.com/mautic/mautic/issues/1138 , https://github.com/useplunk/plunk/issues/403',
    given: 'typed',
    text: 'Jane@example.org, jane@EXAMPLE.ORG, bo@example.org, bo@Example.org',
    expect: ['Jane@example.org', 'jane@EXAMPLE.ORG', 'bo@example.org', 'bo@Example.org'],
  },
  {
    what: 'handles and version numbers with @',
    from: 'https://github.com/HaveIBeenPwned/EmailAddressExtractor/pull/9',
    given: 'typed',
    text: '@janedoe, react@18.2.0, git@github.com:org/repo, user@host, bo@example.org',
    expect: [
      '! @janedoe: noName',
      '! react@18.2.0: badDomain',
      '? git@github.com:org/repo: glued → git@github.com',
      '! user@host: badDomain',
      'bo@example.org',
    ],
  },
  {
    what: 'international addresses',
    from: 'https://github.com/validatorjs/validator.js/issues/343 , https://github.com/K-and-R/email_validator/issues/36',
    given: 'typed',
    text: 'jürgen@exämple.org, 用户@例子.广告, अजय@उदाहरण.भारत, test@xn--exmple-cua.org, ñandú@example.com',
    expect: ['jürgen@exämple.org', '用户@例子.广告', 'अजय@उदाहरण.भारत', 'test@xn--exmple-cua.org', 'ñandú@example.com'],
  },
  {
    what: 'groups and undisclosed recipients',
    from: 'https://github.com/jmapio/jmap/issues/59 , https://github.com/mjs/imapclient/issues/202 , https://github.com/pimalaya/himalaya/issues/617',
    given: 'typed',
    text: 'Team: Jane <jane@example.org>, bo@example.org; undisclosed-recipients:;, cy@example.org',
    expect: ['Jane <jane@example.org>', 'bo@example.org', 'cy@example.org'],
  },
  {
    what: 'git shortlog -sne',
    from: 'https://github.com/ankaboot-source/leadminer/issues/11',
    given: 'clipboard',
    text: '   120\tJane Doe <jane@example.org>\n' + '     7\tBo Example <bo@example.org>',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
  },
  {
    what: 'LDIF with a base64 value (“mail::”)',
    from: 'https://github.com/skradel/Zetetic.Ldap/issues/5 , https://github.com/spring-projects/spring-ldap/issues/413',
    given: 'clipboard',
    text: 'dn: cn=Jane\n' + 'mail:: amFuZUBleGFtcGxlLm9yZw==\n' + '\n' + 'dn: cn=Bo\n' + 'mail: bo@example.org',
    expect: ['jane@example.org', 'bo@example.org'],
  },
  {
    what: 'percent signs inside angle brackets',
    from: 'https://github.com/linagora/tmail-flutter/pull/3917',
    given: 'clipboard',
    text: '"Jo%20Doe" <jo%40example.com>, jane@example.org',
    expect: ['? jo%40example.com: escaped → jo@example.com', 'jane@example.org'],
  },
  {
    what: 'one stray double quote in a name of the list',
    from: 'https://github.com/osTicket/osTicket/issues/5919',
    given: 'clipboard',
    text: 'Jo" <jo@example.org>, Bo Example <bo@example.org>, "Doe, Jane" <jane@example.org>, cy@example.org',
    expect: ['Jo <jo@example.org>', 'Bo Example <bo@example.org>', 'Doe, Jane <jane@example.org>', 'cy@example.org'],
  },
];
