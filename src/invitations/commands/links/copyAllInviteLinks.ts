import * as l10n from '@vscode/l10n';
import { done, failed, type CommandResult } from '../../../prompts/commandResult';
import { fromMenuOnly, type CommandTarget } from '../../../prompts/commandTarget';
import { titleOf } from '../../../text/title';
import { chooseWorkspace } from '../../../workspaces/commands/chooseWorkspace';
import { isPending, sentInvitations } from '../../ledger/sentInvitation';
import type { InvitationDependencies } from '../invitationDependencies';
import { copyLinks } from './copyLinks';

/** "Copy All Invite Links": copies the pending links of a workspace as a table of address and link. */
export async function copyAllInviteLinks(
  dependencies: InvitationDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseWorkspace(dependencies, fromMenuOnly(target), l10n.t('Copy All Invite Links'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  const { workspace } = chosen;
  const { ledger, clock } = dependencies;
  await ledger.whenRead();
  const pending = sentInvitations(ledger.peopleOf(workspace.id), workspace.members, clock.now()).filter(isPending);
  const links = pending.flatMap(({ person: { address, link } }) => (link === undefined ? [] : [{ address, link }]));
  if (links.length === 0) {
    const message = l10n.t('No stored links for pending invitations to {0}.', titleOf(workspace));
    return failed({ message, remedies: [] });
  }
  await copyLinks(dependencies, links);
  return done;
}
