import * as l10n from '@vscode/l10n';
import { inviteTo, type InvitationDependencies } from '../invitations/commands/inviteUsers';
import { forOneLineBox } from '../addresses/oneLine';
import type { EntryOutcome } from '../invitations/report/outcomes';
import { workspaceOfAccount } from './account';
import type { AgentTool } from './agentTool';
import { toolInputs, type ToolInput } from './inputs';
import { titleOf } from '../text/title';

/** Opens the review step of Invite Users with the addresses filled in. The user decides there; a tool sends nothing. */
export function prepareInvitation(
  dependencies: InvitationDependencies,
): AgentTool<ToolInput<'prolific_prepareInvitation'>> {
  return {
    input: toolInputs.prolific_prepareInvitation,
    prepare: ({ workspaceId }) => {
      const workspace = dependencies.store.get(workspaceId);
      return {
        progress:
          workspace === undefined
            ? l10n.t('Preparing an invitation')
            : l10n.t('Preparing an invitation to “{0}”. Review it in the prompt.', titleOf(workspace)),
      };
    },
    run: async ({ workspaceId, addresses }) => {
      const found = await workspaceOfAccount(dependencies, workspaceId);
      if (found.kind === 'not') {
        return found.why;
      }
      const end = await inviteTo(dependencies, found.session, found.workspace, {
        text: forOneLineBox(addresses.join('\n')),
        startAt: 'check',
        stepsBefore: 0,
      });
      return end === 'back' || end.kind === 'cancelled'
        ? 'The user reviewed the invitation and sent nothing.'
        : `The user reviewed the invitation and sent it. ${countsOf(end.outcomes)}`;
    },
  };
}

/** Returns counts by outcome, without names. */
function countsOf(ends: readonly EntryOutcome[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of ends) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return `Outcomes: ${JSON.stringify(Object.fromEntries(counts))}`;
}
