import * as l10n from '@vscode/l10n';
import type { CommandResult } from '../../prompts/commandResult';
import { chooseWorkspace } from './chooseWorkspace';
import { editWorkspace, type WorkspaceEditDependencies } from '../editing/editWorkspace';
import { adminsToAsk } from '../rights';
import { checkTitle } from '../editing/title';
import { titleOf } from '../workspaceText';

/** "Rename Workspace", from a row or with a picker. A suggested title stands in the box in place of the old one. */
export async function renameWorkspace(
  dependencies: WorkspaceEditDependencies,
  argument: unknown,
  suggestion?: string,
): Promise<CommandResult> {
  const chosen = await chooseWorkspace(dependencies, argument, l10n.t('Rename Workspace'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  const { session, workspace } = chosen;
  return editWorkspace(dependencies, chosen, {
    title: l10n.t('Rename Workspace “{0}”', titleOf(workspace)),
    prompt:
      suggestion === undefined
        ? l10n.t('The new title')
        : l10n.t('A title that an agent suggests. It is yours to change.'),
    suggestion,
    check: checkTitle,
    textOf: ({ title }) => title,
    changeTo: (title) => ({ title }),
    words: {
      changedElsewhere: l10n.t('The workspace was renamed elsewhere meanwhile.'),
      rightIsMissing: rightIsMissing(adminsToAsk(workspace, session.account.id)),
      isUnknown: l10n.t('Whether the workspace was renamed is not known: refresh the list before you try again.'),
    },
  });
}

function rightIsMissing(admins: string | undefined): string {
  return admins === undefined
    ? l10n.t('Only admins of this workspace may rename it, and Prolific does not count this account among them.')
    : l10n.t(
        'Only admins of this workspace may rename it, and Prolific does not count this account among them: ask {0}.',
        admins,
      );
}
