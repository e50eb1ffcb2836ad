import * as l10n from '@vscode/l10n';
import { inviteToSeveral } from '../../invitations/commands/inviteToSeveral';
import { askRole } from '../../invitations/wizard/askRole';
import { canceled, failed, type CommandResult } from '../../prompts/commandResult';
import { type ReadWorkspaces, workspaceChoices } from '../../workspaces/commands/chooseWorkspace';
import { memberName, rightsIn } from '../../workspaces/rights';
import type { Person } from '../everybody';
import type { PeopleDependencies } from './peopleDependencies';

/** "Invite to Other Workspaces": invites somebody to workspaces they aren't in yet. */
export async function inviteElsewhere(
  dependencies: PeopleDependencies,
  { session, list }: ReadWorkspaces,
  person: Person,
  email: string,
): Promise<CommandResult> {
  const { prompts, selectedWorkspaceId } = dependencies;
  const title = l10n.t({
    message: 'Invite {0} to Other Workspaces',
    args: [memberName(person)],
    comment: ['{0} is the name or email address of a person.'],
  });
  const memberOf = new Set(person.memberships.map(({ workspace }) => workspace.id));
  const others = [...list.workspaces.values()].filter(
    (workspace) => !memberOf.has(workspace.id) && rightsIn(workspace, session.account.id) !== 'notAdmin',
  );
  if (others.length === 0) {
    return failed({
      message: l10n.t({
        message: '{0} is already in every workspace this account can invite people to.',
        args: [memberName(person)],
        comment: ['{0} is the name or email address of a person.'],
      }),
      remedies: [],
    });
  }
  const chosen = await prompts.pickMany({
    title,
    placeholder: l10n.t('Select the workspaces'),
    choices: workspaceChoices(others, selectedWorkspaceId()),
  });
  if (chosen.kind !== 'answered' || chosen.value.length === 0) {
    return canceled;
  }
  const role = await askRole(prompts, { title });
  if (role.kind !== 'answered') {
    return canceled;
  }
  const { raw: name } = person.name;
  const entry = { kind: 'valid', address: email, ...(name.trim() === '' ? {} : { name }) } as const;
  const people = [{ entry, role: role.value }];
  return inviteToSeveral(
    dependencies,
    session,
    title,
    chosen.value.map((workspace) => ({ workspace, people })),
  );
}
