import * as l10n from '@vscode/l10n';
import type { Clock } from '../../platform/clock';
import type { PickResult, Prompts } from '../../prompts/prompts';
import { joinList } from '../../text/list';
import { plural } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import { runsToDrop } from '../ledger/bound';
import type { Ledger } from '../ledger/ledger';
import { earlierByWorkspace } from '../plan/earlier';
import { entryOutcomes } from '../report/outcomes';
import { outcomeText, textOfEntry } from '../report/outcomeText';
import { reviewPlan, type Reviewed, type ReviewRow } from '../wizard/reviewStep';
import type { Destination } from './readMembers';
import { countInvitations, planSeveral, type SeveralPlan, type WorkspacePlan } from './severalPlan';

interface ReviewDependencies {
  readonly prompts: Prompts;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** Shows the review step for several workspaces: how many people go where, and who is skipped and why. */
export function reviewSeveral(
  { prompts, ledger, clock }: ReviewDependencies,
  title: string,
  destinations: readonly Destination[],
): Promise<PickResult<Reviewed<SeveralPlan>>> {
  return reviewPlan<SeveralPlan>(prompts, {
    title,
    // Evaluated each time, because people may be invited in the meantime, here or in another window.
    planFor: (inviteAgain) => planSeveral(destinations, earlierByWorkspace(ledger.people), inviteAgain),
    sendRow,
    rows: (plan) => [...plan.closed.map(closedRow), ...plan.workspaces.map(workspaceRow)],
    toForget: ({ toInvite }) => runsToDrop(ledger.runs, toInvite.length, clock.now()),
    gap: () => ledger.gap,
    readAgain: () => ledger.whenRead(),
  });
}

function sendRow(plan: SeveralPlan) {
  const { people, workspaces } = countInvitations(plan);
  return {
    label: plural(
      l10n.t({
        message: '{0, plural, one {Send # invitation} other {Send # invitations}}',
        comment: ['ICU plural: # is a number of invitations. A verb: what Enter does.'],
      }),
      people,
    ),
    description: plural(
      l10n.t({
        message: '{0, plural, one {to # workspace} other {to # workspaces}}',
        comment: ['ICU plural: # is a number of workspaces. Follows “Send 12 invitations”.'],
      }),
      workspaces.length,
    ),
  };
}

function closedRow({ wanted, why }: SeveralPlan['closed'][number]): ReviewRow {
  const description = plural(
    l10n.t({ message: '{0} skipped: {1}', comment: ['{0} is a number of people, {1} why, as a sentence.'] }),
    wanted.people.length,
    why,
  );
  const entries = wanted.people.map(({ entry }) => ({ text: inSentence(entry.address), why }));
  return { icon: 'circle-slash', description, line: { label: titleOf(wanted.workspace), entries } };
}

function workspaceRow({ workspace, plans }: WorkspacePlan): ReviewRow {
  const invited = plans.flatMap(({ toInvite, role }) =>
    toInvite.map((address) => ({
      text: inSentence(address),
      why: l10n.t({
        message: 'invited as {0}',
        args: [roleName(role)],
        comment: ['Follows an email address. {0} is the name of a role.'],
      }),
    })),
  );
  const leftOut = plans.flatMap((plan) =>
    entryOutcomes(plan, [])
      .filter(({ outcome }) => outcome !== 'notSent')
      .map((item) => ({ text: inSentence(textOfEntry(item)), why: outcomeText(item) })),
  );
  const counts = [
    ...plans
      .filter(({ toInvite }) => toInvite.length > 0)
      .map(({ toInvite, role }) =>
        plural(
          l10n.t({
            message: '{0} as {1}',
            comment: [
              '{0} is a number of people, {1} the name of their role. Part of a list such as “12 as Collaborator and 3 skipped”.',
            ],
          }),
          toInvite.length,
          roleName(role),
        ),
      ),
    ...(leftOut.length > 0
      ? [
          plural(
            l10n.t({
              message: '{0} skipped',
              comment: ['{0} is a number of people. Part of a list such as “12 as Collaborator and 3 skipped”.'],
            }),
            leftOut.length,
          ),
        ]
      : []),
  ];
  return {
    icon: invited.length > 0 ? 'organization' : 'circle-slash',
    description: joinList(counts),
    line: { label: titleOf(workspace), entries: [...invited, ...leftOut] },
  };
}
