import * as l10n from '@vscode/l10n';
import { reasonText } from '../../addresses/reasonText';
import { formatDay } from '../../text/dates';
import { plural } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import type { Earlier } from './earlier';
import type { Alike, PlanLists } from './plan';

/** One line of the review step: a label with a number, and the entries it counts. */
export interface PlanLine {
  readonly label: string;
  readonly entries: readonly { readonly text: string; readonly why: string | undefined }[];
}

/** Returns what a plan skips and why, in the order of the review step, without empty lines. */
export function describeLeftOut(plan: PlanLists): readonly PlanLine[] {
  return filled([
    {
      label: plural(l10n.t('Already members: {0}'), plan.alreadyMembers.length),
      entries: entriesOf(plan.alreadyMembers),
    },
    {
      label: plural(l10n.t('Already invited from this computer: {0}'), leftOutAs(plan, 'invited').length),
      entries: leftOutAs(plan, 'invited'),
    },
    {
      label: plural(l10n.t('May already have been invited (outcome unknown): {0}'), leftOutAs(plan, 'unknown').length),
      entries: leftOutAs(plan, 'unknown'),
    },
    {
      label: plural(l10n.t('Already being invited: {0}'), leftOutAs(plan, 'underWay').length),
      entries: leftOutAs(plan, 'underWay'),
    },
    { label: plural(l10n.t('Duplicates: {0}'), plan.repeats.length), entries: entriesOf(plan.repeats) },
    {
      label: plural(l10n.t('Invalid addresses: {0}'), plan.invalid.length),
      entries: plan.invalid.map(({ text, reason }) => ({ text: inSentence(text), why: reasonText(reason) })),
    },
  ]);
}

/** Returns what the user may want to look at before sending, even though none of it is skipped. */
export function describePointedOut(plan: PlanLists): readonly PlanLine[] {
  return filled([
    {
      label: plural(l10n.t('Skipped as another spelling of the same address: {0}'), plan.otherSpellings.length),
      entries: plan.otherSpellings.map(asAlike),
    },
    {
      label: plural(l10n.t('Match a member except for capitalization: {0}'), plan.memberCaseVariants.length),
      entries: plan.memberCaseVariants.map(asAlike),
    },
    {
      label: plural(
        l10n.t('Match someone already invited except for capitalization: {0}'),
        plan.invitedCaseVariants.length,
      ),
      entries: plan.invitedCaseVariants.map(asAlike),
    },
    {
      label: plural(l10n.t('Differ only in capitalization: {0}'), plan.caseVariants.length),
      entries: entriesOf(plan.caseVariants.map((variants) => variants.join(', '))),
    },
    {
      label: plural(
        l10n.t("Members whose email address Prolific doesn't show (not checked): {0}"),
        plan.uncheckedMembers,
      ),
      entries: Array.from({ length: Math.min(plan.uncheckedMembers, 1) }, () => ({
        text: l10n.t("Prolific doesn't share their email addresses, so they may be among the people you're inviting."),
        why: undefined,
      })),
    },
  ]);
}

/** Returns the people with this kind of earlier invitation. */
function leftOutAs(plan: PlanLists, certainty: Earlier['certainty']): PlanLine['entries'] {
  return plan.alreadyInvited
    .filter((earlier) => earlier.certainty === certainty)
    .map(({ address, startedAt }) => ({
      text: inSentence(address),
      why:
        certainty === 'underWay'
          ? undefined
          : l10n.t({ message: 'invited on {0}', args: [formatDay(new Date(startedAt))], comment: ['{0} is a date.'] }),
    }));
}

function asAlike({ address, known }: Alike): PlanLine['entries'][number] {
  return {
    text: inSentence(address),
    why: l10n.t({
      message: 'known as {0}',
      args: [inSentence(known)],
      comment: ['{0} is another spelling of the email address in the same row.'],
    }),
  };
}

function filled(lines: readonly PlanLine[]): readonly PlanLine[] {
  return lines.filter(({ entries }) => entries.length > 0);
}

function entriesOf(addresses: readonly string[]): PlanLine['entries'] {
  return addresses.map((address) => ({ text: inSentence(address), why: undefined }));
}
