import * as l10n from '@vscode/l10n';
import { answered, type Choice, type PickResult, type Prompts, type StepPosition } from '../../prompts/prompts';
import { plural } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { roleName } from '../../workspaces/roleText';
import { maxPeople } from '../ledger/bound';
import type { LedgerGap } from '../ledger/ledger';
import type { Run } from '../ledger/run';
import { hasTooMany, type InvitationPlan, type InviteAgain, inviteNobodyAgain, type PlanLists } from '../plan/plan';
import { describeLeftOut, describePointedOut, type PlanLine } from '../plan/planText';

/** The plan as the user saw and accepted it. */
export interface Reviewed<P = InvitationPlan> {
  readonly plan: P;
  /** Whether the user chose to send even though earlier invitations couldn't be read. */
  readonly sendsDespiteGap: boolean;
}

export interface ReviewOptions<P extends PlanLists = InvitationPlan> {
  readonly title: string;
  readonly step?: StepPosition;
  /** Returns the plan, with or without people who were invited before. */
  readonly planFor: (inviteAgain: InviteAgain) => P;
  /** Returns the row that sends the plan. */
  readonly sendRow: (plan: P) => { readonly label: string; readonly description: string };
  /** Returns rows that come first, such as one for each workspace. */
  readonly rows?: (plan: P) => readonly ReviewRow[];
  /** Returns the runs that the ledger drops to make room for a plan. */
  readonly toForget: (plan: P) => readonly Run[];
  readonly gap: () => LedgerGap | undefined;
  readonly readAgain: () => Promise<void>;
}

/** A row that opens a list. */
export interface ReviewRow {
  readonly icon: string;
  readonly description: string;
  readonly line: PlanLine;
}

type ReviewChoice =
  | { readonly kind: 'send' }
  | { readonly kind: 'include'; readonly whom: keyof InviteAgain }
  | { readonly kind: 'readAgain' }
  | { readonly kind: 'look'; readonly line: PlanLine };

/**
 * The last step: shows the plan in numbers. Each list can be opened, and people who were invited before can be included.
 * If earlier invitations couldn't be read, a row says so and reads them again, and sending needs a confirmation.
 */
export async function reviewPlan<P extends PlanLists>(
  prompts: Prompts,
  options: ReviewOptions<P>,
): Promise<PickResult<Reviewed<P>>> {
  const { title, step, planFor, gap, readAgain } = options;
  let inviteAgain = inviteNobodyAgain;
  for (;;) {
    const plan = planFor(inviteAgain);
    const answer = await prompts.pick<ReviewChoice>({
      title,
      step,
      placeholder: l10n.t("Review, then send. You can't withdraw invitations from VS Code."),
      choices: choicesOf(plan, options),
    });
    if (answer.kind !== 'answered') {
      return answer;
    }
    switch (answer.value.kind) {
      case 'send': {
        const isUnreadable = gap()?.kind === 'unreadable';
        const decision = isUnreadable ? await decideOnGap(prompts) : 'send';
        if (decision === 'send') {
          return answered({ plan, sendsDespiteGap: isUnreadable });
        }
        if (decision === 'readAgain') {
          await readAgain();
        }
        break;
      }
      case 'include':
        inviteAgain = { ...inviteAgain, [answer.value.whom]: true };
        break;
      case 'readAgain':
        await readAgain();
        break;
      case 'look':
        await lookAt(prompts, answer.value.line);
    }
  }
}

function decideOnGap(prompts: Prompts): Promise<'readAgain' | 'send' | undefined> {
  return prompts.confirm({
    message: l10n.t('Send without knowing who was already invited?'),
    detail: l10n.t("Earlier invitations couldn't be read. Some people may get a second email."),
    choices: [
      { label: l10n.t('Retry'), value: 'readAgain' },
      { label: l10n.t('Send Anyway'), value: 'send' },
    ],
  });
}

function choicesOf<P extends PlanLists>(plan: P, options: ReviewOptions<P>): readonly Choice<ReviewChoice>[] {
  const count = plan.toInvite.length;
  const isSendable = count > 0 && !hasTooMany(plan);
  return [
    ...(isSendable ? [sendChoice(plan, options.sendRow(plan))] : []),
    ...(hasTooMany(plan) ? [tooManyChoice()] : []),
    ...(options.rows?.(plan) ?? []).map(({ line, icon, description }) => lookChoice(line, icon, description)),
    ...gapChoices(options.gap()),
    ...describeLeftOut(plan).map((line) =>
      lookChoice(
        line,
        'circle-slash',
        l10n.t({
          message: 'skipped',
          comment: ['After a line of the review step, such as “Duplicates: 2”: these get no email.'],
        }),
      ),
    ),
    ...includeChoices(plan),
    ...[...describePointedOut(plan), ...linesOfForgotten(options.toForget(plan))].map((line) =>
      lookChoice(
        line,
        'info',
        l10n.t({
          message: 'review',
          comment: [
            'After a line of the review step, such as “Differ only in capitalization: 2”: worth a look before sending.',
          ],
        }),
      ),
    ),
  ];
}

