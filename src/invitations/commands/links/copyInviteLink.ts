import * as l10n from '@vscode/l10n';
import { canceled, done, failed, type CommandResult } from '../../../prompts/commandResult';
import { fromMenuOnly, mayPick, rowIsMissing, type CommandTarget } from '../../../prompts/commandTarget';
import type { Person } from '../../ledger/person';
import { isPending } from '../../ledger/sentInvitation';
import { personOfTarget } from '../personOfTarget';
import type { InvitationDependencies } from '../invitationDependencies';
import { pickInvitation } from '../pickInvitation';
import { readInvitations } from '../readInvitations';
import { copyLinks } from './copyLinks';

/** "Copy Invite Link", from an invitation's row or with a picker, newest first. */
export async function copyInviteLink(
  dependencies: InvitationDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const read = await readInvitations(dependencies);
  if (read.kind !== 'read') {
    return read;
  }
  const askedOn = fromMenuOnly(target);
  if (!mayPick(askedOn)) {
    const ofRow = personOfTarget(askedOn, dependencies.ledger);
    return ofRow === undefined ? rowIsMissing(askedOn) : copy(dependencies, ofRow.person);
  }
  const pending = read.invitations.filter(isPending);
  if (pending.length === 0) {
    return failed({
      message: l10n.t('No invite links yet. They appear here after you invite people from this computer.'),
      remedies: [],
    });
  }
  const picked = await pickInvitation(dependencies.prompts, pending, {
    title: l10n.t('Copy Invite Link'),
    placeholder: l10n.t('Select an invitation (newest first)'),
  });
  return picked === undefined ? canceled : copy(dependencies, picked.person);
}

async function copy(dependencies: InvitationDependencies, { address, link }: Person): Promise<CommandResult> {
  if (link === undefined) {
    return failed({
      message: l10n.t("Prolific didn't return a link for this invitation. Look for it on the workspace's Team page."),
      remedies: [],
    });
  }
  await copyLinks(dependencies, [{ address, link }]);
  return done;
}
