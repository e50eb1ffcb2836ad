import * as l10n from '@vscode/l10n';
import type { Prompts } from '../../prompts/prompts';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { destinationsOf } from '../report/summary';
import { countInvitations, type SeveralPlan, withoutRole } from './severalPlan';

/** The most workspaces named in a dialog. */
const maxNamed = 10;

/** Asks once with the numbers, and once more if people would become admins. Returns undefined if nothing will be sent. */
export async function confirmSeveral(prompts: Prompts, plan: SeveralPlan): Promise<SeveralPlan | undefined> {
  const isAgreed = await prompts.confirm({
    message: question(plan),
    detail: [
      ...numbersByWorkspace(plan),
      '',
      l10n.t("Prolific emails each person. You can't withdraw invitations from VS Code."),
    ].join('\n'),
    choices: [{ label: l10n.t('Invite'), value: true }],
  });
  if (isAgreed !== true) {
    return undefined;
  }
  return countInvitations(plan, 'WORKSPACE_ADMIN').people === 0 ? plan : confirmAdmins(prompts, plan);
}

function question(plan: SeveralPlan): string {
  const { people, workspaces } = countInvitations(plan);
  return plural(
    l10n.t({
      message: '{0, plural, one {Send # invitation to {1}?} other {Send # invitations to {1}?}}',
      comment: [
        'ICU plural: # is a number of invitations, {1} the title of a workspace, or a number of them such as “3 workspaces”.',
      ],
    }),
    people,
    destinationsOf(workspaces),
  );
}

function numbersByWorkspace({ workspaces }: SeveralPlan): readonly string[] {
  const counted = workspaces
    .map((each) => ({ title: titleOf(each.workspace), people: countInvitations({ workspaces: [each] }).people }))
    .filter(({ people }) => people > 0);
  const others = counted.length - maxNamed;
  return [
    ...counted.slice(0, maxNamed).map(({ title, people }) =>
      plural(
        l10n.t({
          message: '{1}: {0}',
          comment: ['{1} is the title of a workspace, {0} how many people are invited to it.'],
        }),
        people,
        title,
      ),
    ),
    ...(others > 0
      ? [
          plural(
            l10n.t({
              message: '{0, plural, one {and # more workspace} other {and # more workspaces}}',
              comment: ['ICU plural: # is a number of workspaces. Ends a list of titles, one on a line.'],
            }),
            others,
          ),
        ]
      : []),
  ];
}

/** Asks separately about admins. Enter leaves them out. */
async function confirmAdmins(prompts: Prompts, plan: SeveralPlan): Promise<SeveralPlan | undefined> {
  const { people, workspaces } = countInvitations(plan, 'WORKSPACE_ADMIN');
  const others = withoutRole(plan, 'WORKSPACE_ADMIN');
  return prompts.confirm<SeveralPlan>({
    message: plural(
      l10n.t({
        message: '{0, plural, one {Make # person an admin of {1}?} other {Make # people admins of {1}?}}',
        comment: [
          'ICU plural: # is a number of people, {1} the title of a workspace, or a number of them such as “3 workspaces”.',
        ],
      }),
      people,
      destinationsOf(workspaces),
    ),
    detail: l10n.t('Admins can also invite and remove members and rename the workspace.'),
    choices: [
      ...(others.toInvite.length > 0 ? [{ label: l10n.t('Leave Out Admins'), value: others }] : []),
      { label: l10n.t('Invite as Admin'), value: plan },
    ],
  });
}
