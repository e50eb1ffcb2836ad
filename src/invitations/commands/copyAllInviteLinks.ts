import * as l10n from '@vscode/l10n';
import { done, failed, type CommandEnd } from '../../prompts/commandResult';
import { chooseWorkspace } from '../../workspaces/commands/chooseWorkspace';
import { titleOf } from '../../workspaces/workspaceText';
import { copyLinks } from './copyLinks';
import type { InvitationParts } from './inviteUsers';
import { isPending, sentInvitations } from '../ledger/sentInvitation';

/** "Copy All Invite Links": the pending ones of a workspace, as a table of address and link. */
export async function copyAllInviteLinks(parts: InvitationParts, argument: unknown): Promise<CommandEnd> {
  const chosen = await chooseWorkspace(parts, argument, l10n.t('Copy All Invite Links'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  const { workspace } = chosen;
  await parts.ledger.whenRead();
  const pending = sentInvitations(parts.ledger.entriesOf(workspace.id), workspace.members, Date.now()).filter(
    isPending,
  );
  const links = pending.flatMap(({ person: { address, link } }) => (link === undefined ? [] : [{ address, link }]));
  if (links.length === 0) {
    const message = l10n.t('No pending invitation to {0} has a link that is kept here.', titleOf(workspace));
    return failed({ message, remedies: [] });
  }
  await copyLinks(links);
  return done;
}
