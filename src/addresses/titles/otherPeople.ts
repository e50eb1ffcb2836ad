import { plainTitle } from './plainTitle';
import { anyOf } from './words';

/** People whose address is beside somebody's because they have to do with that person or with the list. */
const others = anyOf(
  'supervis*, superviz*, advisor*, adviser*, parent*, guardian*, mother*, father*, mom, mum, dad, carer*, caregiver*, next of kin',
  'manager*, line manager*, boss, owner*, teacher*, instructor*, tutor*, mentor*, coach*, lecturer*, professor*, prof, faculty contact',
  'principal investigator, pi, head, head of*, director*, secretary, secretar*, administrator*, admin, assistant*, coordinator*, contact person',
  'emergency*, referee*, reference*, spouse, partner*, sender*, from, reply to, return path, bcc, approver*, sponsor*, responsible*, host, organiser*, organizer*',
  'created by, creator*, modified by, updated by, changed by, edited by, added by, invited by, inviter, assigned*, submitted by, uploaded by',
  'entered by, imported by, registered by, recruited by, recruiter*, referred by, requested by, requester*, nominated by, supporter, support, group email',
  '*betreu*, vorgesetzt*, eltern*, erziehungsberechtigt*, mutter*, vater*, lehrer*, *lehrkraft*, lehrperson*, dozent*, *leiter*, *leitung*, ansprechpartner*',
  'erstellt von, erstellt durch, geandert von, angelegt von, ersteller*, verantwortlich*, chef*, notfall*, absender*, ausbilder*, prufer*, gutachter*',
  'encadrant*, directeur*, directrice*, responsable*, parents, mere, pere, tuteur*, tutrice*, superviseur*, cree par, modifie par, ajoute par, enseignant*',
  'professeur*, maitre*, urgence*, expediteur*, padre*, madre*, creado por, modificado por, anadido por, profesor*, docente*, jefe*, jefa*, encargad*, apoderad*',
  'orientador*, responsavel*, pai, mae, encarregad*, criado por, modificado por, professor*, relatore*, relatrice*, genitor*, creato da, modificato da, insegnant*',
  'begeleid*, ouder*, leidinggevend*, gemaakt door, aangemaakt door, gewijzigd door, leerkracht*, leraar*, verzorger*, contactpersoon, afzender',
  'ohjaaja*, huoltaja*, vanhem*, opettaja*, esimies*, esihenkil*, luonut, luoja, lisannyt, yhteyshenkil*, handledar*, foralder*, vardnadshavare*, malsman*',
  'larare*, skapad av, andrad av, veileder*, foresatt*, forelder*, foreldre*, laerer*, leder*, opprettet av, endret av, vejleder*, foraeld*, oprettet af',
  'opiekun*, promotor*, rodzic*, nauczyciel*, przelozon*, utworzon*, dodan*, kierownik*, vedouci*, rodic*, ucitel*, vytvoril*, skolitel*, zakonn*',
  'temavezet*, szul*, tanar*, felettes*, letrehoz*, konzulens*, danisman*, veli, velisi*, ebeveyn*, ogretmen*, yonetici*, olusturan*, indrumator*, parinte*, profesor*',
  'mentor*, roditelj*, nadreden*, vadov*, vaditaj*, juhendaj*, lapsevanem*, επιβλεπ*, εποπτ*, γονε*, καθηγητ*, δημιουργ*',
  '*руководител*, родител*, преподавател*, учител*, начальник*, создал*, создан*, кем создан*, куратор*, опекун*, керівник*, батьк*, викладач*, створ*',
  '指導教員, 指導教授, 指導者, 保護者, 上司, 作成者, 登録者, 更新者, 担当, 教員, 先生, 監督, 上長, 管理者, 責任者, 父, 母, 紹介者, 招待者',
  '导师, 導師, 家长, 家長, 主管, 经理, 經理, 创建, 創建, 建立者, 老师, 老師, 教师, 教師, 监护, 監護, 负责人, 負責人, 管理员, 管理員, 指导, 指導, 邀请人',
  '지도교수, 보호자, 부모, 학부모, 관리자, 작성자, 담당, 상사, 교수, 선생, 책임자, 등록자, *مشرف*, *ولي*, *مدير*, *معلم*, *מנחה*, *הורה*, *הורים*, *מנהל*, *מורה*',
);

/** Whether the title names supervisors, parents, or authors of the list instead of its people. */
export function isOfOtherPeople(title: string): boolean {
  return others(plainTitle(title));
}
