import * as l10n from '@vscode/l10n';
import { canceled, done, failed, type CommandResult } from '../../prompts/commandResult';
import { mayPick, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import { detached } from '../../prompts/detached';
import { requireSession } from '../../session/requireSession';
import { describeStorageFailure } from '../../session/sessionProblem';
import { describeUnsent } from '../../session/signOut';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { whenWorkspaceOfTargetRead } from '../../workspaces/commands/chooseWorkspace';
import type { InvitationDependencies } from './invitationDependencies';

/**
 * "Forget Invitations", of the row's workspace or, from the palette, of the account. Asks first, because it can't be
 * undone.
 */
export async function forgetInvitations(
  dependencies: InvitationDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const { ledger, store, prompts, log, runs } = dependencies;
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  await ledger.whenRead();
  const workspace = await whenWorkspaceOfTargetRead(target, store);
  if (workspace === undefined && !mayPick(target)) {
    return rowIsMissing(target);
  }
  const count = (workspace === undefined ? ledger.people : ledger.peopleOf(workspace.id)).length;
  if (count === 0 && ledger.gap?.kind !== 'unreadable') {
    const message = l10n.t('No invitations are stored on this computer.');
    detached(prompts.notify({ severity: 'info', message }), log);
    return done;
  }
  const unsent = runs.unsent(workspace?.id);
  const isAgreed = await prompts.confirm({
    message:
      workspace === undefined
        ? plural(
            l10n.t({
              message: 'Forget all invitations sent from this computer ({0})?',
              comment: ['{0} is a number of people.'],
            }),
            count,
          )
        : plural(
            l10n.t({
              message: 'Forget the invitations to {1} sent from this computer ({0})?',
              comment: ['{0} is a number of people, {1} the title of a workspace.'],
            }),
            count,
            titleOf(workspace),
          ),
    detail: [
      ...(unsent === 0 ? [] : [describeUnsent(unsent)]),
      l10n.t(
        "You won't be able to copy their links anymore. The invitations stay valid and are listed on the Team page in Prolific.",
      ),
    ].join('\n\n'),
    choices: [{ label: l10n.t('Forget'), value: true }],
  });
  if (isAgreed !== true) {
    return canceled;
  }
  const forgotten = await ledger.forget(session, workspace?.id);
  return forgotten.ok ? done : failed(describeStorageFailure(forgotten.failure));
}
