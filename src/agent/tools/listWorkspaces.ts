import * as l10n from '@vscode/l10n';
import type { UserId, Workspace } from '../../api';
import { sanitize } from '../../text/sanitize';
import { myRole } from '../../workspaces/rights';
import { sortByTitle } from '../../workspaces/workspaceText';
import { listOfAccount, type AccountDependencies } from '../account';
import type { AgentTool } from '../tool';
import { asData } from '../data';
import { toolInputs, type ToolInput } from '../inputs';

/** How many workspaces one result lists. */
const maxListed = 200;

/** Lists workspaces with titles and counts, without personal data. */
export function listWorkspaces(dependencies: AccountDependencies): AgentTool<ToolInput<'prolific_listWorkspaces'>> {
  return {
    input: toolInputs.prolific_listWorkspaces,
    describe: () => ({ progress: l10n.t('Listing Prolific workspaces') }),
    run: async ({ query = '' }) => {
      const found = await listOfAccount(dependencies);
      if (found.kind === 'not') {
        return found.why;
      }
      const matching = sortByTitle(found.list.workspaces.values()).filter((workspace) => isAskedFor(workspace, query));
      return asData({
        matching: matching.length,
        listed: Math.min(matching.length, maxListed),
        workspaces: matching.slice(0, maxListed).map((workspace) => outline(workspace, found.session.account.id)),
      });
    },
  };
}

function isAskedFor({ title, id }: Workspace, query: string): boolean {
  return `${title.raw}\n${id}`.toLowerCase().includes(query.trim().toLowerCase());
}

/** What is shared about a workspace without asking: no personal data. */
export function outline(workspace: Workspace, account: UserId) {
  const role = myRole(workspace, account);
  return {
    workspaceId: workspace.id,
    title: sanitize(workspace.title),
    members: workspace.members.length,
    yourRole: role ?? 'unknown',
  };
}
