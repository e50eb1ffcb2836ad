import * as l10n from '@vscode/l10n';
import { failed } from '../../../prompts/commandResult';
import { detached } from '../../../prompts/detached';
import type { SignedIn } from '../../../session/session';
import { titleOf } from '../../../text/title';
import { workspacePage } from '../../../platform/webPages';
import { isSameAccount } from '../../ledger/records/recordStore';
import type { Run } from '../../ledger/run';
import { linkOf, remainingEntries } from '../../report/outcomes';
import { type Report, reportOfRun } from '../../report/report';
import { describeReport } from '../../report/summary';
import { copyLinks, type PersonalLink } from '../links/copyLinks';
import type { InvitationDependencies } from '../invitationDependencies';
import { inviteRemainingOf } from '../inviteRemaining';

/**
 * Shows what became of runs that were sent together. Offers the links they have, even if they were stopped, but offers
 * nothing once their account is no longer signed in.
 */
export async function showReports(
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
