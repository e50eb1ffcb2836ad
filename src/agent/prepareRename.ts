import * as l10n from '@vscode/l10n';
import type { EditCommandDependencies } from '../workspaces/commands/editCommands';
import { editField } from '../workspaces/editing/editField';
import { workspaceEntity } from '../workspaces/editing/entities';
import { titleField } from '../workspaces/editing/fields';
import { workspaceOfAccount } from './account';
import type { AgentTool } from './agentTool';
import { toolInputs, type ToolInput } from './inputs';
import { titleOf } from '../text/title';

/** Opens "Rename Workspace" with the title filled in. The user decides there. */
export function prepareRename(dependencies: EditCommandDependencies): AgentTool<ToolInput<'prolific_prepareRename'>> {
  return {
    input: toolInputs.prolific_prepareRename,
    prepare: ({ workspaceId }) => {
      const workspace = dependencies.store.get(workspaceId);
      return {
        progress:
          workspace === undefined
            ? l10n.t('Suggesting a title')
            : l10n.t('Suggesting a title for “{0}”. Accept or edit it in the prompt.', titleOf(workspace)),
      };
    },
    run: async ({ workspaceId, title: suggestion }) => {
      const found = await workspaceOfAccount(dependencies, workspaceId);
      if (found.kind === 'not') {
        return found.why;
      }
      const end = await editField(
        dependencies,
        workspaceEntity(dependencies, { ...found, kind: 'chosen' }),
        titleField,
        suggestion,
      );
      switch (end.kind) {
        case 'done':
          return 'The user has decided on a title. Read the workspace to see its current title.';
        case 'cancelled':
          return 'The user closed the prompt. The title is unchanged.';
        case 'failed':
          return end.problem.message;
      }
    },
  };
}
