import * as l10n from '@vscode/l10n';
import type { Member, UserId, Workspace } from '../api';
import { inSentence } from '../text/sanitize';
import { joinAlternatives, joinList } from '../text/list';
import { roleName } from './roleText';

const adminRole = 'WORKSPACE_ADMIN';

/** How many admins are named to someone who has to ask one. */
const maxNamed = 3;

/**
 * What the account may do in a workspace. `unknown` if Prolific doesn't say: an empty list of roles proves nothing and
 * has been seen even for owners (Dallinger tests/test_prolific.py).
 */
export type Rights = 'admin' | 'notAdmin' | 'unknown';

export function rightsIn(workspace: Workspace, account: UserId | undefined): Rights {
  const roles = rolesIn(workspace, account);
  if (roles.includes(adminRole)) {
    return 'admin';
  }
  return roles.length === 0 || workspace.owner === account ? 'unknown' : 'notAdmin';
}

/** The role of the account in words. Undefined if Prolific doesn't say. */
export function myRole(workspace: Workspace, account: UserId | undefined): string | undefined {
  const roles = rolesIn(workspace, account);
  if (roles.length > 0) {
    return joinList(roles.map(roleName));
  }
  return account !== undefined && workspace.owner === account ? l10n.t('Owner') : undefined;
}

export function memberName(member: Pick<Member, 'id' | 'name' | 'email'>): string {
  return inSentence(member.name) || inSentence(member.email ?? '') || inSentence(member.id);
}

/** Who to ask for something only admins can do, such as "Bo Lindqvist or Zoë Núñez". Undefined if no admin is known. */
export function adminsToAsk(workspace: Workspace, account: UserId | undefined): string | undefined {
  const admins = workspace.members.filter(({ id, roles }) => roles.includes(adminRole) && id !== account);
  const names = admins.slice(0, maxNamed).map(memberName);
  return names.length === 0 ? undefined : joinAlternatives(names);
}

function rolesIn(workspace: Workspace, account: UserId | undefined): readonly string[] {
  return workspace.members.find(({ id }) => id === account)?.roles ?? [];
}
