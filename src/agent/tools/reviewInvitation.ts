import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import type { InvitationPlan } from '../../invitations/plan/plan';
import { describeLeftOut, describePointedOut } from '../../invitations/plan/planText';
import { plural } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import { isBusy, type AskingDependencies } from '../askingUser';

/**
 * Asks in a dialog that names number and workspace. What Enter presses shows everybody: a key that was pressed for something
 * else sends nothing.
 */
export async function userInvites(
  dependencies: Omit<AskingDependencies, 'log'>,
  workspace: Workspace,
  plan: InvitationPlan,
): Promise<boolean> {
  const { prompts } = dependencies;
  for (;;) {
    const choice = await prompts.confirm<'review' | 'invite'>({
      message: plural(
        l10n.t('{0, plural, one {Invite # person to {1} as {2}?} other {Invite # people to {1} as {2}?}}'),
        plan.toInvite.length,
        titleOf(workspace),
        roleName(plan.role),
      ),
      detail: [
        l10n.t('An AI agent requested this.'),
        ...describeLeftOut(plan).map(({ label }) => label),
        l10n.t("Prolific emails each person. You can't withdraw invitations from VS Code."),
      ].join('\n'),
      choices: [
        { label: l10n.t('Review People'), value: 'review' },
        { label: l10n.t('Invite'), value: 'invite' },
      ],
      isUnexpected: true,
    });
    if (choice !== 'review') {
      return choice === 'invite';
    }
    await prompts.pick(everybody(workspace, plan));
    // The user opened something of their own, which closed the list.
    if (isBusy(dependencies)) {
      return false;
    }
  }
}

/** Lists everybody the agent named, people to invite first. */
function everybody(workspace: Workspace, plan: InvitationPlan) {
  const toInvite = plan.toInvite.map((address) => ({ icon: 'mail', label: inSentence(address), value: undefined }));
  const others = [...describePointedOut(plan), ...describeLeftOut(plan)].flatMap(({ label, entries }) =>
    entries.map(({ text, why }) => ({
      icon: 'info',
      label: text,
      description: why ?? label,
      value: undefined,
    })),
  );
  return {
    title: l10n.t('Invite Users to {0}', titleOf(workspace)),
    placeholder: l10n.t('Press Enter or Escape to go back'),
    choices: [...toInvite, ...others],
  };
}
