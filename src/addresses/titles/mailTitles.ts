import { plainTitle } from './plainTitle';
import { anyOf } from './words';

/** What people and programs call an email address, by language, Latin scripts first. */
const mail = anyOf(
  'email*, *email, e mail*, mail, *mail, mailadres*, mailbox*, primary smtp*, smtp*',
  'courriel*, mel, adresse electronique, correo*, correu*, posta elettronica, indirizzo e*, endereco eletronico, correio*',
  'epost*, *epost, e post*, sahkoposti*, *sahkoposti*, spost, eposta*, e posta*, *eposta, netfang*, tolvupost*, rafpost*',
  'poczta, poczty, e poczta, adres e, elektronicka posta, elektronska posta, e naslov, e pasts, epasts, el pastas, el pasto',
  'drotposta*, villamposta*, levelezesi cim, adresa electronica, posta electronica, emel, e mel, surel, ebost, riomhphost',
  'thu dien tu, dia chi thu, hom thu, barua pepe, eposti*, meil, imeeli, e poct*',
  '*почт*, *пошт*, имеил, имэил, емаил, емеил, эл адрес, електронна адреса, ηλεκτρονικ*, ημαιλ, ιμειλ',
  'メール, メアド, アドレス, 邮箱, 郵箱, 邮件, 郵件, 信箱, 电邮, 電郵, 電子信, 이메일, 메일, 전자우편, 전자 우편',
  '*بريد*, *ايميل*, *إيميل*, דואל, דוא ל, *אימייל*, *מייל*, ईमेल, ई मेल, ইমেইল, ই মেইল, மின்னஞ்சல், อีเมล, ایمیل, رایانامه',
);
/** Titles with “mail” that don't mean an address. */
const otherMail = anyOf(
  'mailing address, mailing street, mailing city, mailing list, mailing state, mailing zip*, mailing country, voice mail, voicemail',
  'mail stop, mail code, mail merge, email status, email preference*, email type, email label, email display*, email opt*, email sent',
  'email verified, email validated, email format, email subject, email consent, email domain, email bounced, email count',
  'e mail status, e mail type, e mail display*, e mail 1 label, e mail 2 label, e mail 3 label, e mail typ, e mail anzeigename*',
);

/** Whether this is the title of a column or field with email addresses. */
export function isMailTitle(title: string): boolean {
  const plain = /[@%]|mailto:/i.test(title) ? '' : plainTitle(title);
  return mail(plain) && !otherMail(plain);
}

/** Account names look like addresses and usually aren't. */
const account = anyOf(
  'upn, user principal*, userprincipal*, principal name, proxy address*, sip, sip address*, im address*, msrtcsip*, external id, guest upn',
);
/** Another address of the same person. */
const further = anyOf(
  'alternate*, alternative*, alternativ*, secondary, second, other, additional, backup, recovery, old, former, previous, non primary',
  'zweit*, sekundar*, weitere*, alte, secondaire*, autre*, ancien*, secundari*, otro, otra, alternativo*, altro, altra, toinen, vara',
  'andra, anden, sekundaer*, drug*, dalsi, masik, diger, ikinci, дополнительн*, друг*, запасн*, додатков*, 予備, 備用, 备用, 其他, 보조',
);

export function isAccountTitle(title: string): boolean {
  return account(plainTitle(title));
}

export function isFurtherTitle(title: string): boolean {
  return further(plainTitle(title));
}
