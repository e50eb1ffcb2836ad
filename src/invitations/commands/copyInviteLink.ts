import * as l10n from '@vscode/l10n';
import { requireSession } from '../../session/requireSession';
import { inSentence } from '../../text/sanitize';
import { pickOne } from '../../prompts/pick';
import { cancelled, done, failed, type CommandResult } from '../../prompts/commandResult';
import { fromMenuOnly, mayPick, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import type { Person } from '../ledger/batch';
import { copyLinks } from './copyLinks';
import { entryOfTarget } from './entryOfTarget';
import { describeInvitation, titleOfWorkspace } from '../ledger/invitationText';
import type { InvitationDependencies } from './inviteUsers';
import { allSentInvitations, isPending } from '../ledger/sentInvitation';

/** "Copy Invite Link", from an invitation's row or with a picker, the newest first. */
export async function copyInviteLink(
  dependencies: InvitationDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  await dependencies.ledger.whenRead();
  const askedOn = fromMenuOnly(target);
  if (!mayPick(askedOn)) {
    const ofRow = entryOfTarget(askedOn, dependencies.ledger);
    return ofRow === undefined ? rowIsMissing(askedOn) : copy(ofRow.person);
  }
  const pending = allSentInvitations(dependencies.ledger, dependencies.store, Date.now()).filter(isPending);
  if (pending.length === 0) {
    return failed({
      message: l10n.t('No invite links yet. They appear here after you invite people from this computer.'),
      remedies: [],
    });
  }
  const answer = await pickOne({
    title: l10n.t('Copy Invite Link'),
    placeholder: l10n.t('Select an invitation (newest first)'),
    choices: pending.map((invitation) => ({
      label: inSentence(invitation.person.address),
      description: describeInvitation(invitation),
      detail: titleOfWorkspace(invitation.batch),
      value: invitation.person,
    })),
  });
  return answer.kind === 'answered' ? copy(answer.value) : cancelled;
}

async function copy(person: Person): Promise<CommandResult> {
  if (person.link === undefined) {
    return failed({
      message: l10n.t("Prolific didn't return a link for this invitation. Look for it on the workspace's Team page."),
      remedies: [],
    });
  }
  await copyLinks([{ address: person.address, link: person.link }]);
  return done;
}
