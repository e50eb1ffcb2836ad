import type { Case } from './case';

/** Addresses above, below and among the rows that are nobody’s of the list. */
export const remarks: readonly Case[] = [
  {
    what: 'Entra bulk-invite template: version row, titles in row 2, an example in row 3 that has to stay',
    from: 'https://github.com/MicrosoftDocs/entra-docs/blob/main/docs/identity/users/groups-bulk-import-members.md , https://github.com/MicrosoftDocs/azure-docs/issues/63968',
    given: 'file',
    text:
      'version:v1.0,,,\n' +
      'Email address to invite [inviteeEmail] Required,Redirection url [inviteRedirectURL] Required,Send invitation message (true or false) [sendEmail],Customized invitation message [customizedMessageBody]\n' +
      'Example: chris@example.net,https://myapps.example.net,true,Hello\n' +
      'jane@example.org,https://myapps.example.org,true,\n' +
      'bo@example.org,https://myapps.example.org,true,\n',
    expect: ['? chris@example.net: example', 'jane@example.org', 'bo@example.org'],
    skipped: [
      'caption: version:v1.0',
      'header: Email address to invite [inviteeEmail] Required, Redirection url [inviteRedirectURL] Required, Send invitation message (true or false) [sendEmail], Customized invitation message [customizedMessageBody]',
    ],
  },
  {
    what: 'a placeholder in the first row of a template',
    given: 'file',
    text: 'Email,Name\n' + 'user@example.com,Your Name\n' + 'jane@x.org,Jane\n' + 'bo@x.org,Bo',
    expect: ['? user@example.com: example', 'Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Email, Name'],
  },
  {
    what: '“e.g.” in the first row',
    given: 'file',
    text: 'Email,Name\n' + 'e.g. jane.doe@uni.edu,e.g. Jane\n' + 'jane@x.org,Jane\n' + 'bo@x.org,Bo',
    expect: ['? jane.doe@uni.edu: example', 'Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Email, Name'],
  },
  {
    what: 'a German example',
    given: 'file',
    text: 'Email,Name\n' + 'Beispiel: max@firma.de,Max\n' + 'jane@x.org,Jane\n' + 'bo@x.org,Bo',
    expect: ['? max@firma.de: example', 'Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Email, Name'],
  },
  {
    what: 'a Japanese example',
    given: 'file',
    text: 'メール,名前\n' + '例）taro@example.jp,太郎\n' + 'hana@x.jp,花子\n',
    expect: ['? 例)taro@example.jp: example', '花子 <hana@x.jp>'],
    skipped: ['header: メール, 名前'],
  },
  {
    what: 'an example in brackets, and a row to delete',
    given: 'file',
    text: 'Name,Email\n' + 'Ann (example),ann@sample.org\n' + 'Delete this row,x@sample.org\n' + 'Jane,jane@x.org\n',
    expect: ['? ann@sample.org: example', '? x@sample.org: example', 'Jane <jane@x.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'people who are called Example',
    given: 'file',
    text: 'Name,Email\n' + 'Example,jane@x.org\n' + '"Example, Bo",bo@x.org\n',
    expect: ['Example <jane@x.org>', 'Example, Bo <bo@x.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'a comment line above a table',
    given: 'file',
    text: '# Owner: boss@x.org\n' + 'Email,Name\n' + 'jane@x.org,Jane\n' + 'bo@x.org,Bo',
    expect: ['? boss@x.org: inComment', 'Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Email, Name'],
  },
  {
    what: 'two slashes before a list',
    given: 'clipboard',
    text: '// maintained by boss@x.org\n' + 'jane@x.org\n' + 'bo@x.org',
    expect: ['? boss@x.org: inComment', 'jane@x.org', 'bo@x.org'],
  },
  {
    what: 'a semicolon before a list',
    given: 'clipboard',
    text: '; list owner: boss@x.org\n' + 'jane@x.org\n' + 'bo@x.org',
    expect: ['? boss@x.org: inComment', 'jane@x.org', 'bo@x.org'],
  },
  {
    what: 'two dashes before a list',
    given: 'clipboard',
    text: '-- exported by boss@x.org\n' + 'jane@x.org\n',
    expect: ['? boss@x.org: inComment', 'jane@x.org'],
  },
  {
    what: 'a percent sign before a list',
    given: 'clipboard',
    text: '% Contact boss@x.org\n' + 'jane@x.org\n' + 'bo@x.org',
    expect: ['? boss@x.org: inComment', 'jane@x.org', 'bo@x.org'],
  },
  {
    what: 'an HTML comment',
    given: 'clipboard',
    text: '<!-- owner boss@x.org -->\n' + 'jane@x.org\n' + 'bo@x.org',
    expect: ['? boss@x.org: inComment', 'jane@x.org', 'bo@x.org'],
  },
  {
    what: 'REM before a list',
    given: 'clipboard',
    text: 'REM owner boss@x.org\n' + 'jane@x.org',
    expect: ['? boss@x.org: inComment', 'jane@x.org'],
  },
  {
    what: 'somebody commented out',
    given: 'clipboard',
    text: 'jane@x.org\n' + '# bo@x.org\n' + 'cy@x.org',
    expect: ['jane@x.org', '? bo@x.org: inComment', 'cy@x.org'],
  },
  {
    what: 'a sign before each address is a mark',
    given: 'clipboard',
    text: '# jane@x.org\n' + '# bo@x.org\n',
    expect: ['jane@x.org', 'bo@x.org'],
  },
  {
    what: 'dashes that mark items',
    given: 'clipboard',
    text: '-- jane@x.org\n' + '-- bo@x.org\n' + '- Cy <cy@x.org>',
    expect: ['jane@x.org', 'bo@x.org', 'Cy <cy@x.org>'],
  },
  {
    what: 'a group that is named by its address, above a table',
    given: 'file',
    text:
      'Members for group lab-list@x.org\n' +
      'Email address,Nickname,Group status\n' +
      'jane@x.org,Jane Doe,member\n' +
      'bo@x.org,Bo,member',
    expect: ['? lab-list@x.org: outsideTable', 'jane@x.org', 'bo@x.org'],
    skipped: ['header: Email address, Nickname, Group status'],
  },
  {
    what: 'the same above a list',
    given: 'clipboard',
    text: 'Members for group lab-list@x.org\n' + 'jane@x.org\n' + 'bo@x.org',
    expect: ['? lab-list@x.org: outsideTable', 'jane@x.org', 'bo@x.org'],
  },
  {
    what: 'who exported a table, below it',
    given: 'file',
    text: 'Email,Name,Role\n' + 'jane@x.org,Jane,A\n' + 'bo@x.org,Bo,B\n' + 'Exported by admin@x.org on 1 May\n',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>', '? admin@x.org: inComment'],
    skipped: ['header: Email, Name, Role'],
  },
  {
    what: 'who a report is for, above it',
    given: 'file',
    text: 'Report for boss@x.org,,\n' + ',,\n' + 'Name,Email,Role\n' + 'Jane,jane@x.org,A\n' + 'Bo,bo@x.org,B\n',
    expect: ['? boss@x.org: outsideTable', 'Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Name, Email, Role'],
  },
  {
    what: 'who made a list, in its first line',
    given: 'clipboard',
    text: 'Generated 2024 by boss@x.org\n' + 'jane@x.org\n' + 'bo@x.org\n',
    expect: ['? boss@x.org: outsideTable', 'jane@x.org', 'bo@x.org'],
  },
  {
    what: 'the owner of a list after a label',
    given: 'clipboard',
    text: 'Members: jane@x.org, bo@x.org\n' + 'Owner: boss@x.org',
    expect: ['jane@x.org', 'bo@x.org', '? boss@x.org: otherField'],
  },
  {
    what: 'the supervisor of a list after a label',
    given: 'clipboard',
    text: 'Supervisor: boss@x.org\n' + 'Students: jane@x.org, bo@x.org',
    expect: ['? boss@x.org: otherField', 'jane@x.org', 'bo@x.org'],
  },
  {
    what: 'a class list whose ids and names begin with #',
    given: 'file',
    text: 'OrgDefinedId,Username,Email\n' + '#0012,#jdoe,jane@x.org\n' + '#0013,#bex,bo@x.org\n',
    expect: ['jane@x.org', 'bo@x.org'],
    skipped: ['header: OrgDefinedId, Username, Email'],
  },
];
