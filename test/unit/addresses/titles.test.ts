import { strict as assert } from 'node:assert';
import { isMailTitle } from '../../../src/addresses/titles/mailTitles';
import { namePartOf } from '../../../src/addresses/titles/nameTitles';
import { isOfOtherPeople } from '../../../src/addresses/titles/otherPeople';
import { isTitle } from '../../../src/addresses/titles/titles';

describe('The title of a column', () => {
  const ofMail = [
    ...[
      'Email',
      'E-mail',
      'e-mail address',
      'EMAIL',
      'eMail',
      'student_email',
      'studentEmail',
      'E-mail 1 - Value',
      'Mail',
    ],
    ...['user.email', 'PrimarySmtpAddress', 'What is your e-mail address?', 'E-Mail-Adresse', 'Schulmail', 'Courriel'],
    ...[
      'Adresse électronique',
      'Correo electrónico',
      'Posta elettronica',
      'Endereço eletrônico',
      'E-mailadres',
      'E-post',
    ],
    ...[
      'Sähköposti',
      'Adres e-mail',
      'E-posta',
      'Tölvupóstur',
      'Почта',
      'Эл. адрес',
      'Електронна пошта',
      'Ηλεκτρονικό',
    ],
    ...[
      'メール',
      'メールアドレス',
      '邮箱',
      '電子郵件',
      '이메일',
      'البريد الإلكتروني',
      'דוא"ל',
      'ईमेल',
      'อีเมล',
      'Thư điện tử',
    ],
  ];
  for (const title of ofMail) {
    it(`says email: ${title}`, () => assert.ok(isMailTitle(title)));
  }

  const ofNoMail = [
    'Mailing address',
    'Voicemail',
    'Email status',
    'E-mail 1 - Label',
    'E-mail Type',
    'Mailing List',
    'Name',
  ];
  for (const title of ofNoMail) {
    it(`does not say email: ${title}`, () => assert.ok(!isMailTitle(title)));
  }

  const ofOthers = [
    ...[
      'Supervisor email',
      'advisor_email',
      'Parent',
      'Guardian e-mail',
      'Created By',
      'createdBy',
      'Manager',
      'Owner',
    ],
    ...[
      'E-Mail Eltern',
      'Betreuerin',
      'Erstellt von',
      'Courriel du directeur',
      'Créé par',
      'Correo tutor',
      'Criado por',
    ],
    ...[
      'Orientador',
      'Relatore',
      'Begeleider',
      'Ohjaajan sähköposti',
      'Handledare',
      'Veileder',
      'Vejleder',
      'Promotor',
    ],
    ...[
      'Vedoucí',
      'Témavezető',
      'Danışman',
      'Почта руководителя',
      'Επιβλέπων',
      '指導教員',
      '保護者',
      '家长',
      '지도교수',
      'مشرف',
    ],
  ];
  for (const title of ofOthers) {
    it(`is about others: ${title}`, () => assert.ok(isOfOtherPeople(title)));
  }

  it('does not count as being about others if it is about the people themselves', () => {
    const own = [
      'Student email',
      'E-Mail Schüler',
      'Participant',
      'メールアドレス',
      'Work Email',
      'Почта',
      'Correo alumno',
    ];
    assert.deepEqual(own.filter(isOfOtherPeople), []);
  });

  it('says which part of a name its column holds', () => {
    const parts = {
      'Full name': 'whole',
      Anzeigename: 'whole',
      氏名: 'whole',
      Vorname: 'given',
      Prénom: 'given',
    } as const;
    for (const [title, part] of Object.entries(parts)) {
      assert.equal(namePartOf(title), part, title);
    }
    assert.equal(namePartOf('Nachname'), 'family');
    assert.equal(namePartOf('Nickname'), undefined);
  });

  it('is told apart from the rows below it', () => {
    assert.deepEqual(['Jane Doe', 'Bo', 'jane@x.org', '', 'Cy Xu', 'mailto:jane%40x.org', '12'].filter(isTitle), []);
    assert.deepEqual(
      ['SIS Login ID', 'github_username', 'Section', 'Rolle'].filter((title) => !isTitle(title)),
      [],
    );
  });
});
