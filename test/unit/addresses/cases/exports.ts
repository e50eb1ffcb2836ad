import type { Case } from './case';

/** G: words about people that aren't taken as addresses. */
export const exports: readonly Case[] = [
  {
    what: 'Zoom participants: meeting data above, guests without address',
    from: 'https://github.com/ComputerScienceHouse/conditional/issues/314',
    given: 'file',
    text:
      'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n' +
      '123 456 789,Lab seminar,09/07/2021 06:00:00 PM,09/07/2021 07:00:00 PM,host@example.org,61,3\n' +
      '\n' +
      'Name (Original Name),User Email,Total Duration (Minutes),Guest\n' +
      'Jane Doe (Student),jane@example.org,61,No\n' +
      'Sam Guest,,60,Yes\n' +
      'Bo Example,bo@example.org,58,No\n',
    expect: [
      '? host@example.org: outsideTable',
      'Jane Doe (Student) <jane@example.org>',
      '! Sam Guest, 60, Yes: noAddressInRow',
      'Bo Example <bo@example.org>',
    ],
    skipped: [
      'caption: Meeting ID, Topic, Start Time, End Time, User Email, Duration (Minutes), Participants',
      'header: Name (Original Name), User Email, Total Duration (Minutes), Guest',
    ],
  },
  {
    what: 'Pipes as separators, with and without "sep=|"',
    from: 'https://github.com/ppepito13/innowacja2026/issues/24',
    given: 'file',
    text:
      'sep=|\r\n' +
      'Name|Email|Role\r\n' +
      'Jane Doe|jane@example.org|Admin\r\n' +
      'Bo Example|bo@example.org|Admin\r\n',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: ['header: Name, Email, Role'],
  },
  {
    what: 'Google Groups members export: a title line above the header',
    given: 'file',
    text:
      'Members for group Methods seminar\n' +
      'Email address,Nickname,Group status,Email status,Email preference,Posting permissions,Join year,Time zone\n' +
      'jane@example.org,Jane Doe,member,,email,allowed,2023,PST\n' +
      'bo@example.com,Bo Example,member,bouncing,email,allowed,2023,PST\n',
    expect: ['jane@example.org', 'bo@example.com'],
    skipped: [
      'caption: Members for group Methods seminar',
      'header: Email address, Nickname, Group status, Email status, Email preference, Posting permissions, Join year, Time zone',
    ],
  },
  {
    what: 'Sympa dump: key and value on each line',
    from: 'https://sympa.community/manual/customize/basics-list-config.html (dump files)',
    given: 'clipboard',
    text:
      'email jane@example.org\n' +
      'gecos Jane Doe\n' +
      'reception mail\n' +
      'visibility noconceal\n' +
      '\n' +
      'email bo@example.org\n' +
      'gecos Bo Example\n',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
  },
  {
    what: 'a Teams meeting: three parts in one file',
    given: 'file',
    text:
      'Meeting title\tLab\n' +
      'Attended participants\t2\n' +
      '\n' +
      '2. Participants\n' +
      'Name\tFirst Join\tEmail\tParticipant ID (UPN)\tRole\n' +
      'Jane Doe\t1/1\tjane@x.org\tjane@x.org\tPresenter\n' +
      'Guest Cy\t1/1\t\t\tAttendee\n' +
      '\n' +
      '3. In-Meeting Activities\n' +
      'Name\tJoin Time\tEmail\tRole\n' +
      'Jane Doe\t1/1\tjane@x.org\tPresenter\n',
    column: 'Email',
    asks: ['Email', 'Participant ID (UPN)'],
    expect: ['Jane Doe <jane@x.org>', '! Guest Cy, 1/1, Attendee: noAddressInRow', 'Jane Doe <jane@x.org>'],
    skipped: [
      'caption: Meeting title, Lab',
      'caption: Attended participants, 2',
      'caption: 2. Participants',
      'header: Name, First Join, Email, Participant ID (UPN), Role',
      'caption: 3. In-Meeting Activities',
      'header: Name, Join Time, Email, Role',
    ],
  },
  {
    what: 'a webinar: the host has another table than the attendees',
    given: 'file',
    text:
      'Attendee Report\n' +
      'Report Generated:,1 May\n' +
      'Topic,Webinar ID\n' +
      'Lab,123\n' +
      'Host Details\n' +
      'Attended,User Name (Original Name),Email,Join Time\n' +
      'Yes,Boss,boss@x.org,1\n' +
      'Attendee Details\n' +
      'Attended,User Name (Original Name),First Name,Last Name,Email,Join Time\n' +
      'Yes,Jane,Jane,Doe,jane@x.org,1\n' +
      'Yes,Bo,Bo,Ex,bo@x.org,1\n' +
      'No,Cy,Cy,Xu,,\n',
    expect: ['? boss@x.org: outsideTable', 'Jane <jane@x.org>', 'Bo <bo@x.org>', '! No, Cy, Cy, Xu: noAddressInRow'],
    skipped: [
      'caption: Attendee Report',
      'caption: Report Generated:, 1 May',
      'caption: Topic, Webinar ID',
      'caption: Lab, 123',
      'caption: Host Details',
      'caption: Attended, User Name (Original Name), Email, Join Time',
      'caption: Attendee Details',
      'header: Attended, User Name (Original Name), First Name, Last Name, Email, Join Time',
    ],
  },
  {
    what: 'a survey with three rows of titles',
    given: 'file',
    text:
      'StartDate,EndDate,RecipientEmail,Q1\n' +
      'Start Date,End Date,Recipient Email,"What is your name?"\n' +
      '"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""email""}","{""ImportId"":""QID1""}"\n' +
      '1,2,jane@x.org,Jane\n' +
      '1,2,bo@x.org,Bo\n',
    expect: ['jane@x.org', 'bo@x.org'],
    skipped: [
      'header: StartDate, EndDate, RecipientEmail, Q1',
      'header: Start Date, End Date, Recipient Email, What is your name?',
      'header: {"ImportId":"startDate"}, {"ImportId":"endDate"}, {"ImportId":"email"}, {"ImportId":"QID1"}',
    ],
  },
  {
    what: 'output of a database',
    given: 'clipboard',
    text:
      '+------+------------+\n' +
      '| name | email      |\n' +
      '+------+------------+\n' +
      '| Jane | jane@x.org |\n' +
      '| Bo   | bo@x.org   |\n' +
      '+------+------------+\n' +
      '2 rows in set',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: name, email', 'words: 2 rows in set'],
  },
  {
    what: 'titles that are repeated',
    given: 'file',
    text: 'Name,Email\n' + 'Jane,jane@x.org\n' + 'Name,Email\n' + 'Bo,bo@x.org\n',
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Name, Email', 'header: Name, Email'],
  },
  {
    what: 'an email around a list',
    given: 'clipboard',
    text:
      'Dear all,\n' +
      '\n' +
      'please invite the following people to the study:\n' +
      '\n' +
      'Jane Doe <jane@x.org>\n' +
      'Bo Ex <bo@x.org>\n' +
      '\n' +
      'Best wishes\n',
    expect: ['Jane Doe <jane@x.org>', 'Bo Ex <bo@x.org>'],
    skipped: ['words: Dear all,', 'words: Best wishes'],
  },
  {
    what: 'Ctrl+Z twice, and zeros',
    given: 'file',
    text: 'jane@x.org\r\n' + 'bo@x.org\r\n' + '\u001a\u001a',
    expect: ['jane@x.org', 'bo@x.org'],
  },
  {
    what: 'alternating lines of names and addresses',
    given: 'clipboard',
    text: 'Jane Doe\n' + 'jane@x.org\n' + 'Bo Example\n' + 'bo@x.org\n',
    expect: ['jane@x.org', 'bo@x.org'],
  },
];
