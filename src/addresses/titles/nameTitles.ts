import { plainTitle } from './plainTitle';
import { anyOf, exactly } from './words';

const whole = exactly(
  'name, full name, fullname, display name, displayname, complete name, student name, participant name, person name, member name, learner name',
  'student, participant, participants, learner, person, attendee, attendee name, user, user name original name, name original name, cn, gecos, fn',
  'first and last name, first last name, name of student, name of participant, your name, formatted name, file as, nom complet, nom et prenom',
  'nombre completo, nombre y apellidos, apellidos y nombre, nome completo, nome e cognome, cognome e nome, vollstandiger name, anzeigename, voller name',
  'vor und nachname, name vorname, nachname vorname, teilnehmer, teilnehmerin, teilnehmende, studierende, schuler, volledige naam, naam, weergavenaam, deelnemer',
  'koko nimi, nimi, namn, fullstandigt namn, navn, fulde navn, fullt navn, fullt nafn, nafn, imie i nazwisko, nazwisko i imie, jmeno a prijmeni, cele jmeno',
  'meno a priezvisko, nev, teljes nev, ad soyad, adi soyadi, isim soyisim, nume complet, nume si prenume, ime i prezime, nimi, vards uzvards, vardas pavarde',
  'фио, ф и о, полное имя, имя и фамилия, фамилия и имя, піб, ονοματεπωνυμο, 氏名, 名前, お名前, 姓名, 名字, 学生姓名, 學生姓名, 이름, 성명, 성함, الاسم, الاسم الكامل, שם, שם מלא, नाम, ชื่อ',
);
const given = exactly(
  'first name, firstname, given name, givenname, forename, first, given, prenom, vorname, rufname, nombre, nombres, primer nombre, nome, primeiro nome',
  'voornaam, roepnaam, etunimi, fornamn, tilltalsnamn, fornavn, fornavne, imie, jmeno, krestni jmeno, meno, keresztnev, utonev, ad, adi, prenume, ime, eesnimi',
  'vards, vardas, имя, імя, ім я, ονομα, 名, 下の名前, first name 名, الاسم الاول, שם פרטי',
);
const family = exactly(
  'last name, lastname, family name, familyname, surname, last, family, sn, nom, nom de famille, nachname, familienname, zuname, apellido, apellidos',
  'primer apellido, cognome, sobrenome, apelido, ultimo nome, achternaam, familienaam, sukunimi, efternamn, etternavn, efternavn, nazwisko, prijmeni, priezvisko',
  'vezeteknev, csaladnev, soyad, soyadi, soyisim, nume, nume de familie, prezime, priimek, perekonnanimi, uzvards, pavarde, фамилия, прізвище, επωνυμο, επιθετο, 姓, اللقب, اسم العائلة, שם משפחה',
);

export type NamePart = 'whole' | 'given' | 'family';

/** Returns which part of a name is in the column with this title, if any. */
export function namePartOf(title: string): NamePart | undefined {
  const plain = plainTitle(title);
  if (whole(plain)) {
    return 'whole';
  }
  return given(plain) ? 'given' : family(plain) ? 'family' : undefined;
}

const anyName = anyOf(
  '*name, name*, nombre*, apellido*, prenom*, nom, nome, cognome, sobrenome, naam, *naam, nimi, *nimi, namn, *namn, navn, *navn, nafn',
  'imie, nazwisko, jmeno, prijmeni, meno, nev, *nev, ad, soyad*, isim, ime, prezime, nume, prenume, nick*, имя, фамилия, отчество, фио, ім я, прізвище',
  'ονομα*, επωνυμο, 氏名, 名前, 姓名, 姓, 名字, 이름, 성명, *الاسم*, שם, नाम, ชื่อ',
);

export function isNameTitle(title: string): boolean {
  return anyName(plainTitle(title));
}
