import * as l10n from '@vscode/l10n';
import { answered, type PickResult, type StepPosition } from '../../prompts/prompts';
import { plural } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { pickOne, type Choice } from '../../prompts/pick';
import { roleName } from '../../workspaces/roleText';
import type { InvitationPlan } from '../plan/plan';
import { describeLeftOut, describePointedOut, type PlanLine } from '../plan/planText';

type CheckChoice =
  { readonly kind: 'send' } | { readonly kind: 'includeInvited' } | { readonly kind: 'look'; readonly line: PlanLine };

/**
 * The last step: shows what will happen in numbers. Each list can be looked at, and those invited before can be taken in.
 * `planFor` makes the plan, with or without inviting people again.
 */
export async function askCheck(
  title: string,
  step: StepPosition,
  planFor: (inviteAgain: boolean) => InvitationPlan,
): Promise<PickResult<InvitationPlan>> {
  let inviteAgain = false;
  for (;;) {
    const plan = planFor(inviteAgain);
    const answer = await pickOne<CheckChoice>({
      title,
      step,
      placeholder: l10n.t("Review, then send. You can't withdraw invitations from VS Code."),
      choices: choicesOf(plan),
    });
    if (answer.kind !== 'answered') {
      return answer;
    }
    switch (answer.value.kind) {
      case 'send':
        return answered(plan);
      case 'includeInvited':
        inviteAgain = true;
        break;
      case 'look':
        await lookAt(answer.value.line);
    }
  }
}

function choicesOf(plan: InvitationPlan): readonly Choice<CheckChoice>[] {
  const count = plan.toInvite.length;
  const send: Choice<CheckChoice> = {
    icon: 'mail',
    label: plural(l10n.t('{0, plural, one {Invite # person} other {Invite # people}}'), count),
    description:
      plan.role === 'WORKSPACE_ADMIN'
        ? l10n.t('Role: {0} (can also invite, remove, and rename)', roleName(plan.role))
        : l10n.t('Role: {0}', roleName(plan.role)),
    detail: preview(plan.toInvite),
    value: { kind: 'send' },
  };
  const include: Choice<CheckChoice> = {
    icon: 'add',
    label: plural(l10n.t('Also invite people already invited (sends a new email): {0}'), plan.alreadyInvited.length),
    value: { kind: 'includeInvited' },
  };
  return [
    ...(count > 0 ? [send] : []),
    ...describeLeftOut(plan).map((line) => lookChoice(line, 'circle-slash', l10n.t('skipped'))),
    ...(plan.alreadyInvited.length > 0 ? [include] : []),
    ...describePointedOut(plan).map((line) => lookChoice(line, 'info', l10n.t('review'))),
  ];
}

function lookChoice(line: PlanLine, icon: string, description: string): Choice<CheckChoice> {
  return {
    icon,
    label: line.label,
    description,
    detail: preview(line.entries.map(({ text }) => text)),
    value: { kind: 'look', line },
  };
}

/** The first few, since a row shows no more. */
function preview(texts: readonly string[]): string {
  return texts.slice(0, 10).map(inSentence).join(', ');
}

async function lookAt(line: PlanLine): Promise<void> {
  await pickOne({
    title: line.label,
    placeholder: l10n.t('Press Enter or Escape to go back'),
    choices: line.entries.map(({ text, why }) => ({
      label: text,
      ...(why === undefined ? {} : { description: why }),
      value: undefined,
    })),
  });
}
