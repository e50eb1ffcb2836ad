import type { InvitationRole } from '../../api';
import { roleName } from '../../workspaces/roleText';
import { plainTitle } from '../../addresses/titles/plainTitle';
import { exactly } from '../../addresses/titles/words';
import type { WantedRole } from './roster';

const isAdmin = exactly(
  'admin, admins, administrator, administrators, workspace admin, lab manager, administratorin, administrateur, administratrice, administrador, administradora, amministratore, amministratrice, beheerder, administratör, jarjestelmanvalvoja, yllapitaja, administrator obszaru, spravce, admin uzivatel, rendszergazda, yonetici, администратор, админ, адміністратор, διαχειριστης, 管理者, 管理员, 管理員, 관리자, מנהל, مشرف',
);
const isCollaborator = exactly(
  'collaborator, collaborators, workspace collaborator, member, members, mitarbeiter, mitarbeiterin, mitarbeitende, mitglied, collaborateur, collaboratrice, membre, colaborador, colaboradora, miembro, membro, collaboratore, medewerker, lid, medarbetare, medlem, samarbeidspartner, samarbejdspartner, yhteistyokumppani, jasen, wspolpracownik, czlonek, spolupracovnik, clen, munkatars, tag, is birlikcisi, uye, соавтор, участник, сотрудник, учасник, συνεργατης, 共同作業者, メンバー, 协作者, 成员, 協作者, 成員, 공동작업자, 구성원, 멤버, חבר, متعاون',
);
/** Owners come with a workspace: nobody can be invited as one, and their roles may be empty. */
const isOwner = exactly(
  'owner, workspace owner, besitzer, besitzerin, eigentumer, eigentumerin, inhaber, inhaberin, proprietaire, propietario, propietaria, proprietario, proprietaria, eigenaar, agare, ejer, eier, omistaja, wlasciciel, vlastnik, tulajdonos, sahip, владелец, власник, κατοχος, 所有者, オーナー, 拥有者, 擁有者, 소유자',
);

const admin: InvitationRole = 'WORKSPACE_ADMIN';
const collaborator: InvitationRole = 'WORKSPACE_COLLABORATOR';

/** Reads a cell with one or more roles. `inUse` are the roles that members have, which may be new ones. */
export function readRole(cell: string, inUse: ReadonlySet<string>): WantedRole {
  const text = cell.trim();
  if (text === '' || isOwner(plainTitle(text))) {
    return { kind: 'any' };
  }
  const whole = roleOf(text, inUse);
  const parts = whole === undefined ? text.split(/[;,/|]/).filter((part) => part.trim() !== '') : [text];
  const roles = parts.flatMap((part) => (isOwner(plainTitle(part)) ? [] : [roleOf(part, inUse)]));
  const known = roles.filter((role) => role !== undefined);
  const [first, ...others] = known;
  return first === undefined || known.length < roles.length
    ? { kind: 'unknown', text }
    : { kind: 'roles', roles: [first, ...others] };
}

export function looksLikeRole(cell: string): boolean {
  const text = cell.trim();
  return isOwner(plainTitle(text)) || roleOf(text, new Set()) !== undefined;
}

function roleOf(text: string, inUse: ReadonlySet<string>): string | undefined {
  const plain = plainTitle(text);
  const isCalled = (role: string) => plainTitle(role) === plain || plainTitle(roleName(role)) === plain;
  if (isAdmin(plain) || isCalled(admin)) {
    return admin;
  }
  if (isCollaborator(plain) || isCalled(collaborator)) {
    return collaborator;
  }
  return [...inUse].find(isCalled);
}

/** Returns the role to invite somebody with. If the roster doesn't say, it's the one with fewer rights. */
export function invitedAs(role: WantedRole): InvitationRole | undefined {
  if (role.kind === 'any') {
    return collaborator;
  }
  if (role.kind === 'unknown') {
    return undefined;
  }
  return role.roles.includes(admin) ? admin : role.roles.includes(collaborator) ? collaborator : undefined;
}

/** Returns whether two lists of roles are equivalent. Admins can do everything, whatever other roles they have. */
export function areSameRoles(one: readonly string[], other: readonly string[]): boolean {
  return one.includes(admin) || other.includes(admin)
    ? one.includes(admin) && other.includes(admin)
    : one.every((role) => other.includes(role)) && other.every((role) => one.includes(role));
}
