import type { Case } from './case';

/** Several columns hold addresses. */
export const columns: readonly Case[] = [
  {
    what: 'default column where the supervisor’s column has more (repeated) addresses',
    from: 'https://github.com/GAM-team/GAM/issues/1663 , https://github.com/attendanceproject/djattendance/issues/1380 (the other column was mailed)',
    given: 'file',
    text:
      'Name,Email,Supervisor email\n' +
      'Jane Doe,jane@example.org,boss@example.org\n' +
      'Cy Xu,,boss@example.org\n' +
      'Bo Example,bo@example.org,boss@example.org\n',
    asks: ['Email', 'Supervisor email'],
    expect: ['Jane Doe <jane@example.org>', '! Cy Xu, boss@example.org: noAddressInRow', 'Bo Example <bo@example.org>'],
    skipped: ['header: Name, Email, Supervisor email'],
  },
  {
    what: 'only the supervisor’s column is filled: those addresses are not the people’s',
    given: 'file',
    text: 'Name,Email,Supervisor email\n' + 'Ann,,boss@x.org\n' + 'Bo,,boss2@x.org\n',
    asks: ['Email', 'Supervisor email'],
    expect: ['! Ann, boss@x.org: noAddressInRow', '! Bo, boss2@x.org: noAddressInRow'],
    skipped: ['header: Name, Email, Supervisor email'],
  },
  {
    what: 'only a note holds an address, below the title of an empty column',
    given: 'file',
    text: 'Name,Email,Note\n' + 'Ann,,write boss@x.org\n' + 'Bo,,nothing\n',
    asks: ['Email', 'Note'],
    expect: ['! Ann, write boss@x.org: noAddressInRow', '! Bo, nothing: noAddressInRow'],
    skipped: ['header: Name, Email, Note'],
  },
  {
    what: 'an address that begins like the abbreviation of “for example”',
    given: 'file',
    text: 'Name,Email\n' + 'Egon,Eg.a@x.org\n' + 'Bo,bo@y.org\n',
    expect: ['Egon <Eg.a@x.org>', 'Bo <bo@y.org>'],
    skipped: ['header: Name, Email'],
  },
  {
    what: 'snake_case header and a second column of addresses',
    from: 'https://github.com/rubyforgood/casa/issues/568 , https://github.com/dodona-edu/dodona/issues/2801',
    given: 'file',
    text:
      'student_name,student_email,advisor_email\n' +
      'Jane,jane@example.org,boss@example.org\n' +
      'Bo,bo@example.org,boss@example.org\n',
    column: 'student_email',
    asks: ['student_email', 'advisor_email'],
    expect: ['Jane <jane@example.org>', 'Bo <bo@example.org>'],
    skipped: ['header: student_name, student_email, advisor_email'],
  },
  {
    what: 'second column of addresses under a title that is no word for e-mail',
    from: 'https://github.com/GAM-team/GAM/issues/1172 (parents.csv) , https://github.com/pnp/powerautomate-samples/pull/70 (“Created By” columns)',
    given: 'file',
    text:
      'Name,Email,Created By\n' + 'Jane,jane@example.org,admin@example.org\n' + 'Bo,bo@example.org,admin@example.org\n',
    column: 'Email',
    asks: ['Email', 'Created By'],
    expect: ['Jane <jane@example.org>', 'Bo <bo@example.org>'],
    skipped: ['header: Name, Email, Created By'],
  },
  {
    what: 'Finnish header and a second column of addresses',
    from: 'https://github.com/owncloud-archive/contacts/issues/1028 , https://github.com/GAM-team/GAM/issues/1172',
    given: 'file',
    text:
      'Nimi;Sähköposti;Ohjaajan sähköposti\n' +
      'Jane Doe;jane@example.org;boss@example.org\n' +
      'Bo Example;bo@example.org;boss@example.org\n',
    asks: ['Sähköposti', 'Ohjaajan sähköposti'],
    expect: ['Jane Doe <jane@example.org>', 'Bo Example <bo@example.org>'],
    skipped: ['header: Nimi, Sähköposti, Ohjaajan sähköposti'],
  },
  {
    what: 'titles in camel case',
    given: 'file',
    text: 'studentEmail;advisorEmail\n' + 'jane@x.org;boss@x.org\n' + 'bo@x.org;boss@x.org',
    asks: ['studentEmail', 'advisorEmail'],
    expect: ['jane@x.org', 'bo@x.org'],
    skipped: ['header: studentEmail, advisorEmail'],
  },
  {
    what: 'people as titles',
    given: 'file',
    text: 'Student,Advisor\n' + 'jane@x.org,boss@x.org\n' + 'bo@x.org,boss@x.org',
    asks: ['Student', 'Advisor'],
    expect: ['jane@x.org', 'bo@x.org'],
    skipped: ['header: Student, Advisor'],
  },
  {
    what: 'a guest name of a directory next to the mail',
    given: 'file',
    text:
      'UserPrincipalName,Mail\n' + 'jane_x.org#EXT#@t.onmicrosoft.com,jane@x.org\n' + 'bo@t.onmicrosoft.com,bo@x.org',
    asks: ['Mail', 'UserPrincipalName'],
    expect: ['jane@x.org', 'bo@x.org'],
    skipped: ['header: UserPrincipalName, Mail'],
  },
  {
    what: 'German parents before pupils',
    given: 'file',
    text:
      'Vorname;Nachname;E-Mail Eltern;E-Mail Schüler\n' + 'Jane;Doe;p@x.org;jane@x.org\n' + 'Bo;Ex;q@x.org;bo@x.org',
    asks: ['E-Mail Schüler', 'E-Mail Eltern'],
    expect: ['Jane Doe <jane@x.org>', 'Bo Ex <bo@x.org>'],
    skipped: ['header: Vorname, Nachname, E-Mail Eltern, E-Mail Schüler'],
  },
  {
    what: 'Japanese supervisors before students',
    given: 'file',
    text: '氏名,指導教員メール,メールアドレス\n' + '山田,s@x.jp,y@x.jp\n' + '鈴木,s@x.jp,z@x.jp',
    asks: ['メールアドレス', '指導教員メール'],
    expect: ['山田 <y@x.jp>', '鈴木 <z@x.jp>'],
    skipped: ['header: 氏名, 指導教員メール, メールアドレス'],
  },
  {
    what: 'Russian supervisors before students',
    given: 'file',
    text: 'Имя;Почта руководителя;Почта\n' + 'Иван;r@x.ru;i@x.ru\n' + 'Анна;r@x.ru;a@x.ru',
    asks: ['Почта', 'Почта руководителя'],
    expect: ['Иван <i@x.ru>', 'Анна <a@x.ru>'],
    skipped: ['header: Имя, Почта руководителя, Почта'],
  },
  {
    what: 'who made the entry, in Portuguese',
    given: 'file',
    text: 'Nome;E-mail;Criado por\n' + 'Jane;jane@x.org;admin@x.org\n' + 'Bo;bo@x.org;admin@x.org',
    asks: ['E-mail', 'Criado por'],
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Nome, E-mail, Criado por'],
  },
  {
    what: 'second and third addresses of the same people',
    given: 'file',
    text:
      'Recovery email,Email Address,Secondary Email\n' + 'r@x.org,jane@x.org,j2@x.org\n' + 's@x.org,bo@x.org,b2@x.org',
    asks: ['Email Address', 'Recovery email', 'Secondary Email'],
    expect: ['jane@x.org', 'bo@x.org'],
    skipped: ['header: Recovery email, Email Address, Secondary Email'],
  },
  {
    what: 'Dutch supervisors',
    given: 'file',
    text: 'Naam,Begeleider,E-mailadres\n' + 'Jane,boss@x.nl,jane@x.nl\n' + 'Bo,boss@x.nl,bo@x.nl',
    asks: ['E-mailadres', 'Begeleider'],
    expect: ['Jane <jane@x.nl>', 'Bo <bo@x.nl>'],
    skipped: ['header: Naam, Begeleider, E-mailadres'],
  },
  {
    what: 'French supervisors in a column of mail as well',
    given: 'file',
    text: 'Nom,Courriel du directeur,Courriel\n' + 'Jane,boss@x.fr,jane@x.fr\n' + 'Bo,boss@x.fr,bo@x.fr',
    asks: ['Courriel', 'Courriel du directeur'],
    expect: ['Jane <jane@x.fr>', 'Bo <bo@x.fr>'],
    skipped: ['header: Nom, Courriel du directeur, Courriel'],
  },
  {
    what: 'Spanish tutors',
    given: 'file',
    text: 'Nombre;Correo tutor;Correo alumno\n' + 'Jane;t@x.es;jane@x.es\n' + 'Bo;u@x.es;bo@x.es',
    asks: ['Correo alumno', 'Correo tutor'],
    expect: ['Jane <jane@x.es>', 'Bo <bo@x.es>'],
    skipped: ['header: Nombre, Correo tutor, Correo alumno'],
  },
  {
    what: 'Polish supervisors',
    given: 'file',
    text: 'Imię i nazwisko;E-mail promotora;E-mail\n' + 'Jane;p@x.pl;jane@x.pl\n' + 'Bo;p@x.pl;bo@x.pl',
    asks: ['E-mail', 'E-mail promotora'],
    expect: ['Jane <jane@x.pl>', 'Bo <bo@x.pl>'],
    skipped: ['header: Imię i nazwisko, E-mail promotora, E-mail'],
  },
  {
    what: 'Chinese parents',
    given: 'file',
    text: '姓名,家长邮箱,邮箱\n' + '王,p@x.cn,w@x.cn\n' + '李,q@x.cn,l@x.cn',
    asks: ['邮箱', '家长邮箱'],
    expect: ['王 <w@x.cn>', '李 <l@x.cn>'],
    skipped: ['header: 姓名, 家长邮箱, 邮箱'],
  },
  {
    what: 'Korean professors',
    given: 'file',
    text: '이름,지도교수 이메일,이메일\n' + '김,p@x.kr,k@x.kr\n' + '이,p@x.kr,l@x.kr',
    asks: ['이메일', '지도교수 이메일'],
    expect: ['김 <k@x.kr>', '이 <l@x.kr>'],
    skipped: ['header: 이름, 지도교수 이메일, 이메일'],
  },
  {
    what: 'sender and receiver of emails',
    given: 'file',
    text: 'From,To\n' + 'boss@x.org,jane@x.org\n' + 'boss@x.org,bo@x.org',
    asks: ['To', 'From'],
    expect: ['jane@x.org', 'bo@x.org'],
    skipped: ['header: From, To'],
  },
  {
    what: 'an owner in every row',
    given: 'file',
    text: 'Owner,Member\n' + 'admin@x.org,jane@x.org\n' + 'admin@x.org,bo@x.org\n' + 'admin@x.org,cy@x.org',
    asks: ['Member', 'Owner'],
    expect: ['jane@x.org', 'bo@x.org', 'cy@x.org'],
    skipped: ['header: Owner, Member'],
  },
  {
    what: 'a manager’s column that is full next to one that is not',
    given: 'file',
    text: 'Manager Email,Work Email\n' + 'm1@x.org,jane@x.org\n' + 'm2@x.org,\n' + 'm3@x.org,bo@x.org\n',
    asks: ['Work Email', 'Manager Email'],
    expect: ['jane@x.org', '! m2@x.org: noAddressInRow', 'bo@x.org'],
    skipped: ['header: Manager Email, Work Email'],
  },
  {
    what: 'an address in a column of notes',
    given: 'file',
    text: 'Name,E-Mail,Notes\n' + 'Jane,jane@x.org,ask boss@x.org first\n' + 'Bo,bo@x.org,\n',
    asks: ['E-Mail', 'Notes'],
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: Name, E-Mail, Notes'],
  },
  {
    what: 'aliases of a mailbox next to the mail',
    given: 'file',
    text:
      'displayName,proxyAddresses,mail\n' +
      'Jane,SMTP:jane@x.org;smtp:j@x.org,jane@x.org\n' +
      'Bo,SMTP:bo@x.org,bo@x.org\n',
    asks: ['mail', 'proxyAddresses'],
    expect: ['Jane <jane@x.org>', 'Bo <bo@x.org>'],
    skipped: ['header: displayName, proxyAddresses, mail'],
  },
];
