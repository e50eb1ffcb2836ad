import * as l10n from '@vscode/l10n';
import { describeStorageFailure } from '../../session/sessionProblem';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import type { Workspace } from '../../api';
import { describeFailure } from '../../text/failureText';
import { joinList } from '../../text/list';
import type { SettledOutcome, SettledPerson } from '../ledger/batch';
import type { StoppedBy } from '../send/interpretResponse';
import type { InvitationPlan } from '../plan/plan';
import type { RunOutcome } from '../send/sendInvitations';

type TitledWorkspace = Pick<Workspace, 'id' | 'title'>;

/** The one message after inviting: what became of how many, and why it stopped, if it did. */
export function describeOutcome(workspace: TitledWorkspace, plan: InvitationPlan, end: RunOutcome): string {
  const why = whyStopped(end);
  const summary = summarize(workspace, plan, end.people);
  return why.length === 0 ? summary : l10n.t('{0}. {1}', summary, why.join(' '));
}

/** What became of all entries in numbers, such as "3 invited to Perception lab, 1 already a member, and 1 refused". */
export function summarize(workspace: TitledWorkspace, plan: InvitationPlan, people: readonly SettledPerson[]): string {
  const count = (outcome: SettledOutcome) => people.filter((person) => person.outcome === outcome).length;
  const parts: readonly (readonly [number, (count: number) => string])[] = [
    [count('alreadyMember') + plan.alreadyMembers.length, describeMembers],
    [plan.alreadyInvited.length, (n) => plural(l10n.t('{0} already invited'), n)],
    [count('refused'), (n) => plural(l10n.t('{0} rejected'), n)],
    [count('notConfirmed'), (n) => plural(l10n.t('{0} not confirmed'), n)],
    [count('unknown'), (n) => plural(l10n.t('{0} unknown'), n)],
    [count('notSent'), (n) => plural(l10n.t('{0} not sent'), n)],
    [plan.repeats.length, (n) => plural(l10n.t('{0, plural, one {# duplicate} other {# duplicates}}'), n)],
    [plan.invalid.length, (n) => plural(l10n.t('{0} invalid'), n)],
  ];
  const others = parts.filter(([n]) => n > 0).map(([n, text]) => text(n));
  return joinList([plural(l10n.t('{0} invited to {1}'), count('invited'), titleOf(workspace)), ...others]);
}

function describeMembers(count: number): string {
  return plural(l10n.t('{0, plural, one {# already a member} other {# already members}}'), count);
}

/** Why a run ended before its end, and what the ledger does not know, in sentences; none where all went well. */
export function whyStopped({ people, stoppedBy, notKept }: RunOutcome): readonly string[] {
  const reason = stoppedBy === undefined ? [] : [describeStop(stoppedBy)];
  if (notKept === undefined) {
    return reason;
  }
  const hasLinks = people.some(({ link }) => link !== undefined);
  return hasLinks ? [...reason, l10n.t("The latest links couldn't be saved. Copy them now.")] : reason;
}

function describeStop(stoppedBy: StoppedBy): string {
  switch (stoppedBy.kind) {
    case 'cancelled':
      return l10n.t('Canceled before all invitations were sent.');
    case 'storage':
      return l10n.t('Sending stopped: {0}', describeStorageFailure(stoppedBy.failure).message);
    case 'lostAnswer':
      return l10n.t(
        '{0} Emails may still have been sent. Check the Team page in Prolific before inviting again.',
        describeFailure(stoppedBy.failure).message,
      );
    case 'noRight':
      return l10n.t("Only workspace admins can invite people, and this account isn't an admin.");
    case 'refusedNamingNobody':
      return l10n.t(
        "{0} It doesn't say which address is wrong, so sending stopped.",
        describeFailure(stoppedBy.failure).message,
      );
    case 'rateLimited':
    case 'failure':
      return describeFailure(stoppedBy.failure).message;
  }
}
