import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { requireSession } from '../../session/requireSession';
import { counted } from '../../text/plural';
import { cancelled, done, type CommandEnd } from '../../prompts/commandResult';
import { workspaceOfArgument } from '../../workspaces/commands/chooseWorkspace';
import { titleOf } from '../../workspaces/workspaceText';
import type { InvitationParts } from './inviteUsers';

/** "Forget Invitations": those to the workspace of the row, or from the palette all of the account. Asked, as it is final. */
export async function forgetInvitations(parts: InvitationParts, argument: unknown): Promise<CommandEnd> {
  const session = await requireSession(parts.sessions);
  if (session.kind !== 'signedIn') {
    return session;
  }
  await parts.ledger.whenRead();
  const workspace = workspaceOfArgument(argument, parts.store);
  const entries = workspace === undefined ? parts.ledger.entries : parts.ledger.entriesOf(workspace.id);
  if (entries.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No invitations are kept on this computer.'));
    return done;
  }
  const forget = l10n.t('Forget');
  const chosen = await vscode.window.showWarningMessage(
    workspace === undefined
      ? counted(l10n.t('Forget all invitations that were sent from here ({0})?'), entries.length)
      : counted(
          l10n.t('Forget the invitations to {1} that were sent from here ({0})?'),
          entries.length,
          titleOf(workspace),
        ),
    {
      modal: true,
      detail: l10n.t(
        'Their links cannot be copied from here any more. The invitations themselves stay valid: Prolific lists them on the Team page.',
      ),
    },
    forget,
  );
  if (chosen !== forget) {
    return cancelled;
  }
  await parts.ledger.forget(workspace?.id);
  return done;
}
