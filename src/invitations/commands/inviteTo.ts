import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import { canceled, done, failed, type Canceled, type CommandResult, type Done } from '../../prompts/commandResult';
import { detached } from '../../prompts/detached';
import type { SignedIn } from '../../session/session';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import { roleName } from '../../workspaces/roleText';
import { workspacePage } from '../../platform/webPages';
import { isSameAccount } from '../ledger/recordStore';
import type { Run } from '../ledger/run';
import { type InvitationPlan, needsConfirmation } from '../plan/plan';
import { type EntryOutcome, linkOf, remainingEntries } from '../report/outcomes';
import { type Report, reportOf, reportOfRun } from '../report/report';
import { describeReport } from '../report/summary';
import { type InvitationRun, runInvitations } from '../send/runInvitations';
import { reviewSeveral } from '../several/reviewSeveral';
import { confirmSeveral } from '../several/confirmSeveral';
import { readMembers } from '../several/readMembers';
import { sendSeveral } from '../several/sendSeveral';
import { joinWanted, type Wanted } from '../several/wanted';
import { askWhomToInvite, type WizardStart } from '../wizard/inviteWizard';
import { GivenPeople } from '../wizard/people/givenPeople';
import { copyLinks, type PersonalLink } from './copyLinks';
import type { InvitationDependencies } from './invitationDependencies';

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

/**
 * Invites people to several workspaces, each in a role of their own: one review step, one dialog with the numbers, another
 * one for admins, one progress, and one report.
 */
export async function inviteToSeveral(
  dependencies: InvitationDependencies,
  session: SignedIn,
  title: string,
  wanted: readonly Wanted[],
): Promise<CommandResult> {
  const { prompts, ledger, log } = dependencies;
  await ledger.whenRead();
  const destinations = await readMembers(dependencies, session, wanted);
  const answer = destinations === undefined ? undefined : await reviewSeveral(dependencies, title, destinations);
  if (answer?.kind !== 'answered') {
    return canceled;
  }
  const plan = await confirmSeveral(prompts, answer.value.plan);
  if (plan === undefined) {
    return canceled;
  }
  const { reports, runIds, isAsMeant } = await sendSeveral(dependencies, session, plan, answer.value.sendsDespiteGap);
  detached(showReports(dependencies, session, reports, runIds, isAsMeant ? 'info' : 'warning'), log);
  return done;
}

/** Opens the wizard with the people of a report who weren't invited, or the review step if they're of several workspaces. */
export async function inviteRemainingOf(
  dependencies: InvitationDependencies,
  session: SignedIn,
  reports: readonly Report[],
): Promise<CommandResult> {
  const left = reports
    .map((report) => ({ ...report, people: remainingEntries(report.outcomes) }))
    .filter(({ people }) => people.length > 0);
  const [only, ...others] = left;
  if (only === undefined) {
    return failed({
      message: l10n.t('Everyone in this report has already been dealt with, so there is nobody left to invite.'),
      remedies: [],
    });
  }
  if (others.length > 0) {
    const wanted = left.map(({ workspace, role, people }) => ({
      workspace,
      people: people.map((entry) => ({ entry, role })),
    }));
    return inviteToSeveral(dependencies, session, l10n.t('Invite Remaining'), joinWanted(wanted));
  }
  const { workspaces } = await dependencies.store.whenRead();
  const workspace = workspaces.get(only.workspace.id);
  if (workspace === undefined) {
    return failed({ message: l10n.t('This workspace is no longer in the list. Refresh the list.'), remedies: [] });
  }
  const start = { people: new GivenPeople(only.people), stepsBefore: 0 };
  const result = await inviteTo(dependencies, session, workspace, start);
  return result === 'back' ? canceled : result;
}

/** Sends, keeps the report, and shows the outcome in one notification. Doesn't wait for the user to close it. */
export async function sendAndReport(dependencies: InvitationDependencies, run: InvitationRun): Promise<Report> {
  const startedAt = new Date(dependencies.clock.now());
  const outcome = await runInvitations(dependencies, run);
  const report = reportOf(run.workspace, run.plan, outcome, startedAt);
  const isAsMeant = outcome.stoppedBy === undefined || outcome.stoppedBy.kind === 'canceled';
  const runIds = outcome.runId === undefined ? [] : [outcome.runId];
  const shown = showReports(dependencies, run.session, [report], runIds, isAsMeant ? 'info' : 'warning');
  detached(shown, dependencies.log);
  return report;
}

/**
 * Shows what became of runs that were sent together. Offers the links they have, even if they were stopped, but offers
 * nothing once their account is no longer signed in.
 */
async function showReports(
  dependencies: InvitationDependencies,
  session: SignedIn,
  reports: readonly Report[],
  runIds: readonly string[],
  severity: 'info' | 'warning',
): Promise<void> {
  const { prompts, account } = dependencies;
  const message = describeReport(reports);
  if (!isSameAccount(account.owner, session)) {
    await prompts.notify({ severity, message });
    return;
  }
  const path = dependencies.reports.keep(reports, runIds);
  const links = linksOf(reports);
  const copy = {
    label: links.length === 1 ? l10n.t('Copy Link') : l10n.t('Copy Links'),
    value: () => copyLinks(dependencies, links),
  };
  const show = { label: l10n.t('Show Report'), value: () => dependencies.reports.show(path) };
  const inviteOthers = {
    label: l10n.t('Invite Remaining'),
    value: () => inviteRemainingFrom(dependencies, session, reports),
  };
  const withUnknown = reports.find(({ outcomes }) => outcomes.some(({ outcome }) => outcome === 'unknown'));
  const chosen = await prompts.notify({
    severity,
    message,
    choices: [
      ...(links.length > 0 ? [copy] : []),
      show,
      ...(reports.some(({ outcomes }) => remainingEntries(outcomes).length > 0) ? [inviteOthers] : []),
      ...(withUnknown === undefined
        ? []
        : [
            {
              label: l10n.t('Open in Browser'),
              value: () => prompts.openExternal(workspacePage(withUnknown.workspace.id)),
            },
          ]),
    ],
  });
  await chosen?.();
}

function linksOf(reports: readonly Report[]): readonly PersonalLink[] {
  return reports.flatMap(({ workspace, outcomes }) =>
    outcomes.flatMap((item) => {
      const link = item.outcome === 'alreadyInvited' ? undefined : linkOf(item);
      return item.entry.kind === 'valid' && link !== undefined
        ? [{ address: item.entry.address, link, ...(reports.length > 1 ? { workspace: titleOf(workspace) } : {}) }]
        : [];
    }),
  );
}

/** Reports a run that another window, or this one before a reload, didn't finish. */
export function reportInterruptedRun(dependencies: InvitationDependencies, run: Run): void {
  const { owner } = dependencies.account;
  if (owner !== undefined) {
    detached(showReports(dependencies, owner, [reportOfRun(run)], [run.id], 'warning'), dependencies.log);
  }
}

/** Checks the account again, because another one may have signed in since the notification appeared. */
async function inviteRemainingFrom(
  dependencies: InvitationDependencies,
  session: SignedIn,
  reports: readonly Report[],
): Promise<void> {
  const { account, prompts } = dependencies;
  const current = account.owner;
  const result =
    current !== undefined && isSameAccount(current, session)
      ? await inviteRemainingOf(dependencies, current, reports)
      : failed({ message: l10n.t('The account that sent these invitations is no longer signed in.'), remedies: [] });
  if (result.kind === 'failed') {
    await prompts.notify({ severity: 'warning', message: result.problem.message });
  }
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
