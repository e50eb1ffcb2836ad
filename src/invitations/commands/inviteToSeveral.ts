import { canceled, done, type CommandResult } from '../../prompts/commandResult';
import { detached } from '../../prompts/detached';
import type { SignedIn } from '../../session/session';
import { reviewSeveral } from '../several/reviewSeveral';
import { confirmSeveral } from '../several/confirmSeveral';
import { readMembers } from '../several/readMembers';
import { sendSeveral } from '../several/sendSeveral';
import type { Wanted } from '../several/wanted';
import type { InvitationDependencies } from './invitationDependencies';
import { showReports } from './reports/showReports';

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
  const { reports, runIds, wentAsPlanned } = await sendSeveral(
    dependencies,
    session,
    plan,
    answer.value.sendsDespiteGap,
  );
  detached(showReports(dependencies, session, reports, runIds, wentAsPlanned ? 'info' : 'warning'), log);
  return done;
}
