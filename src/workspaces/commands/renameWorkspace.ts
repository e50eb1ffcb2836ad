import * as l10n from '@vscode/l10n';
import type { CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { chooseWorkspace, type ChosenWorkspace } from './chooseWorkspace';
import { editWorkspace, type WorkspaceEditDependencies } from '../editing/editWorkspace';
import { adminsToAsk } from '../rights';
import { checkTitle } from '../editing/title';
import { titleOf } from '../../text/title';

/** "Rename Workspace", from a row or with a picker. */
export async function renameWorkspace(
  dependencies: WorkspaceEditDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseWorkspace(dependencies, target, l10n.t('Rename Workspace'));
  return chosen.kind === 'chosen' ? renameChosen(dependencies, chosen) : chosen;
}

/** Asks for the new title of one workspace. A suggested title stands in the box in place of the old one. */
export function renameChosen(
  dependencies: WorkspaceEditDependencies,
  chosen: ChosenWorkspace,
  suggestion?: string,
): Promise<CommandResult> {
  const { session, workspace } = chosen;
  return editWorkspace(dependencies, chosen, {
    title: l10n.t('Rename Workspace “{0}”', titleOf(workspace)),
    prompt:
      suggestion === undefined
        ? l10n.t('Enter a new title.')
        : l10n.t('Title suggested by an agent. Edit it before saving if you like.'),
    suggestion,
    check: checkTitle,
    textOf: ({ title }) => title,
    changeTo: (title) => ({ title }),
    words: {
      changedElsewhere: l10n.t('Someone else renamed the workspace in the meantime.'),
      rightIsMissing: rightIsMissing(adminsToAsk(workspace, session.account.id)),
      isUnknown: l10n.t("Couldn't confirm whether the workspace was renamed. Refresh before trying again."),
    },
  });
}

function rightIsMissing(admins: string | undefined): string {
  return admins === undefined
    ? l10n.t("Only workspace admins can rename it, and this account isn't one.")
    : l10n.t("Only workspace admins can rename it, and this account isn't one. Ask {0}.", admins);
}
