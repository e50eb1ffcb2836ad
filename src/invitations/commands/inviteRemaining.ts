import * as l10n from '@vscode/l10n';
import { canceled, failed, type CommandResult } from '../../prompts/commandResult';
import type { SignedIn } from '../../session/session';
import { remainingEntries } from '../report/outcomes';
import type { Report } from '../report/report';
import { joinWanted } from '../several/wanted';
import { GivenPeople } from '../wizard/people/givenPeople';
import type { InvitationDependencies } from './invitationDependencies';
import { inviteTo } from './inviteTo';
import { inviteToSeveral } from './inviteToSeveral';

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
