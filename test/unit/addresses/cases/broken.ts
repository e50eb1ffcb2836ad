import type { Case } from './case';

/** Broken and cut addresses. */
export const broken: readonly Case[] = [
  {
    what: 'vCard with a folded line',
    from: 'https://github.com/odysseus-dev/odysseus/issues/3905 , /pull/1870',
    given: 'clipboard',
    text:
      'BEGIN:VCARD\n' +
      'VERSION:3.0\n' +
      'FN:Jane Doe\n' +
      'EMAIL;TYPE=INTERNET;TYPE=WORK:jane.doe@students.psychology.example-univer\n' +
      ' sity.org\n' +
      'END:VCARD\n',
    expect: ['Jane Doe <jane.doe@students.psychology.example-university.org>'],
  },
  {
    what: 'quoted-printable text of a mail: soft line break in an address',
    from: 'https://github.com/jeroendesloovere/vcard/issues/206',
    given: 'clipboard',
    text: 'Please invite jane.doe@psychology.example.=\n' + 'org and bo@example.org.\n',
    expect: ['? jane.doe@psychology.example.= org: broken → jane.doe@psychology.example.org', 'bo@example.org'],
    skipped: ['words: Please invite'],
  },
  {
    what: 'address shown cut with a dot or dots',
    from: 'https://github.com/mozilla/fx-private-relay/issues/223 , https://github.com/42paris/42header/pull/20',
    given: 'clipboard',
    text: 'jane.doe@students.example.co…\n' + 'bo@long-name.example.o...\n' + 'cy@example.org\n',
    expect: ['? jane.doe@students.example.co…: cut', '? bo@long-name.example.o...: cut', 'cy@example.org'],
  },
  {
    what: 'a line that ends after the @',
    given: 'clipboard',
    text: 'jane.doe@\n' + 'example.org and bo@x.org',
    expect: ['? jane.doe@ example.org: broken → jane.doe@example.org', 'bo@x.org'],
  },
  {
    what: 'a line that ends after a dot of the domain',
    given: 'clipboard',
    text: 'jane.doe@students.\n' + 'example.org\n' + 'bo@x.org',
    expect: ['? jane.doe@students. example.org: broken → jane.doe@students.example.org', 'bo@x.org'],
  },
  {
    what: 'a line that ends at a hyphen of the domain',
    given: 'clipboard',
    text: 'jane.doe@uni-\n' + 'heidelberg.de\n' + 'bo@x.org',
    expect: ['? jane.doe@uni- heidelberg.de: broken → jane.doe@uni-heidelberg.de', 'bo@x.org'],
  },
  {
    what: 'a line that ends before the @',
    given: 'clipboard',
    text: 'jane.doe\n' + '@example.org\n' + 'bo@x.org',
    expect: ['? jane.doe @example.org: broken → jane.doe@example.org', 'bo@x.org'],
  },
  {
    what: 'a line that ends within a word of the domain',
    given: 'clipboard',
    text: 'jane.doe@students.psychology.exam\n' + 'ple-university.org\n' + 'bo@x.org',
    expect: [
      '? jane.doe@students.psychology.exam ple-university.org: broken → jane.doe@students.psychology.example-university.org',
      'bo@x.org',
    ],
  },
  {
    what: 'a soft line break before the @',
    given: 'clipboard',
    text: 'jane.do=\n' + 'e@example.org, bo@x.org',
    expect: ['? jane.do= e@example.org: broken → jane.doe@example.org', 'bo@x.org'],
  },
  {
    what: 'an @ in the code of quoted-printable text',
    given: 'clipboard',
    text: 'jane=40example.org bo@x.org',
    expect: ['? jane=40example.org: escaped → jane@example.org', 'bo@x.org'],
  },
  {
    what: 'a domain split into two lines',
    given: 'clipboard',
    text: 'jane@example.co\n' + 'm\n' + 'bo@x.org',
    expect: ['? jane@example.co m: broken → jane@example.com', 'bo@x.org'],
  },
  {
    what: 'a dot that begins a line',
    given: 'clipboard',
    text: 'Contact: jane@psy.uni-muenchen\n' + '.de, bo@x.org',
    expect: ['? jane@psy.uni-muenchen .de: broken → jane@psy.uni-muenchen.de', 'bo@x.org'],
  },
  {
    what: 'full stops that end sentences',
    given: 'clipboard',
    text: 'Write to bo@x.org.\n' + 'Thanks',
    expect: ['bo@x.org'],
    skipped: ['words: Thanks'],
  },
  {
    what: 'a contact with two addresses, one of them folded, and a note',
    given: 'file',
    text:
      'BEGIN:VCARD\n' +
      'FN:Jane\n' +
      'EMAIL;TYPE=work:jane.very.long.name@stu\n' +
      ' dents.example.org\n' +
      'EMAIL;PREF=1:j@x.org\n' +
      'NOTE:see boss@x.org\n' +
      'END:VCARD',
    expect: ['jane.very.long.name@students.example.org', 'j@x.org', '? boss@x.org: otherField'],
  },
  {
    what: 'a contact in quoted-printable text',
    given: 'file',
    text:
      'BEGIN:VCARD\n' +
      'VERSION:2.1\n' +
      'FN:Jane\n' +
      'EMAIL;ENCODING=QUOTED-PRINTABLE:jane=40students.exam=\n' +
      'ple.org\n' +
      'END:VCARD',
    expect: ['Jane <jane@students.example.org>'],
  },
  {
    what: 'spaces within addresses',
    given: 'typed',
    text: 'bo @example.org, cy@ example.org, di@example .org, el@example. org, fa@x.org',
    expect: [
      '? bo @example.org: broken → bo@example.org',
      '? cy@ example.org: broken → cy@example.org',
      '? di@example .org: broken → di@example.org',
      '? el@example. org: broken → el@example.org',
      'fa@x.org',
    ],
  },
  {
    what: 'cut with one sign, dots, a hyphen, a tilde',
    given: 'typed',
    text: 'jane.doe@exam…, bo@x.o..., cy@x.org…, di@uni-, ga@x.or[...], ha@x.o',
    expect: [
      '? jane.doe@exam…: cut',
      '? bo@x.o...: cut',
      '? cy@x.org…: cut',
      '? di@uni-: cut',
      '? ga@x.or[...]: cut',
      '? ha@x.o: cut',
    ],
  },
  {
    what: 'cut in front',
    given: 'typed',
    text: '…di@x.org, ...el@x.org, ..fa@x.org',
    expect: ['? …di@x.org: cut', '? ...el@x.org: cut', '? ..fa@x.org: cut'],
  },
  {
    what: 'cut after the @',
    given: 'typed',
    text: 'jane@example..., bo@..., cy@x.org ...',
    expect: ['? jane@example...: cut', '? bo@...: cut', 'cy@x.org'],
  },
  {
    what: 'a quoted-printable sign at the end',
    given: 'typed',
    text: 'ga@x.org=, bo@x.org',
    expect: ['? ga@x.org=: cut', 'bo@x.org'],
  },
];
