import type { Case } from './case';

/** Glued signs, look-alikes, signs that no address has. */
export const signs: readonly Case[] = [
  {
    what: 'Thunderbird/SOGo LDIF: the address stands in “dn:” as mail=…, too',
    from: 'https://github.com/Coffey-Labs/ihasmail/issues/174 , https://github.com/nextcloud/contacts/issues/1134',
    given: 'clipboard',
    text:
      'dn: cn=Jane Doe,mail=jane@example.org\n' +
      'objectclass: top\n' +
      'objectclass: person\n' +
      'givenName: Jane\n' +
      'sn: Doe\n' +
      'cn: Jane Doe\n' +
      'mail: jane@example.org\n' +
      'modifytimestamp: 0\n' +
      '\n' +
      'dn: cn=Bo Example,mail=bo@example.org\n' +
      'objectclass: top\n' +
      'mail: bo@example.org\n',
    expect: ['Jane Doe <jane@example.org>', 'bo@example.org'],
  },
  {
    what: 'Markdown with escaped underscores, as GAM’s wiki and Google export give it',
    from: 'stored page wiki.sumnersd.org …/google-groups/export/markdown',
    given: 'clipboard',
    text: 'jane\\_doe@example.org\n' + 'lab\\_staff@example.org **✓**\n' + 'bo@example.org\n',
    expect: ['jane_doe@example.org', 'lab_staff@example.org', 'bo@example.org'],
  },
  {
    what: 'replacement character (U+FFFD) after or inside an address',
    from: 'https://github.com/validatorjs/validator.js/issues/940 (a comment)',
    given: 'clipboard',
    text: 'jane@example.org\ufffd\n' + 'j\ufffdrgen@example.org\n' + 'bo@example.org\n',
    expect: [
      '? jane@example.org\ufffd: unreadable → jane@example.org',
      '? j\ufffdrgen@example.org: unreadable',
      'bo@example.org',
    ],
  },
  {
    what: 'typographic apostrophe that Word put in',
    from: 'https://github.com/alphagov/notifications-utils/issues/500',
    given: 'clipboard',
    text: 'first.o’last@example.org\n' + 'bo@example.org\n',
    expect: ["? first.o’last@example.org: lookAlike → first.o'last@example.org", 'bo@example.org'],
  },
  {
    what: 'numbered list without a space after the number',
    from: 'https://github.com/HaveIBeenPwned/EmailAddressExtractor/issues/61',
    given: 'clipboard',
    text: '1.jane@example.org\n' + '2.bo@example.org\n' + '3.cy@example.org\n',
    expect: ['jane@example.org', 'bo@example.org', 'cy@example.org'],
  },
  {
    what: 'slash between name and address, or between two',
    from: 'https://github.com/HaveIBeenPwned/EmailAddressExtractor/issues/63',
    given: 'clipboard',
    text: 'Jane Doe/jane@example.org\n' + 'bo@example.org/cy@example.org\n' + 'https://example.org/u/di@example.org\n',
    expect: [
      'Jane Doe <jane@example.org>',
      'bo@example.org',
      'cy@example.org',
      '? https://example.org/u/di@example.org: inWebAddress → di@example.org',
    ],
  },
  {
    what: 'PDF text: the next word runs into the domain',
    from: 'https://github.com/py-pdf/pypdf/issues/1974 , /1328',
    given: 'clipboard',
    text: 'jane@example.orgTel: 123\n' + 'bo@example.orgRoom 5\n' + 'cy@example.org\n',
    expect: [
      '? jane@example.orgTel: glued → jane@example.org',
      '? bo@example.orgRoom: glued → bo@example.org',
      'cy@example.org',
    ],
  },
  {
    what: 'labels',
    given: 'typed',
    text: 'mail=bo@x.org, E-Mail:cy@x.org, smtp:di@x.org, Team:el@x.org, emailAddress=fa@x.org/CN=Fa',
    expect: ['bo@x.org', 'cy@x.org', 'di@x.org', 'el@x.org', '? fa@x.org/CN=Fa: glued → fa@x.org'],
  },
  {
    what: 'text after the domain',
    given: 'typed',
    text: 'jane@x.orgTel:123, bo@example.comRoom, cy@example.orgtel, di@example.org123, el@x.org.Please',
    expect: [
      '? jane@x.orgTel:123: glued → jane@x.org',
      '? bo@example.comRoom: glued → bo@example.com',
      '? cy@example.orgtel: glued → cy@example.org',
      '? di@example.org123: glued → di@example.org',
      '? el@x.org.Please: glued → el@x.org',
    ],
  },
  {
    what: 'endings that only begin like others',
    given: 'typed',
    text: 'fa@x.community, ga@x.organic, ha@uni.edu.au, ib@x.network, jo@x.info',
    expect: ['fa@x.community', 'ga@x.organic', 'ha@uni.edu.au', 'ib@x.network', 'jo@x.info'],
  },
  {
    what: 'punctuation after an address',
    given: 'typed',
    text: 'jane@x.org/, bo@x.org:, cy@x.org!, di@x.org*, (el@x.org), fa@x.org?, ha@x.org-, ib@x.org_',
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org', 'di@x.org', 'el@x.org', 'fa@x.org', 'ha@x.org', 'ib@x.org'],
  },
  {
    what: 'one sign in front',
    given: 'typed',
    text: '-jane@x.org, bo@x.org',
    expect: ['? -jane@x.org: glued → jane@x.org', 'bo@x.org'],
  },
  {
    what: 'the same sign in front of all',
    given: 'clipboard',
    text: '-jane@x.org\n' + '-bo@x.org',
    expect: ['jane@x.org', 'bo@x.org'],
  },
  {
    what: 'bullets, arrows, pictures, and bullets of a private font',
    given: 'typed',
    text: '•jane@x.org, ✉bo@x.org, 📧cy@x.org, \uf0b7di@x.org, →el@x.org',
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org', 'di@x.org', 'el@x.org'],
  },
  {
    what: 'numbers that follow each other in one line',
    given: 'typed',
    text: '1.jane@x.org 2.bo@x.org 3.cy@x.org',
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org'],
  },
  {
    what: 'one number only',
    given: 'typed',
    text: '1.jane@x.org, bo@x.org',
    expect: ['? 1.jane@x.org: glued → jane@x.org', 'bo@x.org'],
  },
  {
    what: 'numbers with parentheses and signs',
    given: 'clipboard',
    text: '1)jane@x.org\n' + '2)bo@x.org\n' + '#3 cy@x.org',
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org'],
  },
  {
    what: 'initials that look like numbering',
    given: 'clipboard',
    text: 'a.smith@x.org\n' + 'b.jones@x.org',
    expect: ['a.smith@x.org', 'b.jones@x.org'],
  },
  {
    what: 'Cyrillic and Greek letters among Latin ones',
    given: 'typed',
    text: 'jаne@x.org, bο@x.org, c@exаmple.org, асе@x.org',
    expect: [
      '? jаne@x.org: lookAlike → jane@x.org',
      '? bο@x.org: lookAlike → bo@x.org',
      '? c@exаmple.org: lookAlike → c@example.org',
      '? асе@x.org: lookAlike → ace@x.org',
    ],
  },
  {
    what: 'whole words of other alphabets',
    given: 'typed',
    text: 'иван@пример.рф, ñandú@x.org',
    expect: ['иван@пример.рф', 'ñandú@x.org'],
  },
  {
    what: 'dashes, dots and apostrophes of typesetting',
    given: 'typed',
    text: 'jane–doe@x.org, bo·ex@x.org, o’neil@x.org, o`neil@x.org, cy@x·org',
    expect: [
      '? jane–doe@x.org: lookAlike → jane-doe@x.org',
      '? bo·ex@x.org: lookAlike → bo.ex@x.org',
      "? o’neil@x.org: lookAlike → o'neil@x.org",
      "? o`neil@x.org: lookAlike → o'neil@x.org",
      '? cy@x·org: lookAlike → cy@x.org',
    ],
  },
  {
    what: 'full-width letters, ligatures, full-width full stops, footnotes',
    given: 'typed',
    text: 'di@x。org, ｊａｎｅ＠ｅｘ．ｏｒｇ, ﬁna@x.org, el@x.org¹, 太郎＠例え.jp',
    expect: ['di@x.org', 'jane@ex.org', 'fina@x.org', 'el@x.org', '太郎@例え.jp'],
  },
  {
    what: 'lost letters',
    given: 'typed',
    text: 'j?rgen@x.org, j\ufffdrgen@x.org, jane@x.org\ufffd, \ufffdbo@x.org, c□@x.org',
    expect: [
      '? j?rgen@x.org: unreadable',
      '? j\ufffdrgen@x.org: unreadable',
      '? jane@x.org\ufffd: unreadable → jane@x.org',
      '? \ufffdbo@x.org: unreadable → bo@x.org',
      '? c□@x.org: unreadable',
    ],
  },
  {
    what: 'UTF-8 that was read as Windows-1252',
    given: 'typed',
    text: 'jÃ¼rgen@exÃ¤mple.org, bo@x.org',
    expect: ['? jÃ¼rgen@exÃ¤mple.org: unreadable → jürgen@exämple.org', 'bo@x.org'],
  },
  {
    what: 'typing mistakes',
    given: 'typed',
    text: 'jane@@x.org, bo@x..org, cy@.x.org, di@x,org, el@x.con, fa@x.org.',
    expect: [
      '? jane@@x.org: mistyped → jane@x.org',
      '? bo@x..org: mistyped → bo@x.org',
      '? cy@.x.org: mistyped → cy@x.org',
      '? di@x,org: mistyped → di@x.org',
      '? el@x.con: mistyped → el@x.com',
      'fa@x.org',
    ],
  },
  {
    what: 'several in one word',
    given: 'typed',
    text: 'jane@x.org/bo@x.org, cy@x.org&di@x.org+el@x.org, fa@x.orgga@x.org',
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org', 'di@x.org', 'el@x.org', '! fa@x.orgga@x.org: severalAts'],
  },
  {
    what: 'East Asian text on both sides',
    given: 'typed',
    text: 'メールjane@x.jp, 連絡先：bo@x.jp、cy@x.jpまで',
    expect: ['? メールjane@x.jp: glued → jane@x.jp', 'bo@x.jp', '? cy@x.jpまで: glued → cy@x.jp'],
  },
  {
    what: 'parts of URLs and system names',
    given: 'typed',
    text: 'DOMAIN\\jane@x.org, jane@x.org:8080, ssh://git@x.org/a, https://x.org/?email=jane%40x.org, https://x.org/@jane',
    expect: [
      '? DOMAIN\\jane@x.org: glued → jane@x.org',
      '? jane@x.org:8080: glued → jane@x.org',
      '? ssh://git@x.org/a: inWebAddress → git@x.org',
      '? https://x.org/?email=jane%40x.org: inWebAddress → jane@x.org',
      '! https://x.org/@jane: noName',
    ],
  },
  {
    what: 'percent signs',
    given: 'typed',
    text: 'jane%2Bstudy@x.org, jane%40x.org, el\\u0040x.org',
    expect: [
      '? jane%2Bstudy@x.org: escaped → jane+study@x.org',
      '? jane%40x.org: escaped → jane@x.org',
      '? el\\u0040x.org: escaped → el@x.org',
    ],
  },
];
