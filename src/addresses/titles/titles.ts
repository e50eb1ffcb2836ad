import { isAccountTitle, isMailTitle } from './mailTitles';
import { isNameTitle } from './nameTitles';
import { isOfOtherPeople } from './otherPeople';
import { plainTitle } from './plainTitle';
import { anyOf } from './words';

const maxTitleLength = 100;
/** Field names in programs: `inviteeEmail`, `github_id`, `user.email`. */
const ofProgram = /^\[?(?:[a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:[_.][a-z\d]+)+)\]?$/;

/** Titles if they're alone, ordinary words elsewhere. */
const alone = /^(?:to|from|by)$/i;

/** Other words in titles. Nobody may have one of them as a name. */
const others = anyOf(
  'id, ids, *id, identifier, number, no, nr, num, code, login, username, user, account, role*, status, state, group*, section*, course*, class*, team*, cohort',
  'student*, participant*, learner*, member*, attendee*, guest*, invitee*, registrant*, respondent*, phone*, mobile, tel, telephone, cell, fax, address*, street, city',
  'country, zip, postcode, region, company, organisation*, organization*, institution*, department*, dept, faculty, school, university, position, job, occupation, date*, time*',
  'start*, end*, duration*, join*, joined, leave*, created*, modified*, updated*, last access, timestamp, progress, completion*, score*, grade*, points*, result*',
  'recipient*, sender*, cc, bcc, comment*, note*, notes, remark*, description, tag*, label*, type, title, salutation, gender, sex, age, birth*, language, locale, time zone, timezone, url, link',
  'website, consent, question*, answer*, response*, topic, meeting*, version*, level, year, semester, term, program*, degree, major, active, enabled, permission*',
  'middle*, nickname, initials, alias, message, reason, source, ip, location, device, total*, count, value, first, last, required, optional, redirection*, attributes',
  'rolle*, gruppe*, kurs*, klasse, matrikel*, telefon*, handy, adresse*, strasse, ort, stadt, plz, land, firma, abteilung, institut*, datum, uhrzeit, beginn, ende, dauer',
  'bemerkung*, anmerkung*, kommentar*, notiz*, anrede, titel, geschlecht, alter, geburt*, sprache, studiengang, semester, teilnehmer*, studierend*, benutzer*, kennung, mitglied*',
  'groupe*, cours, classe*, numero*, telephone*, portable, ville, pays, societe, departement, date*, heure*, debut, fin, duree, commentaire*, remarque*, civilite, etudiant*, identifiant, eleve*',
  'rol, grupo*, curso*, clase, telefono*, movil, direccion, ciudad, pais, empresa, fecha*, hora*, inicio, comentario*, notas, sexo, edad, idioma, estudiante*, alumno*, alumna*, usuario*, matricula',
  'ruolo, gruppo, corso, classe, telefono, cellulare, indirizzo, citta, azienda, data, ora, inizio, fine, nota, studente*, matricola, utente, papel, turma, telefone, celular, endereco, aluno*, estudante*',
  'groep, cursus, klas, telefoon*, adres, plaats, bedrijf, opmerking*, rooli, ryhma, kurssi, luokka, puhelin*, osoite, kaupunki, opiskelija*, grupp*, klass, telefon*, kommentar, elev*, hold, klasse, gruppe*',
  'rola, grupa, kurs, klasa, telefon, student*, rola, skupina, trida, osztaly, csoport, telefonszam, hallgato*, rol, grup, sinif, ogrenci*, numara, роль, группа, курс, класс, телефон, студент*, группа, група, клас',
  'ομαδα, τηλεφωνο, φοιτητ*, 学籍番号, 番号, 学年, 所属, 役割, 電話, 学生, クラス, 組, 备注, 備註, 学号, 學號, 电话, 電話, 手机, 班级, 班級, 角色, 序号, 번호, 학번, 전화, 역할, 소속, 학과, 반',
);

/** Whether it looks like the title of a column rather than a cell below one. */
export function isTitle(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > maxTitleLength || /@|%40|mailto:|:\/\//i.test(trimmed)) {
    return false;
  }
  return (
    ofProgram.test(trimmed) ||
    alone.test(trimmed) ||
    isMailTitle(trimmed) ||
    isNameTitle(trimmed) ||
    isAccountTitle(trimmed) ||
    isOfOtherPeople(trimmed) ||
    others(plainTitle(trimmed))
  );
}
