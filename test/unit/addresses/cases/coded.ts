import type { Case } from './case';

/** F: good addresses in other writing. */
export const coded: readonly Case[] = [
  {
    what: 'Slack: <mailto:a|a>',
    from: 'https://github.com/scrapinghub/slackbot/issues/86 , https://github.com/ltworf/localslackirc/issues/335',
    given: 'clipboard',
    text: '<mailto:jane@example.org|jane@example.org>, <mailto:bo@example.org|bo@example.org>',
    expect: ['jane@example.org', 'bo@example.org'],
  },
  {
    what: 'full-width ＠ from a Japanese or Chinese keyboard',
    from: 'https://github.com/whatwg/html/issues/1389 , https://github.com/shirasagi/shirasagi/issues/4122',
    given: 'typed',
    text: 'japan＠example.co.jp, bo@example.org',
    expect: ['japan@example.co.jp', 'bo@example.org'],
  },
  {
    what: 'mailto: with a name and percent signs',
    from: 'https://github.com/validator/validator/issues/248 , https://github.com/csirtgadgets/csirtg-mail-py/pull/17 , https://github.com/nextcloud/server/issues/10279',
    given: 'clipboard',
    text:
      'mailto:Jane%20Doe%20%3Cjane@example.org%3E?subject=Hi\n' +
      'mailto:bo@example.org?subject=Hi\n' +
      'mailto:cy%40example.org\n',
    expect: ['Jane Doe <jane@example.org>', 'bo@example.org', 'cy@example.org'],
  },
  {
    what: 'chat links with names',
    given: 'typed',
    text: '<mailto:jane@x.org|Jane>, <mailto:bo@x.org|bo@x.org>; <https://x.org|cy@x.org>',
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org'],
  },
  {
    what: 'HTML entities',
    given: 'typed',
    text: 'bo&#64;x.org, cy&commat;x&period;org, &lt;di@x.org&gt;, el&#x40;x.org',
    expect: ['bo@x.org', 'cy@x.org', 'di@x.org', 'el@x.org'],
  },
  {
    what: 'HTML links',
    given: 'clipboard',
    text: '<a href="mailto:jane@x.org">Jane Doe</a><br><a href=\'mailto:bo@x.org?subject=x\'>bo@x.org</a>',
    expect: ['Jane Doe <jane@x.org>', 'bo@x.org'],
  },
  {
    what: 'an HTML table',
    given: 'clipboard',
    text:
      '<table><tr><th>Name</th><th>Email</th></tr>\n' +
      '<tr><td>Jane</td><td>jane@x.org</td></tr>\n' +
      '<tr><td>Bo</td><td>bo@x.org</td></tr></table>',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'a link to several people',
    given: 'typed',
    text: 'mailto:jane@x.org,bo@x.org?cc=cy@x.org&body=ask%20boss@x.org',
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org', '? boss@x.org: otherField'],
  },
  {
    what: 'encoded words',
    given: 'clipboard',
    text: '=?utf-8?B?RG9lLCBKYW5l?= <jane@x.org>, =?iso-8859-1?Q?J=FCrgen?= <j@x.org>',
    expect: ['Doe, Jane <jane@x.org>', 'Jürgen <j@x.org>'],
  },
  {
    what: 'escaped Markdown',
    given: 'clipboard',
    text: 'jane\\_doe@x.org\n' + 'bo\\.ex@x.org',
    expect: ['jane_doe@x.org', 'bo.ex@x.org'],
  },
  {
    what: 'JSON with nested fields',
    given: 'clipboard',
    text: '[{"id":1,"user":{"email":"jane@x.org","name":"Jane Doe"}},{"id":2,"user":{"email":null,"name":"Cy"}}]',
    expect: ['jane@x.org', '! 2, Cy: noAddressInRow'],
  },
  {
    what: 'JSON with an owner next to the members',
    given: 'clipboard',
    text: '{"owner":"boss@x.org","members":[{"email":"jane@x.org"},{"email":"bo@x.org"}]}',
    expect: ['? boss@x.org: outsideTable', 'jane@x.org', 'bo@x.org'],
  },
  {
    what: 'JSON in lines',
    given: 'clipboard',
    text: '{"email":"jane@x.org"}\n' + '{"email":"bo@x.org"}',
    expect: ['jane@x.org', 'bo@x.org'],
  },
  {
    what: 'a JSON list',
    given: 'clipboard',
    text: '["jane@x.org","Bo <bo@x.org>"]',
    expect: ['jane@x.org', 'Bo <bo@x.org>'],
  },
  {
    what: 'a YAML list',
    given: 'clipboard',
    text:
      '- name: Jane\n' +
      '  email: jane@x.org\n' +
      '- name: Bo\n' +
      '  email: bo@x.org\n' +
      '- name: Cy\n' +
      '  phone: 1',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>', '! Cy: noAddressInRow'],
  },
  {
    what: 'fields on separate lines',
    given: 'clipboard',
    text:
      'Name: Jane Doe\n' +
      'Email: jane@x.org\n' +
      'Supervisor email: boss@x.org\n' +
      '\n' +
      'Name: Bo\n' +
      'Email: bo@x.org\n' +
      'Supervisor email: boss@x.org\n',
    expect: ['Jane Doe <jane@x.org>', '? boss@x.org: otherField', 'Bo <bo@x.org>', '? boss@x.org: otherField'],
  },
];
