import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import { canceled, done, failed, type CommandResult } from '../../prompts/commandResult';
import { mayPick, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import { describeFailure } from '../../text/failureText';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import type { InvitedPerson } from '../ledger/run';
import { earlierInvitations } from '../plan/earlier';
import { planInvitations } from '../plan/plan';
import { personOfTarget } from './personOfTarget';
import type { InvitationDependencies } from './invitationDependencies';
import { pickInvitation } from './pickInvitation';
import { type ReadInvitations, readInvitations } from './readInvitations';
import { sendAndReport } from './sendAndReport';

/**
 * "Invite Again": sends a new email to someone who hasn't accepted, in the same role. Asks first, because it's a
 * second one.
 */
export async function inviteAgain(dependencies: InvitationDependencies, target: CommandTarget): Promise<CommandResult> {
  const read = await readInvitations(dependencies);
  if (read.kind !== 'read') {
    return read;
  }
  const { ledger, store } = dependencies;
  const invited = mayPick(target) ? await pickOpen(dependencies, read) : personOfTarget(target, ledger);
  if (invited === 'canceled') {
    return canceled;
  }
  if (invited === undefined) {
    return mayPick(target)
      ? failed({ message: l10n.t('There are no invitations to send again.'), remedies: [] })
      : rowIsMissing(target);
  }
  const workspace = store.get(invited.run.workspaceId);
  if (workspace === undefined) {
    const { failure } = store.list;
    return failure === undefined ? rowIsMissing(target) : failed(describeFailure(failure));
  }
  // Planned before asking, so that someone who is invited elsewhere in the meantime gets no further email.
  const plan = planFor(invited, dependencies);
  if (plan.toInvite.length === 0) {
    return failed({ message: l10n.t('This invitation is already being sent.'), remedies: [] });
  }
  if (!(await isAgreed(dependencies, invited, workspace))) {
    return canceled;
  }
  await sendAndReport(dependencies, { session: read.session, workspace, plan, sendsDespiteGap: true });
  return done;
}

function planFor({ run, person }: InvitedPerson, { ledger }: InvitationDependencies) {
  const { address, name } = person;
  return planInvitations({
    entries: [{ kind: 'valid', address, ...(name === undefined ? {} : { name }) }],
    members: [],
    earlier: earlierInvitations(ledger.peopleOf(run.workspaceId)),
    role: run.role,
    inviteAgain: { invited: true, unknown: true },
  });
}

async function isAgreed(
  { prompts }: InvitationDependencies,
  { run, person }: InvitedPerson,
  workspace: Workspace,
): Promise<boolean> {
  const [address, title] = [inSentence(person.address), titleOf(workspace)];
  const agreed = await prompts.confirm({
    message:
      run.role === 'WORKSPACE_ADMIN'
        ? l10n.t({
            message: 'Invite {0} to {1} as {2} again?',
            args: [address, title, roleName(run.role)],
            comment: ['{0} is an email address, {1} the title of a workspace, {2} the name of a role.'],
          })
        : l10n.t({
            message: 'Invite {0} to {1} again?',
            args: [address, title],
            comment: ['{0} is an email address, {1} the title of a workspace.'],
          }),
    detail: l10n.t("Prolific sends a new email. You can't withdraw invitations from VS Code."),
    choices: [{ label: l10n.t('Send New Email'), value: true }],
  });
  return agreed === true;
}

async function pickOpen(
  { prompts }: InvitationDependencies,
  { invitations }: ReadInvitations,
): Promise<InvitedPerson | 'canceled' | undefined> {
  const open = invitations.filter(({ status }) => status !== 'accepted');
  if (open.length === 0) {
    return undefined;
  }
  const picked = await pickInvitation(prompts, open, {
    title: l10n.t('Invite Again'),
    placeholder: l10n.t('Select who to invite again (newest first)'),
  });
  return picked ?? 'canceled';
}
