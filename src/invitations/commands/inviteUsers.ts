import * as l10n from '@vscode/l10n';
import { canceled, type CommandResult } from '../../prompts/commandResult';
import { mayPick, type CommandTarget } from '../../prompts/commandTarget';
import { chooseWorkspace } from '../../workspaces/commands/chooseWorkspace';
import { GivenPeople } from '../wizard/people/givenPeople';
import type { InvitationDependencies } from './invitationDependencies';
import { inviteTo } from './inviteTo';

/** "Invite Users": asks for workspace, addresses, and role, shows the plan, and sends. */
export async function inviteUsers(dependencies: InvitationDependencies, target: CommandTarget): Promise<CommandResult> {
  const isPicked = mayPick(target);
  const people = new GivenPeople();
  for (;;) {
    const step = isPicked ? { number: 1, of: 4 } : undefined;
    const chosen = await chooseWorkspace(dependencies, target, l10n.t('Invite Users'), step);
    if (chosen.kind !== 'chosen') {
      return chosen;
    }
    const result = await inviteTo(dependencies, chosen.session, chosen.workspace, {
      people,
      stepsBefore: isPicked ? 1 : 0,
    });
    if (result !== 'back') {
      return result;
    }
    if (!isPicked) {
      return canceled;
    }
  }
}
