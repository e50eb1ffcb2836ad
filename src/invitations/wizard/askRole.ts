import * as l10n from '@vscode/l10n';
import { type InvitationRole, invitationRoles } from '../../api';
import type { PickResult, Prompts, StepPosition } from '../../prompts/prompts';
import { roleName } from '../../workspaces/roleText';

export interface RoleQuestion {
  readonly title: string;
  readonly step?: StepPosition;
  readonly active?: InvitationRole;
}

/** Asks for the role in which to invite everyone. */
export function askRole(prompts: Prompts, question: RoleQuestion): Promise<PickResult<InvitationRole>> {
  const details: Readonly<Record<InvitationRole, string>> = {
    WORKSPACE_COLLABORATOR: l10n.t('Can work on studies and projects and view the balance.'),
    WORKSPACE_ADMIN: l10n.t('Can also invite and remove members and rename the workspace.'),
  };
  return prompts.pick({
    ...question,
    placeholder: l10n.t("Role for everyone you're inviting"),
    choices: invitationRoles.map((role) => ({ label: roleName(role), detail: details[role], value: role })),
  });
}
