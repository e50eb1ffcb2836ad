import * as l10n from '@vscode/l10n';
import { readAddressesYielding, type Entry } from '../../addresses/addresses';
import type { InvitationDependencies } from '../../invitations/commands/invitationDependencies';
import { sendAndReport } from '../../invitations/commands/sendAndReport';
import { earlierInvitations } from '../../invitations/plan/earlier';
import { inviteNobodyAgain, planInvitations } from '../../invitations/plan/plan';
import { entryOutcomes, type EntryOutcome } from '../../invitations/report/outcomes';
import { titleOf } from '../../text/title';
import { workspaceOfAccount } from '../account';
import { busy, isBusy, type AskingDependencies } from '../askingUser';
import { failureForModel } from '../failureForModel';
import { maxAddresses, toolInputs, type ToolInput } from '../inputs';
import { canceled, type AgentTool } from '../tool';
import { userInvites } from './reviewInvitation';

export type PrepareInvitationDependencies = InvitationDependencies & AskingDependencies;

const sentNothing = 'The user reviewed the invitation and sent nothing.';

/** Shows the user who an agent wants to invite. Nothing is sent unless the user chooses Invite there. */
export function prepareInvitation(
  dependencies: PrepareInvitationDependencies,
): AgentTool<ToolInput<'prolific_prepareInvitation'>> {
  return {
    input: toolInputs.prolific_prepareInvitation,
    describe: ({ workspaceId }) => {
      const workspace = dependencies.store.get(workspaceId);
      return {
        progress:
          workspace === undefined
            ? l10n.t('Preparing an invitation')
            : l10n.t('Preparing an invitation to “{0}”. Review it in the prompt.', titleOf(workspace)),
      };
    },
    run: async ({ workspaceId, addresses }, signal) => {
      const found = await workspaceOfAccount(dependencies, workspaceId);
      if (found.kind === 'not') {
        return found.why;
      }
      const { session } = found;
      const entries = await readEach(addresses);
      if (entries.length > maxAddresses) {
        return `Nothing was done because there are more than ${maxAddresses} addresses. Ask the user to import them.`;
      }
      const [fresh] = await Promise.all([
        session.client.getWorkspace(found.workspace.id),
        dependencies.ledger.whenRead(),
      ]);
      if (!fresh.ok) {
        return failureForModel(fresh.failure);
      }
      if (dependencies.ledger.gap?.kind === 'unreadable') {
        return 'Nothing was done because earlier invitations could not be read. Ask the user to invite them.';
      }
      const workspace = fresh.value;
      const plan = planInvitations({
        entries,
        members: workspace.members,
        earlier: earlierInvitations(dependencies.ledger.peopleOf(workspace.id)),
        role: 'WORKSPACE_COLLABORATOR',
        inviteAgain: inviteNobodyAgain,
      });
      if (plan.toInvite.length === 0) {
        return `There is nobody to invite. ${countsOf(entryOutcomes(plan, []))}`;
      }
      if (isBusy(dependencies)) {
        return busy;
      }
      if (!(await userInvites(dependencies, workspace, plan))) {
        return sentNothing;
      }
      if (signal.aborted) {
        return canceled;
      }
      const report = await sendAndReport(dependencies, { session, workspace, plan, sendsDespiteGap: false });
      return `The user reviewed the invitation and sent it. ${countsOf(report.outcomes)}`;
    },
  };
}

/** Reads each text alone: a quotation mark in one of them has no meaning in another. */
async function readEach(texts: readonly string[]): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const text of texts) {
    entries.push(...(await readAddressesYielding(text)));
  }
  return entries;
}

/** Returns counts by outcome, without names. */
function countsOf(outcomes: readonly EntryOutcome[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of outcomes) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return `Outcomes: ${JSON.stringify(Object.fromEntries(counts))}`;
}
