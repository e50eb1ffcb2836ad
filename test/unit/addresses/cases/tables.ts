import type { Case } from './case';

/** Tables as programs write them. */
export const tables: readonly Case[] = [
  {
    what: 'Google Contacts CSV, several addresses in one cell',
    from: 'https://github.com/owncloud-archive/contacts/issues/574 , /820',
    given: 'file',
    text:
      'First Name,Middle Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Value\n' +
      'Jane,,Doe,* Work,jane@example.org ::: j.doe@example.com,Home,jane.home@example.net,1\n' +
      'Bo,,Example,* ,bo@example.org,,,2',
    column: 'E-mail 1 - Value',
    asks: ['E-mail 1 - Value', 'E-mail 2 - Value'],
    expect: ['jane@example.org', 'j.doe@example.com', 'Bo Example <bo@example.org>'],
    skipped: [
      'header: First Name, Middle Name, Last Name, E-mail 1 - Label, E-mail 1 - Value, E-mail 2 - Label, E-mail 2 - Value, Phone 1 - Value',
    ],
  },
  {
    what: 'Outlook contacts CSV with E-mail Type and Display Name; an Exchange DN in place of an address',
    from: 'https://github.com/MicrosoftDocs/power-automate-docs/issues/336',
    given: 'file',
    text:
      '"Title","First Name","Middle Name","Last Name","E-mail Address","E-mail Type","E-mail Display Name","E-mail 2 Address","Notes"\r\n' +
      '"","Jane","","Doe","jane@example.org","SMTP","Jane Doe (jane@example.org)","","x"\r\n' +
      '"","Bo","","Example","/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=bo","EX","Bo Example","",""\r\n' +
      '"","Cy","","Xu","cy@example.org","SMTP","Cy Xu (cy@example.org)","",""\r\n',
    column: 'E-mail Address',
    asks: ['E-mail Address', 'E-mail Display Name'],
    expect: [
      'Jane Doe <jane@example.org>',
      '! Bo, Example, /o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=bo, EX, Bo Example: noAddressInRow',
      'Cy Xu <cy@example.org>',
    ],
    skipped: [
      'header: Title, First Name, Middle Name, Last Name, E-mail Address, E-mail Type, E-mail Display Name, E-mail 2 Address, Notes',
    ],
  },
  {
    what: 'Thunderbird address book CSV (German)',
    from: 'https://github.com/owncloud-archive/contacts/issues/1028',
    given: 'file',
    text:
      'Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Messenger-Name,Tel. dienstlich\n' +
      'Jane,Doe,Jane Doe,,jane@example.org,jane2@example.com,,\n' +
      'Bo,Example,,,bo@example.org,,,',
    column: 'Primäre E-Mail-Adresse',
    asks: ['Primäre E-Mail-Adresse', 'Sekundäre E-Mail-Adresse'],
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: [
      'header: Vorname, Nachname, Anzeigename, Spitzname, Primäre E-Mail-Adresse, Sekundäre E-Mail-Adresse, Messenger-Name, Tel. dienstlich',
    ],
  },
  {
    what: 'Semicolons and a header (European Excel)',
    from: 'https://github.com/part-up/part-up/issues/376 , https://github.com/mettle/sendportal/issues/67',
    given: 'file',
    text: 'name;email\r\n' + 'Jane Doe;jane@example.org\r\n' + 'Bo Example;bo@example.org\r\n',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: ['header: name, email'],
  },
  {
    what: 'UTF-8 byte-order mark before the first address, no header',
    from: 'https://github.com/decidim/decidim/issues/7780 , https://github.com/codeforjapan/decidim-cfj/issues/202',
    given: 'file',
    text:
      '\ufeffuser01@example.com,user_name_01\n' +
      'user02@example.com,user_name_02\n' +
      'user03@example.com,user_name_03',
    expect: ['user01@example.com', 'user02@example.com', 'user03@example.com'],
  },
  {
    what: 'Header with spaces after the titles',
    from: 'https://github.com/kartoza/prj.app/issues/1149',
    given: 'file',
    text: 'name ,lastname ,email \n' + 'john,doe,johndoe@example.org\n' + 'jane,doe,janedoe@example.org',
    expect: ['john doe <johndoe@example.org>', 'jane doe <janedoe@example.org>'],
    skipped: ['header: name, lastname, email'],
  },
  {
    what: 'Cells padded with spaces to equal width, JSON in a cell',
    from: 'https://github.com/knadh/listmonk/issues/1070',
    given: 'file',
    text:
      'email                                   , name                , attributes\n' +
      'jane@example.org                        , Unknown Name        , "{""mailchimp"": true}"\n' +
      'bo@example.org                          , Unknown Name        , "{""mailchimp"": true}"',
    expect: ['Unknown Name <jane@example.org>', 'Unknown Name <bo@example.org>'],
    skipped: ['header: email, name, attributes'],
  },
  {
    what: 'One column of addresses: a guesser must not take @ for the separator',
    from: 'https://github.com/vitorfs/colossus/issues/25',
    given: 'file',
    text: 'iloveyou@example.com\n' + 'jane@example.org',
    expect: ['iloveyou@example.com', 'jane@example.org'],
  },
  {
    what: 'Semicolon after each address (ISO table of one column)',
    from: 'https://github.com/chamilo/chamilo-lms/issues/1389',
    given: 'file',
    text: 'email;\n' + 'jdoe@example.org;\n' + 'jmontoya@example.org;',
    expect: ['jdoe@example.org', 'jmontoya@example.org'],
    skipped: ['header: email'],
  },
  {
    what: 'Apostrophes, carets, a space inside, trailing separators',
    from: 'https://github.com/mautic/mautic/pull/4158',
    given: 'file',
    text:
      'email\n' +
      "mike.o'neal@example.com\n" +
      'mike.o^neal@example.com\n' +
      'mike@example.com;\n' +
      'mike@oneal.email',
    expect: ["mike.o'neal@example.com", 'mike.o^neal@example.com', 'mike@example.com', 'mike@oneal.email'],
  },
  {
    what: 'Two addresses in one cell with a line break',
    from: 'https://github.com/mysociety/alaveteli/issues/7652',
    given: 'file',
    text: 'Name,Email\n' + 'Body One,"foo@example.com\n' + 'bar@example.com"\n' + 'Body Two,baz@example.com',
    expect: ['foo@example.com', 'bar@example.com', 'Body Two <baz@example.com>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'Brightspace class list: #ids and an End-of-Line column',
    given: 'file',
    text:
      'OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator\n' +
      '#0012,#jdoe,Doe,Jane,jane@example.org,#\n' +
      '#0013,#bex,Example,Bo,bo@example.org,#',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: ['header: OrgDefinedId, Username, Last Name, First Name, Email, End-of-Line Indicator'],
  },
  {
    what: 'Canvas gradebook: "Points Possible" row, test student, login is the address',
    from: 'https://github.com/PrairieLearn/PrairieLearn/issues/4547',
    given: 'file',
    text:
      'Student,ID,SIS User ID,SIS Login ID,Section,Essay (101)\n' +
      '    Points Possible,,,,,10\n' +
      '"Doe, Jane",11,u11,jane@example.org,A,9\n' +
      '"Example, Bo",12,u12,bo@example.org,A,8\n' +
      '"Student, Test",99,,,A,',
    expect: ['Doe, Jane <jane@example.org>', 'Example, Bo <bo@example.org>', '! Student, Test, 99, A: noAddressInRow'],
    skipped: ['header: Student, ID, SIS User ID, SIS Login ID, Section, Essay (101)', 'header: Points Possible, 10'],
  },
  {
    what: 'Moodle attendance export: rows with course and group above the table',
    from: 'https://github.com/danmarsden/moodle-mod_attendance/issues/263',
    given: 'file',
    text:
      'Course,PSY101 Methods\n' +
      'Group,All participants\n' +
      '\n' +
      'Last name,First name,Email address,"1 Jan 2024 10.00AM"\n' +
      'Doe,Jane,jane@example.org,P\n' +
      'Example,Bo,bo@example.org,P',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: [
      'caption: Course, PSY101 Methods',
      'caption: Group, All participants',
      'header: Last name, First name, Email address, 1 Jan 2024 10.00AM',
    ],
  },
  {
    what: '"sep=;" line, and the same with a byte-order mark and in quotes',
    from: 'https://github.com/ppepito13/innowacja2026/issues/24',
    given: 'file',
    text: '\ufeff"sep=;"\r\n' + 'Name;E-Mail\r\n' + 'Jürgen;j@example.org\r\n' + 'Zoë;z@example.org\r\n',
    expect: ['Jürgen <j@example.org>', 'Zoë <z@example.org>'],
    skipped: ['header: Name, E-Mail'],
  },
  {
    what: 'PowerShell Export-Csv: "#TYPE" line above the header',
    from: 'https://github.com/KelvinTegelaar/CIPP/issues/2563 (such exports)',
    given: 'file',
    text:
      '#TYPE Selected.Microsoft.Exchange\r\n' +
      '"DisplayName","PrimarySmtpAddress"\r\n' +
      '"Jane Doe","jane@example.org"\r\n' +
      '"Bo Example","bo@example.org"\r\n',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: ['comment: #TYPE Selected.Microsoft.Exchange', 'header: DisplayName, PrimarySmtpAddress'],
  },
  {
    what: 'Old Mac line endings (CR alone)',
    from: 'https://github.com/mafintosh/csv-parser/pull/19 , https://github.com/mholt/PapaParse/issues/345',
    given: 'file',
    text: 'Email,Name\rjane@example.org,Jane\rbo@example.org,Bo\r',
    expect: ['Jane <jane@example.org>', 'Bo <bo@example.org>'],
    skipped: ['header: Email, Name'],
  },
  {
    what: 'Line endings LF in the header and CRLF in the rows',
    from: 'https://github.com/mholt/PapaParse/pull/1123',
    given: 'file',
    text: 'name,email\n' + 'Jane,jane@example.org\r\n' + 'Bo,bo@example.org\r\n' + 'Cy,cy@example.org',
    expect: ['Jane <jane@example.org>', 'Bo <bo@example.org>', 'Cy <cy@example.org>'],
    skipped: ['header: name, email'],
  },
  {
    what: 'Quotes that are not closed, and quotes inside a field',
    from: 'https://github.com/mholt/PapaParse/issues/468 , /112',
    given: 'file',
    text: 'Name,Email\n' + '"Jane "JJ" Doe",jane@example.org\n' + '"Bo,bo@example.org\n' + 'Cy 5\'10",cy@example.org',
    expect: ['Jane "JJ" Doe <jane@example.org>', 'Bo <bo@example.org>', "Cy 5'10 <cy@example.org>"],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'formulas and guards: ="a", \'a, HYPERLINK',
    from: 'https://github.com/aliasvault/aliasvault/issues/2418 , https://github.com/apache/rocketmq-dashboard/issues/2756 , https://github.com/hhurz/tableExport.jquery.plugin/issues/230',
    given: 'file',
    text:
      'Name,Email\r\n' +
      'Jane,"=""jane@example.org"""\r\n' +
      "Bo,'bo@example.org\r\n" +
      'Cy,"=HYPERLINK(""mailto:cy@example.org"",""cy@example.org"")"\r\n',
    expect: ['Jane <jane@example.org>', 'Bo <bo@example.org>', 'Cy <cy@example.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'titles with spaces in front, “eMail” in capitals of its own',
    from: 'https://github.com/arafat-web/Bulk-Email-Sender/issues/11',
    given: 'file',
    text:
      'Given Name, Family Name, eMail Address, Company, Phone, Notes\n' +
      'Cy, Xu, cy@example.com, Sample Company,,\n' +
      'Isa,,isa@example.com,,,a short note',
    expect: ['Cy Xu <cy@example.com>', 'Isa <isa@example.com>'],
    skipped: ['header: Given Name, Family Name, eMail Address, Company, Phone, Notes'],
  },
  {
    what: 'GitHub Classroom roster: the address under “identifier”',
    from: 'https://github.com/github-education-resources/classroom/issues/1184 , /448 , /pull/1312',
    given: 'file',
    text:
      '"identifier","github_username","github_id","name"\n' +
      '"jane@example.org","janedoe","123","Jane Doe"\n' +
      '"bo@example.org","","",""',
    expect: ['Jane Doe <jane@example.org>', 'bo@example.org'],
    skipped: ['header: identifier, github_username, github_id, name'],
  },
  {
    what: 'Discourse bulk invite: address, groups with semicolons, topic',
    from: 'https://github.com/discourse/discourse/pull/2415',
    given: 'file',
    text: 'jane@example.org,group1;group2,12\n' + 'bo@example.org,group1,\n' + 'cy@example.org',
    expect: ['jane@example.org', 'bo@example.org', 'cy@example.org'],
  },
  {
    what: 'Nextcloud Talk: "email","name"',
    from: 'https://github.com/nextcloud/spreed/pull/13871',
    given: 'file',
    text: '"email","name"\n' + '"jane@example.org","Jane Doe"\n' + '"bo@example.org","Bo Example"',
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: ['header: email, name'],
  },
  {
    what: 'SuiteCRM accounts: “Email Address” and “Non Primary E-mails”',
    from: 'https://github.com/SuiteCRM/SuiteCRM/issues/4923',
    given: 'file',
    text:
      '"Name","ID","Website","Email Address","Non Primary E-mails","Assigned User"\n' +
      '"Jane","1","http://","jane@example.org","jane2@example.com;jane3@example.com","admin"\n' +
      '"Bo","2","http://","bo@example.org","","admin"',
    column: 'Email Address',
    asks: ['Email Address', 'Non Primary E-mails'],
    expect: ['Jane <jane@example.org>', 'Bo <bo@example.org>'],
    skipped: ['header: Name, ID, Website, Email Address, Non Primary E-mails, Assigned User'],
  },
  {
    what: 'Microsoft Forms: “Email” holds “anonymous”, the address was a question',
    from: 'form of Microsoft Forms’ workbook; asked about in https://github.com/AndrewGodlewsky/AI-Dev-Survey/issues/10',
    given: 'file',
    text:
      'ID,Start time,Completion time,Email,Name,What is your e-mail address?\n' +
      '1,1/5/24 10:00,1/5/24 10:05,anonymous,,jane@example.org\n' +
      '2,1/5/24 11:00,1/5/24 11:05,anonymous,,bo@example.org',
    expect: ['jane@example.org', 'bo@example.org'],
    skipped: ['header: ID, Start time, Completion time, Email, Name, What is your e-mail address?'],
  },
  {
    what: 'a text file of nothing but addresses, from Excel with a byte-order mark',
    from: 'https://github.com/mitodl/mitxpro/issues/965 , https://github.com/knadh/listmonk/issues/65 , https://github.com/Intermesh/groupoffice/issues/653',
    given: 'file',
    text: '\ufeffjane@example.org\r\n' + 'bo@example.org\r\n' + 'cy@example.org\r\n',
    expect: ['jane@example.org', 'bo@example.org', 'cy@example.org'],
  },
];
