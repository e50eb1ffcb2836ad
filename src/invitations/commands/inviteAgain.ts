import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { requireSession } from '../../session/requireSession';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { pickOne } from '../../prompts/pick';
import { cancelled, done, failed, type CommandResult } from '../../prompts/commandResult';
import { mayPick, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import { entryOfTarget } from './entryOfTarget';
import { describeInvitation, titleOfWorkspace } from '../ledger/invitationText';
import { sendAndReport, type InvitationDependencies } from './inviteUsers';
import type { LedgerEntry } from '../ledger/ledger';
import { planInvitations } from '../plan/plan';
import { allSentInvitations } from '../ledger/sentInvitation';

/** "Invite Again": sends somebody who has not accepted a new mail, in the same role. Asked, since it is a second mail. */
export async function inviteAgain(dependencies: InvitationDependencies, target: CommandTarget): Promise<CommandResult> {
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  await dependencies.ledger.whenRead();
  const entry = mayPick(target) ? await pickInvitation(dependencies) : entryOfTarget(target, dependencies.ledger);
  if (entry === 'cancelled') {
    return cancelled;
  }
  if (entry === undefined && !mayPick(target)) {
    return rowIsMissing(target);
  }
  const workspace = entry === undefined ? undefined : dependencies.store.get(entry.batch.workspaceId);
  if (entry === undefined || workspace === undefined) {
    return failed({ message: l10n.t('There are no invitations to send again.'), remedies: [] });
  }
  const { address } = entry.person;
  const send = l10n.t('Send New Email');
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('Invite {0} to {1} again?', inSentence(address), titleOf(workspace)),
    { modal: true, detail: l10n.t("Prolific sends a new email. You can't withdraw invitations from VS Code.") },
    send,
  );
  if (chosen !== send) {
    return cancelled;
  }
  const entries = [{ kind: 'valid', address }] as const;
  const { role } = entry.batch;
  const plan = planInvitations({ entries, members: [], invitedBefore: new Map(), role, inviteAgain: true });
  await sendAndReport(dependencies, { session, workspace, plan });
  return done;
}

async function pickInvitation({
  ledger,
  store,
}: InvitationDependencies): Promise<LedgerEntry | 'cancelled' | undefined> {
  const open = allSentInvitations(ledger, store, Date.now()).filter(({ status }) => status !== 'accepted');
  if (open.length === 0) {
    return undefined;
  }
  const answer = await pickOne<LedgerEntry>({
    title: l10n.t('Invite Again'),
    placeholder: l10n.t('Select who to invite again (newest first)'),
    choices: open.map((invitation) => ({
      label: inSentence(invitation.person.address),
      description: describeInvitation(invitation),
      detail: titleOfWorkspace(invitation.batch),
      value: invitation,
    })),
  });
  return answer.kind === 'answered' ? answer.value : 'cancelled';
}
