import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { requireSession } from '../../session/requireSession';
import { describeStorageFailure } from '../../session/sessionProblem';
import { plural } from '../../text/plural';
import { cancelled, done, failed, type CommandResult } from '../../prompts/commandResult';
import { mayPick, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import { whenWorkspaceOfTargetRead } from '../../workspaces/commands/chooseWorkspace';
import type { InvitationDependencies } from './inviteUsers';
import { titleOf } from '../../text/title';

/** "Forget Invitations": those to the workspace of the row, or from the palette all of the account. Asked, as it is final. */
export async function forgetInvitations(
  dependencies: InvitationDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  await dependencies.ledger.whenRead();
  const workspace = await whenWorkspaceOfTargetRead(target, dependencies.store);
  if (workspace === undefined && !mayPick(target)) {
    return rowIsMissing(target);
  }
  const entries = workspace === undefined ? dependencies.ledger.entries : dependencies.ledger.entriesOf(workspace.id);
  if (entries.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No invitations are stored on this computer.'));
    return done;
  }
  const forget = l10n.t('Forget');
  const chosen = await vscode.window.showWarningMessage(
    workspace === undefined
      ? plural(l10n.t('Forget all invitations sent from this computer ({0})?'), entries.length)
      : plural(
          l10n.t('Forget the invitations to {1} sent from this computer ({0})?'),
          entries.length,
          titleOf(workspace),
        ),
    {
      modal: true,
      detail: l10n.t(
        "You won't be able to copy their links anymore. The invitations stay valid and are listed on the Team page in Prolific.",
      ),
    },
    forget,
  );
  if (chosen !== forget) {
    return cancelled;
  }
  const forgotten = await dependencies.ledger.forget(session, workspace?.id);
  return forgotten.ok ? done : failed(describeStorageFailure(forgotten.failure));
}