/** The row that sends a plan for one workspace. */
export function sendRowOf({ toInvite, role }: InvitationPlan) {
  return {
    label: plural(l10n.t('{0, plural, one {Invite # person} other {Invite # people}}'), toInvite.length),
    description:
      role === 'WORKSPACE_ADMIN'
        ? l10n.t({
            message: 'Role: {0} (can also invite and remove members and rename the workspace)',
            args: [roleName(role)],
            comment: ['{0} is “Admin”.'],
          })
        : l10n.t({
            message: 'Role: {0}',
            args: [roleName(role)],
            comment: ['{0} is the name of a role, such as “Collaborator”.'],
          }),
  };
}

function sendChoice(
  { toInvite }: PlanLists,
  { label, description }: { readonly label: string; readonly description: string },
): Choice<ReviewChoice> {
  return { icon: 'mail', label, description, detail: preview(toInvite), value: { kind: 'send' } };
}

function tooManyChoice(): Choice<ReviewChoice> {
  const label = plural(l10n.t("You can't invite more than {0} people at once."), maxPeople);
  return { icon: 'error', label, value: { kind: 'look', line: { label, entries: [] } } };
}

function includeChoices({ alreadyInvited }: PlanLists): readonly Choice<ReviewChoice>[] {
  const count = (certainty: string) => alreadyInvited.filter((earlier) => earlier.certainty === certainty).length;
  const [invited, unknown] = [count('invited'), count('unknown')];
  const choices: readonly (readonly [number, Choice<ReviewChoice>])[] = [
    [
      invited,
      {
        icon: 'add',
        label: plural(l10n.t('Also invite people already invited (sends a new email): {0}'), invited),
        value: { kind: 'include', whom: 'invited' },
      },
    ],
    [
      unknown,
      {
        icon: 'add',
        label: plural(l10n.t('Also invite people whose outcome is unknown (may be a second email): {0}'), unknown),
        value: { kind: 'include', whom: 'unknown' },
      },
    ],
  ];
  return choices.filter(([n]) => n > 0).map(([, choice]) => choice);
}

function gapChoices(gap: LedgerGap | undefined): readonly Choice<ReviewChoice>[] {
  switch (gap?.kind) {
    case undefined:
      return [];
    case 'cannotList': {
      const label = l10n.t("Invitations sent before you opened this window can't be checked.");
      return [{ icon: 'info', label, value: { kind: 'look', line: { label, entries: [] } } }];
    }
    case 'unreadable':
      return [
        {
          icon: 'warning',
          label:
            gap.people === undefined
              ? l10n.t("Earlier invitations couldn't be read")
              : plural(l10n.t("Earlier invitations couldn't be read (people: {0})"), gap.people),
          description: l10n.t('select to retry'),
          value: { kind: 'readAgain' },
        },
      ];
  }
}

function linesOfForgotten(runs: readonly Run[]): readonly PlanLine[] {
  const forgotten = runs.flatMap(({ people }) => people);
  return forgotten.length === 0
    ? []
    : [
        {
          label: plural(l10n.t('Oldest invitations that will be forgotten to make room: {0}'), forgotten.length),
          entries: forgotten.map(({ person }) => ({ text: inSentence(person.address), why: undefined })),
        },
      ];
}

function lookChoice(line: PlanLine, icon: string, description: string): Choice<ReviewChoice> {
  return {
    icon,
    label: line.label,
    description,
    detail: preview(line.entries.map(({ text }) => text)),
    value: { kind: 'look', line },
  };
}

/** Returns the first few; a row doesn't show more. */
function preview(texts: readonly string[]): string {
  return texts.slice(0, 10).map(inSentence).join(', ');
}

async function lookAt(prompts: Prompts, { label, entries }: PlanLine): Promise<void> {
  if (entries.length === 0) {
    return;
  }
  await prompts.pick({
    title: label,
    placeholder: l10n.t('Press Enter or Escape to go back'),
    choices: entries.map(({ text, why }) => ({ label: text, description: why, value: undefined })),
  });
}
