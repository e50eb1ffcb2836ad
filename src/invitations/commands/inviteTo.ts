import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import { canceled, done, type Canceled, type Done } from '../../prompts/commandResult';
import type { SignedIn } from '../../session/session';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import { type InvitationPlan, needsConfirmation } from '../plan/plan';
import type { EntryOutcome } from '../report/outcomes';
import { askWhomToInvite, type WizardStart } from '../wizard/inviteWizard';
import type { InvitationDependencies } from './invitationDependencies';
import { sendAndReport } from './sendAndReport';

/** The result of inviting, with the outcomes for callers that need them. */
export interface Invited extends Done {
  readonly outcomes: readonly EntryOutcome[];
}

/** Runs the wizard for one workspace, sends, and reports. */
export async function inviteTo(
  dependencies: InvitationDependencies,
  session: SignedIn,
  workspace: Workspace,
  start: WizardStart,
): Promise<Invited | Canceled | 'back'> {
  await dependencies.ledger.whenRead();
  const answer = await askWhomToInvite(dependencies, session, workspace, start);
  if (answer.kind !== 'answered') {
    return answer.kind === 'back' ? 'back' : canceled;
  }
  const { plan } = answer.value;
  if (!(await confirmIfNeeded(dependencies, workspace, plan))) {
    return canceled;
  }
  const report = await sendAndReport(dependencies, { session, workspace, ...answer.value });
  return { ...done, outcomes: report.outcomes };
}

async function confirmIfNeeded(
  { prompts }: InvitationDependencies,
  workspace: Workspace,
  plan: InvitationPlan,
): Promise<boolean> {
  if (!needsConfirmation(plan)) {
    return true;
  }
  const agreed = await prompts.confirm({
    message: plural(
      l10n.t('{0, plural, one {Invite # person to {1} as {2}?} other {Invite # people to {1} as {2}?}}'),
      plan.toInvite.length,
      titleOf(workspace),
      roleName(plan.role),
    ),
    detail: l10n.t("Prolific emails each person. You can't withdraw invitations from VS Code."),
    choices: [{ label: l10n.t('Invite'), value: true }],
  });
  return agreed === true;
}
